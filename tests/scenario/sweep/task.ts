/** One session of a sweep, as data that can pass between processes. */

import fc from 'fast-check';
import { matrix, nameOf, repeatedBy, tryCase } from './matrix.ts';
import { type RandomSession, randomSession } from './random-session.ts';
import { inShort, trySession } from './try-session.ts';

export type Task =
  /** A case of the matrix, by its index. */
  | { readonly kind: 'matrix'; readonly index: number; readonly minutes: number }
  | { readonly kind: 'random'; readonly seed: number; readonly minutes: number };

export type Outcome =
  | { readonly kind: 'passed' | 'refused' }
  | {
      readonly kind: 'failed';
      readonly name: string;
      readonly wrong: readonly string[];
      /** The command that repeats the session. */
      readonly again: string;
    };

function sessionOf(seed: number): RandomSession {
  const [drawn] = fc.sample(randomSession, { seed, numRuns: 1 });
  if (!drawn) throw new RangeError(`no session for seed ${seed}`);
  return drawn;
}

async function caught(run: () => Promise<readonly string[]>): Promise<readonly string[]> {
  try {
    return await run();
  } catch (error) {
    return [`threw: ${error instanceof Error ? (error.stack ?? error.message) : error}`];
  }
}

export async function perform(task: Task): Promise<Outcome> {
  const { minutes } = task;
  if (task.kind === 'matrix') {
    const tried = matrix[task.index];
    if (!tried) throw new RangeError(`no case ${task.index}`);
    const wrong = await caught(() => tryCase(tried, minutes));
    if (wrong.length === 0) return { kind: 'passed' };
    return { kind: 'failed', name: nameOf(tried), wrong, again: repeatedBy(tried, minutes) };
  }
  const drawn = sessionOf(task.seed);
  let refused = false;
  const wrong = await caught(async () => {
    const tried = await trySession(drawn, minutes);
    refused = tried.kind === 'refused';
    return tried.kind === 'ran' ? tried.wrong : [];
  });
  if (wrong.length === 0) return { kind: refused ? 'refused' : 'passed' };
  const again = `npm run sweep -- --only-random --random 1 --from ${task.seed}`;
  return { kind: 'failed', name: `${task.seed}: ${inShort(drawn)}`, wrong, again };
}
