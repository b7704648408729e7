import type { Picture } from './messages';

/** One second's reading of one speaker's picture. */
export interface ViewReading {
  packets: number;
  lost: number;
  freezes: number;
}

const LOSSY = 0.08;
const BAD_SECONDS = 3;
const RETRY_SECONDS = [15, 30, 60];
const STEPS: Picture[] = ['high', 'low', 'none'];

/**
 * The engine adapts no viewer's picture by itself, so each viewer watches its own loss and freezes and asks for a smaller
 * picture, then for sound alone; and for more again after 15, 30 and then every 60 seconds.
 */
export class ViewGovernor {
  private step = 0;
  private bad = 0;
  private quiet = 0;
  private falls = 0;

  get picture(): Picture {
    return STEPS[this.step] ?? 'none';
  }

  /** Called each second; answers what to ask for from now on. */
  read({ packets, lost, freezes }: ViewReading): Picture {
    const total = packets + lost;
    const isBad = freezes > 0 || (total > 0 && lost / total > LOSSY);
    this.bad = isBad ? this.bad + 1 : 0;
    this.quiet = isBad ? 0 : this.quiet + 1;
    if (this.bad >= BAD_SECONDS && this.step < STEPS.length - 1) {
      this.move(1);
      this.falls += 1;
    } else if (this.step > 0 && this.quiet >= (RETRY_SECONDS[Math.min(this.falls, RETRY_SECONDS.length) - 1] ?? 60)) {
      this.move(-1);
    }
    return this.picture;
  }

  private move(by: 1 | -1): void {
    this.step += by;
    this.bad = 0;
    this.quiet = 0;
  }
}
