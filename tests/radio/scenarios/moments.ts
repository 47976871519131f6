/** Ten moments of a session at which a scenario can break the link. */

import { words } from '../../../src/words/in-use.ts';
import type { Rig } from '../rig.ts';
import { startAnew } from '../steps.ts';
import { holds, wait } from '../wait.ts';

export interface Moment {
  readonly name: string;
  /** Takes the page, connected and without a session, to this moment. */
  reach(rig: Rig): Promise<void>;
}

const TIME_LIMIT = 40_000;

/** Throws if `met` is still false after `TIME_LIMIT` ms. */
async function until(what: string, rig: Rig, met: (rig: Rig) => boolean): Promise<void> {
  if (!(await holds(() => met(rig), TIME_LIMIT))) throw new Error(`The boots never came to: ${what}.`);
}

const running =
  (what: string, above: number, then: (rig: Rig) => Promise<void> = async () => undefined) =>
  async (rig: Rig): Promise<void> => {
    await startAnew(rig);
    await until(what, rig, () => rig.status().therapy === 'running' && rig.highestPressure() > above);
    await then(rig);
  };

const paused = running('paused', 15, async (rig) => {
  await rig.person.pause();
  await until('paused', rig, () => rig.status().therapy === 'paused');
});

export const moments: readonly Moment[] = [
  { name: 'before Start', reach: async () => undefined },
  { name: 'just after Start', reach: startAnew },
  {
    name: 'preparing',
    reach: async (rig) => {
      await startAnew(rig);
      await until('preparing', rig, () => rig.status().operation === 'preparing');
      await wait(500);
    },
  },
  { name: 'prefill', reach: running('prefill', 5) },
  { name: 'filling', reach: running('filling', 25) },
  { name: 'squeezing', reach: running('squeezing', 38) },
  { name: 'less', reach: running('less', 25, (rig) => rig.person.set(words.session.intensity, 35)) },
  { name: 'paused', reach: paused },
  {
    name: 'resuming',
    reach: async (rig) => {
      await paused(rig);
      await rig.person.resume();
      await wait(300);
    },
  },
  { name: 'at Stop', reach: running('filling', 20, (rig) => rig.page.keyboard.press('Escape')) },
];
