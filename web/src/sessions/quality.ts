/** One second's reading of the connection. */
export interface Reading {
  outgoingBps: number | null;
  roundTripSeconds: number | null;
  audioLost: number;
}

const TOO_SLOW_BPS = 140_000;
const TOO_LATE_SECONDS = 0.5;
const BAD_SECONDS = 5;
/** On a new path the browser's estimate begins low, and a line that is good takes seconds to show it. */
const SETTLING_SECONDS = 10;
const RETRY_SECONDS = [15, 30, 60];

/**
 * Decides when video must give way to sound (HAR-3.3b). The estimate of the browser does not grow while only sound flows, so
 * video is tried again after 15, 30 and then every 60 seconds.
 */
export class VideoGovernor {
  private bad = 0;
  private settling = 0;
  private audioFor = 0;
  private retries = 0;
  private video = true;

  get sendsVideo(): boolean {
    return this.video;
  }

  /** Another path is there: what was seen of the former one says nothing of it. */
  beginPath(): void {
    this.bad = 0;
    this.settling = SETTLING_SECONDS;
  }

  /** Called each second; answers whether video is to be sent from now on. */
  read(reading: Reading): boolean {
    if (!this.video) {
      this.audioFor += 1;
      const wait = RETRY_SECONDS[Math.min(this.retries - 1, RETRY_SECONDS.length - 1)] ?? 60;
      if (this.audioFor >= wait) this.switchTo(true);
      return this.video;
    }
    if (this.settling > 0) {
      this.settling -= 1;
      return this.video;
    }
    const slow = reading.outgoingBps !== null && reading.outgoingBps < TOO_SLOW_BPS;
    const late = reading.roundTripSeconds !== null && reading.roundTripSeconds > TOO_LATE_SECONDS && reading.audioLost > 0;
    this.bad = slow || late ? this.bad + 1 : 0;
    if (this.bad >= BAD_SECONDS) {
      this.switchTo(false);
      this.retries += 1;
    }
    return this.video;
  }

  private switchTo(video: boolean): void {
    this.video = video;
    this.bad = 0;
    this.audioFor = 0;
  }
}
