import { readDownward, type Downward, type Upward } from './messages';

const BEAT_MS = 1000;
const DEAD_MS = 2500;
const ANSWER_MS = 1000;
const RETRY_MS = [250, 500, 1000, 1500];

export interface RoomSocketEvents<Down = Downward> {
  opened: (again: boolean) => void;
  heard: (message: Down) => void;
  /** Cut, and being mended. */
  cut: () => void;
}

/**
 * The room's WebSocket, held open: a beat each second, taken for dead after 2.5 s of silence, then opened anew. Without
 * this a socket hangs in the back-off of TCP long after the network is back. When the device says that its network has changed,
 * a server that does not answer within a second was reached through the old one.
 */
export class RoomSocket<Up extends object = Upward, Down extends { type: string } = Downward> {
  private socket: WebSocket | null = null;
  private heardAt = 0;
  private beats: ReturnType<typeof setInterval> | null = null;
  private retry: ReturnType<typeof setTimeout> | null = null;
  private doubt: ReturnType<typeof setTimeout> | null = null;
  private tries = 0;
  private everOpen = false;
  private closed = false;

  constructor(
    private readonly url: string,
    private readonly events: RoomSocketEvents<Down>,
  ) {
    this.open();
    window.addEventListener('online', this.networkChanged);
    networkOf(navigator)?.addEventListener('change', this.networkChanged);
  }

  send(message: Up | { type: 'beat' }): void {
    if (this.socket?.readyState === WebSocket.OPEN) this.socket.send(JSON.stringify(message));
  }

  close(): void {
    this.closed = true;
    window.removeEventListener('online', this.networkChanged);
    networkOf(navigator)?.removeEventListener('change', this.networkChanged);
    if (this.retry !== null) clearTimeout(this.retry);
    if (this.doubt !== null) clearTimeout(this.doubt);
    this.stopBeats();
    this.socket?.close(1000);
    this.socket = null;
  }

  private readonly networkChanged = (): void => {
    if (this.closed) return;
    if (this.socket) return this.askWhetherAlive(this.socket);
    if (this.retry !== null) clearTimeout(this.retry);
    this.open();
  };

  private askWhetherAlive(asked: WebSocket): void {
    if (this.doubt !== null) return;
    const askedAt = performance.now();
    this.send({ type: 'beat' });
    this.doubt = setTimeout(() => {
      this.doubt = null;
      if (this.socket === asked && this.heardAt <= askedAt) this.drop();
    }, ANSWER_MS);
  }

  private open(): void {
    this.retry = null;
    const socket = new WebSocket(this.url);
    this.socket = socket;
    this.heardAt = performance.now();
    this.startBeats();
    socket.onopen = () => {
      this.tries = 0;
      this.heardAt = performance.now();
      this.events.opened(this.everOpen);
      this.everOpen = true;
    };
    socket.onmessage = (event: MessageEvent<unknown>) => {
      this.heardAt = performance.now();
      const message = typeof event.data === 'string' ? (readDownward(event.data) as Down | null) : null;
      if (message && message.type !== 'beat') this.events.heard(message);
    };
    socket.onclose = () => {
      if (this.socket === socket) this.lost();
    };
  }

  private drop(): void {
    const dead = this.socket;
    if (dead) dead.onclose = null;
    dead?.close();
    this.lost(RETRY_MS[0]);
  }

  /** A try that died of silence has waited long enough; one that was refused would be refused at once again. */
  private lost(wait = RETRY_MS[Math.min(this.tries, RETRY_MS.length - 1)]): void {
    this.stopBeats();
    this.socket = null;
    if (this.closed) return;
    this.events.cut();
    this.tries += 1;
    this.retry = setTimeout(() => this.open(), wait);
  }

  private startBeats(): void {
    this.stopBeats();
    this.beats = setInterval(() => {
      if (performance.now() - this.heardAt > DEAD_MS + (this.everOpen ? 0 : DEAD_MS)) {
        this.drop();
        return;
      }
      this.send({ type: 'beat' });
    }, BEAT_MS);
  }

  private stopBeats(): void {
    if (this.beats !== null) clearInterval(this.beats);
    this.beats = null;
  }
}

/** What tells of a change of network while one is there all along; not every browser has it. */
function networkOf(device: Navigator & { connection?: EventTarget }): EventTarget | undefined {
  return device.connection;
}
