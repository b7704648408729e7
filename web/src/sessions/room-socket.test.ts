import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { RoomSocket } from './room-socket';

/** A WebSocket whose network the test plays. */
class FakeSocket {
  static readonly OPEN = 1;
  static made: FakeSocket[] = [];
  readyState = 0;
  sent: string[] = [];
  closed = false;
  onopen: (() => void) | null = null;
  onmessage: ((event: { data: string }) => void) | null = null;
  onclose: (() => void) | null = null;

  constructor(readonly url: string) {
    FakeSocket.made.push(this);
  }

  send(text: string): void {
    this.sent.push(text);
  }

  close(): void {
    this.closed = true;
    this.onclose?.();
  }

  open(): void {
    this.readyState = FakeSocket.OPEN;
    this.onopen?.();
  }

  says(text: string): void {
    this.onmessage?.({ data: text });
  }

  refuse(): void {
    this.readyState = 3;
    this.onclose?.();
  }
}

const latest = () => FakeSocket.made[FakeSocket.made.length - 1] as FakeSocket;
const BEAT = '{"type":"beat"}';

describe('the room’s WebSocket', () => {
  let network: EventTarget;
  let device: EventTarget;
  let room: RoomSocket;
  let cuts: number;

  beforeEach(() => {
    vi.useFakeTimers();
    FakeSocket.made = [];
    network = new EventTarget();
    device = new EventTarget();
    cuts = 0;
    vi.stubGlobal('WebSocket', FakeSocket);
    vi.stubGlobal('window', device);
    vi.stubGlobal('navigator', { connection: network });
    room = new RoomSocket('ws://room', { opened: () => undefined, heard: () => undefined, cut: () => (cuts += 1) });
    latest().open();
  });

  afterEach(() => {
    room.close();
    vi.unstubAllGlobals();
    vi.useRealTimers();
  });

  it('stays while each beat is answered', () => {
    for (let second = 0; second < 60; second += 1) {
      vi.advanceTimersByTime(1000);
      latest().says(BEAT);
    }
    expect(FakeSocket.made).toHaveLength(1);
  });

  it('takes three seconds of silence for a cut', () => {
    vi.advanceTimersByTime(2999);
    expect(cuts).toBe(0);
    vi.advanceTimersByTime(1);
    expect([cuts, latest().closed]).toEqual([1, true]);
  });

  it.each(['change of the connection', 'return of the network'])('asks at once after a %s, and opens anew where nobody answers', (news) => {
    if (news === 'return of the network') device.dispatchEvent(new Event('online'));
    else network.dispatchEvent(new Event('change'));
    expect(latest().sent).toEqual([BEAT]);
    vi.advanceTimersByTime(999);
    expect(cuts).toBe(0);
    vi.advanceTimersByTime(1 + 250);
    expect([cuts, FakeSocket.made.length]).toEqual([1, 2]);
  });

  it('keeps a socket that the change of network left alone', () => {
    network.dispatchEvent(new Event('change'));
    network.dispatchEvent(new Event('change'));
    expect(latest().sent).toEqual([BEAT]);
    vi.advanceTimersByTime(40);
    latest().says(BEAT);
    vi.advanceTimersByTime(1250);
    expect([cuts, FakeSocket.made.length]).toEqual([0, 1]);
  });

  it('tries again soon after silence, and more and more rarely after refusals', () => {
    vi.advanceTimersByTime(3000 + 250);
    expect(FakeSocket.made).toHaveLength(2);
    vi.advanceTimersByTime(3000 + 250);
    expect(FakeSocket.made).toHaveLength(3);
    latest().refuse();
    vi.advanceTimersByTime(999);
    expect(FakeSocket.made).toHaveLength(3);
    vi.advanceTimersByTime(1);
    expect(FakeSocket.made).toHaveLength(4);
    latest().refuse();
    vi.advanceTimersByTime(1499);
    expect(FakeSocket.made).toHaveLength(4);
    vi.advanceTimersByTime(1);
    expect(FakeSocket.made).toHaveLength(5);
  });

  it('opens at once when the device is online again', () => {
    vi.advanceTimersByTime(3000);
    device.dispatchEvent(new Event('online'));
    expect(FakeSocket.made).toHaveLength(2);
  });

  it('listens to nothing once it is closed', () => {
    room.close();
    device.dispatchEvent(new Event('online'));
    network.dispatchEvent(new Event('change'));
    vi.advanceTimersByTime(60_000);
    expect(FakeSocket.made).toHaveLength(1);
  });
});
