/** Times how long the slowest of the hostile files takes to be refused, whether it is read as an activity, a plan or a program. */

import { readActivity } from '../../../src/plan/activity/activity.ts';
import { readPlan } from '../../../src/plan/document.ts';
import { readDocument } from '../../../src/program/document.ts';
import { hostileActivities, hostileJson } from '../../hostile-files.ts';
import { figure, type Measurement } from '../figure.ts';
import { median } from '../statistics.ts';

const ROUNDS = 9;

type Reader = (text: string) => { readonly ok: boolean } | null | ReturnType<typeof readActivity>;
const readers: readonly (readonly [Reader, string])[] = [
  ...hostileActivities.map(([, text]) => [readActivity, text] as const),
  ...hostileJson.flatMap(([, text]) => [[readPlan, text] as const, [readDocument, text] as const]),
];

export const hostileFile: Measurement = {
  rows: ['hostile-file.worst'],
  measure: async (progress) => {
    progress(`refusing ${readers.length} hostile files, ${ROUNDS} times each`);
    const medians: number[] = [];
    for (const [read, text] of readers) {
      const taken: number[] = [];
      for (let round = 0; round < ROUNDS; round++) {
        const from = performance.now();
        const outcome = await read(text);
        taken.push(performance.now() - from);
        if (outcome?.ok) throw new Error('A hostile file was accepted.');
      }
      medians.push(median(taken));
    }
    return [figure({ name: 'hostile-file.worst', unit: 'ms', better: 'lower' }, Math.max(...medians))];
  },
};
