/** A person who does by hand what the page asks for, at the places that the page names. */

import type { SessionView } from '../../../../src/session/view.ts';
import type { Stage } from './stage.ts';

/** Time from a message on the page to the person's action, s. */
const REACTION_TIME = 4;

export class Hands {
  readonly #readSince = new Map<string, number>();
  readonly did: string[] = [];

  constructor(readonly stage: Stage) {}

  /** Call this with each view, also if it has not changed. */
  act({ notice, latched, boots }: SessionView): void {
    for (const shown of [notice, latched]) {
      if (shown?.kind === 'stopNotConfirmed') {
        for (const side of ['left', 'right'] as const) {
          if (!this.stage.pair || shown.sides.length === 0 || shown.sides.includes(side))
            this.#do(`press the button of the ${this.stage.pair ? side : 'boots'}`, () =>
              this.stage.boots(side).peripheral.pressButton(),
            );
        }
      }
      const places =
        shown?.kind === 'notEmptying'
          ? shown.places
          : shown?.kind === 'fault' && shown.fault === 'notEmptying'
            ? [shown]
            : [];
      for (const { side, part } of places) {
        const zone = part && boots ? boots.parts.indexOf(part) : -1;
        if (side && zone >= 0)
          this.#do(`open the zip at ${side} ${part}`, () => {
            const number = this.stage.zoneOf({ side, zone });
            this.stage.boots(side).plant.inject({ kind: 'leak', zone: number, coefficient: 2 });
          });
      }
    }
  }

  #do(what: string, act: () => void): void {
    const now = this.stage.rig.clock.now() / 1000;
    const since = this.#readSince.get(what) ?? now;
    this.#readSince.set(what, since);
    if (now - since < REACTION_TIME || this.did.includes(what)) return;
    this.did.push(what);
    act();
  }
}
