/**
 * Times a picture's CSS animations. They repeat the passes of a phase: a pass is one repetition of the movement, such as a stroke there and
 * back.
 */

import type { Phase } from '../../../guide/guide.ts';

/** Points of the easing curve on the way there, and as many on the way back. */
const POINTS = 8;
/**
 * After the turn, the mark that moves on the picture turns pale within PALE_WITHIN of a pass. From PALE_UNTIL of the pass on, the mark
 * grows strong again.
 */
const PALE_WITHIN = 0.1;
const PALE_UNTIL = 0.94;

/** Begins and ends slowly. @param x share of the way, 0 to 1 */
const eased = (x: number): number => x * x * (3 - 2 * x);

/** One point of a `linear()` easing. @param at share of the pass, 0 to 1 @param value 0 = where the pass begins, 1 = where it turns back */
const point = (at: number, value: number): string => `${+value.toFixed(3)} ${+(at * 100).toFixed(1)}%`;

/** The easing of a movement that turns back after the share `turn` of a pass. */
export function thereAndBack(turn: number): string {
  const ways = Array.from({ length: POINTS }, (_, n) => n / POINTS);
  const forth = ways.map((x) => point(x * turn, eased(x)));
  const back = ways.map((x) => point(turn + x * (1 - turn), 1 - eased(x)));
  return `linear(${[...forth, ...back, point(1, 0)].join(', ')})`;
}

const paleOnTheWayBack = (turn: number): string =>
  `linear(${[point(0, 0), point(turn, 0), point(Math.min(turn + PALE_WITHIN, PALE_UNTIL), 1), point(PALE_UNTIL, 1), point(1, 0)].join(', ')})`;

/** Custom properties for a picture's styles: `--pace`, `--since` (an animation's delay), `--moves` and `--pales` (easings). */
export type PassTiming = Readonly<Record<'--pace' | '--since' | '--moves' | '--pales', string>>;

export class PassClock {
  /**
   * How often a phase has begun, repeats included. The pictures use it as a key: a new number makes new elements, whose animations
   * begin anew.
   */
  beginnings = 0;
  #phase: Phase | null = null;
  #since = 0;
  /** How much of the phase had passed when `see` was first called with it, s. */
  #offset = 0;

  /** Call before each update of the picture. @param since time since the phase began, s */
  see(phase: Phase | null, since: number): void {
    if (phase !== this.#phase || since < this.#since) {
      this.beginnings++;
      this.#offset = since;
    }
    this.#phase = phase;
    this.#since = since;
  }

  timingOf({ pace, turn }: Pick<Phase, 'pace' | 'turn'>): PassTiming {
    const share = turn ?? 0.5;
    return {
      '--pace': `${pace}s`,
      '--since': `${(-(this.#offset % pace)).toFixed(2)}s`,
      '--moves': thereAndBack(share),
      '--pales': paleOnTheWayBack(share),
    };
  }
}
