/** How long it takes to read a program from outside, checks included, beside what reads it and believes it. */

import { documentText, readDocument } from '../../src/program/document.ts';
import { programs } from '../../src/program/presets.ts';
import { figure, type Measurement } from './figure.ts';
import { median } from './statistics.ts';

const ROUNDS = 30;
const EACH = 20;

/** Median over rounds, µs a text. */
function timed(texts: readonly string[], read: (text: string) => unknown): number {
  const taken: number[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    const from = performance.now();
    for (let i = 0; i < EACH; i++) for (const text of texts) read(text);
    taken.push(((performance.now() - from) * 1000) / (EACH * texts.length));
  }
  return median(taken);
}

export const programFile: Measurement = {
  rows: ['program-file.parse'],
  measure: async (tell) => {
    tell(`the files of ${programs.length} presets, ${ROUNDS * EACH} times`);
    const texts = programs.map(documentText);
    const ours = timed(texts, (text) => {
      if (!readDocument(text).ok) throw new Error('A preset was refused.');
    });
    return [
      figure({ name: 'program-file.parse', unit: 'µs', better: 'lower' }, ours, {
        name: 'JSON.parse, nothing checked',
        value: timed(texts, JSON.parse),
      }),
    ];
  },
};
