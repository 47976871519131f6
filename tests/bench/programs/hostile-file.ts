/**
 * Times how long the slowest of the hostile files takes to be refused, whether it is read as an activity, a plan, a program, a journal or a
 * backup.
 */

import { readBackup } from '../../../src/app/backup/read-backup.ts';
import { readJournal } from '../../../src/journal/document.ts';
import { readActivity } from '../../../src/plan/activity/activity.ts';
import { readPlan } from '../../../src/plan/document.ts';
import { readDocument } from '../../../src/program/document.ts';
import { hostileActivities, hostileJson } from '../../hostile-files.ts';
import { figure, type Measurement } from '../figure.ts';
import { median } from '../statistics.ts';

const ROUNDS = 9;

type Read = { readonly ok: boolean } | null;
type Reader = (text: string) => Read | Promise<Read>;
const anyTrace = async (): Promise<boolean> => true;
const readers: readonly (readonly [Reader, string])[] = [
  ...hostileActivities.map(([, text]) => [readActivity, text] as const),
  ...hostileJson.flatMap(([, text]) =>
    [
      readPlan,
      readDocument,
      (json: string) => readJournal(json, anyTrace),
      (json: string) => readBackup(json, anyTrace),
    ].map((read) => [read, text] as const),
  ),
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
