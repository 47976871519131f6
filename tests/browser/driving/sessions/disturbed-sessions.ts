/** Disturbs one session after another at random moments. Each must be found again, and end at Stop. */

import { expect } from 'vitest';
import { words } from '../../../../src/words/in-use.ts';
import { disturbances } from './disturbances.ts';
import { running, soon } from './running-session.ts';

/** How long a fault of the link or a freeze lasts, ms. */
const SHORTEST = 200;
const LONGEST = 8000;
/** How soon the boots must stop after the press, ms. */
const stopping = { timeout: 10_000, interval: 100 };

/** The linear congruential generator of Numerical Recipes. @returns numbers from 0 to 1, excluding 1 */
function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

interface Chosen {
  /** How many sessions each disturbance meets. */
  readonly times: number;
  /** The longest time from the start of a session to its disturbance, ms. */
  readonly within: number;
  readonly seed: number;
  /** Names of the disturbances. */
  readonly kinds: readonly string[];
}

/** @param report hears of each disturbance, so that a run can be followed and one case repeated */
export async function disturbSessions(
  { times, within, seed, kinds }: Chosen,
  report: (what: string) => void = () => undefined,
): Promise<void> {
  const random = randomFrom(seed);
  const { boots, launched, person: first } = await running();
  first.page.on('dialog', (dialog) => void dialog.accept());
  let person = first;
  let isFirst = true;
  for (let time = 0; time < times; time++) {
    for (const kind of kinds) {
      if (!isFirst) await person.startAgain();
      isFirst = false;
      await expect.poll(() => boots.status().therapy, soon).toBe('running');
      const { holder } = boots.status();
      const after = random() * within;
      const lasts = SHORTEST + random() * (LONGEST - SHORTEST);
      const what = `${kind} after ${(after / 1000).toFixed(1)} s (${(lasts / 1000).toFixed(1)} s), time ${time + 1} of ${times}, seed ${seed}`;
      report(what);
      await new Promise((resolve) => setTimeout(resolve, after));
      const disturb = disturbances[kind];
      if (!disturb) throw new Error(`No disturbance is called "${kind}".`);
      person = await disturb({ boots, launched, person, lasts });
      if (boots.status().therapy !== 'stopped') {
        expect(boots.status(), what).toMatchObject({ therapy: 'running', holder, underruns: 0 });
        await person.stop();
      }
      await expect.poll(() => boots.status().therapy, stopping).toBe('stopped');
      expect(boots.status().endReason, what).toBe('stoppedByController');
      await expect.poll(() => person.showsText(words.session.stale), soon).toBe(false);
      await person.button(words.ended.again).waitFor();
    }
  }
  expect(launched.troubles.filter(({ what }) => !/crash/i.test(what))).toEqual([]);
}
