/** Times how long the slowest of the hostile files takes to be refused, whether it is read as an activity, a plan or a program. */

import { readActivity } from '../../../src/plan/activity/activity.ts';
import { readPlan } from '../../../src/plan/document.ts';
import { readDocument } from '../../../src/program/document.ts';
import { hostileActivities, hostileJson } from '../../hostile-files.ts';
import { figure, type Measurement } from '../figure.ts';
import { median } from '../statistics.ts';

const ROUNDS = 9;

const readers: readonly (readonly [(text: string) => { readonly ok: boolean }, string])[] = [
  ...hostileActivities.map(([, text]) => [readActivity, text] as const),
  ...hostileJson.flatMap(([, text]) => [[readPlan, text] as const, [readDocument, text] as const]),
];

export const hostileFile: Measurement = {
  rows: ['hostile-file.worst'],
  measure: async (progress) => {
    progress(`refusing ${readers.length} hostile files, ${ROUNDS} times each`);
    const medians = readers.map(([read, text]) =>
      median(
        Array.from({ length: ROUNDS }, () => {
          const from = performance.now();
          if (read(text).ok) throw new Error('A hostile file was accepted.');
          return performance.now() - from;
        }),
      ),
    );
    return [figure({ name: 'hostile-file.worst', unit: 'ms', better: 'lower' }, Math.max(...medians))];
  },
};
