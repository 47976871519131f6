/** Measures the wall time of a session and the length of a pause, both of which the boots limit. Times are in ms. */

import { rules } from '../../../../firmware-protocol/limits.ts';
import type { EndReason } from '../../../../firmware-protocol/status.ts';

export class SessionClock {
  #wall = 0;
  #pausedFor = 0;

  /** Wall time since the session started; after its end, the time that it took. */
  get wall(): number {
    return this.#wall;
  }

  /** Starts a session's wall time anew. @param already time that has passed since the start */
  begin(already: number): void {
    this.#wall = already;
  }

  pause(): void {
    this.#pausedFor = 0;
  }

  /**
   * Call in every step of a session.
   * @param longest longest wall time of this session, s
   * @returns why the session must end now; null if it need not
   */
  step(dt: number, paused: boolean, longest: number): EndReason | null {
    this.#wall += dt;
    this.#pausedFor = paused ? this.#pausedFor + dt : 0;
    if (this.#wall >= longest * 1000) return 'wallTime';
    return this.#pausedFor >= rules.pause * 1000 ? 'pausedTooLong' : null;
  }
}
