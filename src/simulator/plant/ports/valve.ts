/** A solenoid valve, which follows a command after a delay, and the flow through an open valve. */

import type { Seconds } from '../../../../firmware-protocol/quantities.ts';

/** Pressure difference below which the flow is laminar, so that it grows linearly, mmHg. */
const LAMINAR_PRESSURE = 1;

/**
 * Flow through an orifice with K = 1, L/min: √|Δp| with the sign of Δp (mmHg), linear below 1 mmHg. The flow is not
 * choked: the critical pressure ratio is 0.53, and a pump that stalls at 350 mmHg, at 2500 m, keeps the ratio above
 * 0.6.
 */
export function orifice(difference: number): number {
  if (difference > LAMINAR_PRESSURE) return Math.sqrt(difference);
  if (difference < -LAMINAR_PRESSURE) return -Math.sqrt(-difference);
  return difference;
}

export class Valve {
  readonly #openingDelay: Seconds;
  readonly #closingDelay: Seconds;
  #commanded: boolean;
  #open: boolean;
  #left = 0;
  /** Whether the valve is stuck open (true) or closed (false), whatever the command; null = it is not stuck. */
  stuck: boolean | null = null;
  /** Share of the last step during which the valve was open, 0 to 1. */
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
