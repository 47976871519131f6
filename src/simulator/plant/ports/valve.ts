/** A solenoid valve: the flow through it, and its delay after a command. */

import type { Seconds } from '../../../../firmware-protocol/quantities.ts';

/** Below this difference the flow is laminar and linear, mmHg. */
const LAMINAR = 1;

/**
 * Flow through an orifice of unit K, L/min: √|Δp| with the sign of Δp (mmHg), linear below 1 mmHg. Never
 * choked: the pressure ratio stays above 0.83, while the critical one is 0.53.
 */
export function orifice(difference: number): number {
  if (difference > LAMINAR) return Math.sqrt(difference);
  if (difference < -LAMINAR) return -Math.sqrt(-difference);
  return difference;
}

export class Valve {
  readonly #openingDelay: Seconds;
  readonly #closingDelay: Seconds;
  #commanded: boolean;
  #open: boolean;
  #left = 0;
  /** Stuck open (true) or closed (false), whatever is commanded; null = it moves. */
  stuck: boolean | null = null;
  /** How open the valve was over the last step on average, 0 to 1. */
  opening: number;

  constructor(open: boolean, openingDelay: Seconds, closingDelay: Seconds) {
    this.#commanded = open;
    this.#open = open;
    this.#openingDelay = openingDelay;
    this.#closingDelay = closingDelay;
    this.opening = open ? 1 : 0;
  }

  command(open: boolean): void {
    if (open === this.#commanded) return;
    this.#commanded = open;
    this.#left = open ? this.#openingDelay : this.#closingDelay;
  }

  advance(dt: number): void {
    let openFor = this.#open ? 1 : 0;
    if (this.#commanded !== this.#open) {
      if (this.#left >= dt) this.#left -= dt;
      else {
        const before = this.#left / dt;
        openFor = this.#open ? before : 1 - before;
        this.#open = this.#commanded;
      }
    }
    this.opening = this.stuck === null ? openFor : this.stuck ? 1 : 0;
  }
}
