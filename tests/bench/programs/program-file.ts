/** Times the reading of a program file: parsing, schema validation, and the rules for programs. */

import { documentText, readDocument } from '../../../src/program/document.ts';
import { programs } from '../../../src/program/presets.ts';
import { figure, type Measurement } from '../figure.ts';
import { median } from '../statistics.ts';

const ROUNDS = 60;
const TIMES = 20;

const texts = programs.map(documentText);

/** Median time of reading a preset, µs. */
function timed(read: (text: string) => boolean): number {
  const taken: number[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    const from = performance.now();
    for (let time = 0; time < TIMES; time++) {
      for (const text of texts) if (!read(text)) throw new Error('A preset was refused.');
    }
    taken.push(((performance.now() - from) * 1000) / (TIMES * texts.length));
  }
  return median(taken);
}

export const programFile: Measurement = {
  rows: ['program-file.parse'],
  measure: async (progress) => {
    progress(`reading ${texts.length} presets, ${ROUNDS * TIMES} times each`);
    const ours = timed((text) => readDocument(text).ok);
    const bare = timed((text) => typeof JSON.parse(text) === 'object');
    return [
      figure({ name: 'program-file.parse', unit: 'µs', better: 'lower' }, ours, {
        name: 'JSON.parse, which checks nothing',
        value: bare,
      }),
    ];
  },
};
