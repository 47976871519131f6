/** Plan files: what is written is read again, and what is broken or hostile is refused with all reasons. */

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { DocumentProblem } from '../../../src/plan/document/problem.ts';
import { planText, readPlan } from '../../../src/plan/document.ts';
import { planProblem } from '../../../src/words/en/plan/problems.ts';
import { anyAsked } from './any-asked.ts';
import { askedFor } from './asked-for.ts';

const problemsOf = (text: string): readonly DocumentProblem[] => {
  const read = readPlan(text);
  return read.ok ? [] : read.problems;
};

const whole = {
  format: 'heartward-plan',
  version: 1,
  event: { kind: 'marathon', at: '2026-11-29T13:10', zone: 'Europe/Berlin' },
  person: { owns: ['boots'] },
};
const withAll = (change: object): string => JSON.stringify({ ...whole, ...change });

describe('a plan file', () => {
  it('is read as it was written', () => {
    fc.assert(
      fc.property(anyAsked, (asked) => {
        expect(readPlan(planText(asked))).toEqual({ ok: true, asked });
      }),
      { numRuns: 60 },
    );
  });

  it('may leave out what goes without saying', () => {
    expect(readPlan(JSON.stringify(whole))).toEqual({
      ok: true,
      asked: askedFor('marathon', { person: { owns: ['boots'] } }),
    });
  });

  it('is refused with every problem at once, each with its place', () => {
    const text = withAll({
      event: { kind: 'maraton', at: '2026-02-30T13:10', zone: 'Europe/Berln', wend: 'well' },
      person: { owns: ['boots', 'hammer'], highestMmhg: 200 },
      reports: [
        { kind: 'soreness', at: '2026-11-30T08:00', soreness: 11 },
        { kind: 'sorenes', at: '2026-11-30T08:00' },
        { kind: 'done', at: 'yesterday', step: '../../etc' },
        { kind: 'girth', at: '2026-11-30T08:00', leftCm: 38 },
      ],
    });
    expect(problemsOf(text)).toEqual([
      { kind: 'wrong', place: ['event', 'kind'], expected: 'eventKind', found: '"maraton"' },
      { kind: 'wrong', place: ['event', 'at'], expected: 'wallTime', found: '"2026-02-30T13:10"' },
      { kind: 'wrong', place: ['event', 'zone'], expected: 'zone', found: '"Europe/Berln"' },
      { kind: 'unknownKey', place: ['event', '"wend"'], near: 'went' },
      { kind: 'wrong', place: ['person', 'owns', 1], expected: 'tools', found: '"hammer"' },
      { kind: 'wrong', place: ['person', 'highestMmhg'], expected: 'pressure', found: '200' },
      { kind: 'wrong', place: ['reports', 0, 'soreness'], expected: 'soreness', found: '11' },
      { kind: 'wrong', place: ['reports', 1, 'kind'], expected: 'reportKind', found: '"sorenes"' },
      { kind: 'wrong', place: ['reports', 2, 'at'], expected: 'wallTime', found: '"yesterday"' },
      { kind: 'wrong', place: ['reports', 2, 'step'], expected: 'step', found: '"../../etc"' },
      { kind: 'missing', place: ['reports', 3, 'rightCm'], expected: 'girth' },
    ]);
  });

  it.each<[string, string, DocumentProblem['kind']]>([
    ['nothing', ' \n', 'empty'],
    ['a web page', '<!doctype html>', 'webPage'],
    ['a list', '[]', 'notAPlan'],
    ['a program', '{"format":"heartward-program","version":1}', 'notAPlan'],
    ['a newer version', withAll({ version: 2 }), 'version'],
    ['no version', withAll({ version: '1' }), 'version'],
    ['half a file', JSON.stringify(whole).slice(0, 60), 'brokenOff'],
    ['a comma too many', '{"format":"heartward-plan",,}', 'notJson'],
    ['a key twice', '{"format":"heartward-plan","format":"heartward-plan"}', 'twice'],
    ['thousands of entries', withAll({ reports: Array(20_000).fill(0) }), 'crowded'],
    ['a megabyte', JSON.stringify(whole) + ' '.repeat(1 << 20), 'tooLong'],
    ['depth', '['.repeat(40_000), 'brokenOff'],
    ['a prototype', `${JSON.stringify(whole).slice(0, -1)},"__proto__":{"x":1}}`, 'unknownKey'],
  ])('that is %s is refused within 100 ms', (_, text, kind) => {
    // The quickest of five: a busy machine holds up some.
    const took = Array.from({ length: 5 }, () => {
      const before = performance.now();
      problemsOf(text);
      return performance.now() - before;
    });
    expect(Math.min(...took)).toBeLessThan(100);
    const problems = problemsOf(text);
    expect(problems.map((problem) => problem.kind)).toContain(kind);
  });

  it('says of many problems the first, and how many more there are', () => {
    const reports = Array.from({ length: 300 }, () => ({ kind: 'soreness', at: 'x', soreness: -1 }));
    const problems = problemsOf(withAll({ reports }));
    expect(problems).toHaveLength(31);
    expect(problems.at(-1)?.kind).toBe('more');
  });

  it('never throws, whatever it is given, and every problem has words', () => {
    const altered = fc
      .tuple(
        fc.constant(JSON.stringify({ ...whole, reports: [] })),
        fc.nat(),
        fc.string({ unit: 'grapheme', maxLength: 5 }),
        fc.nat(6),
      )
      .map(([text, at, put, cut]) => {
        const place = at % text.length;
        return text.slice(0, place) + put + text.slice(place + cut);
      });
    fc.assert(
      fc.property(
        fc.oneof(
          altered,
          fc.json(),
          fc
            .json()
            .map(
              (value) =>
                `{"format":"heartward-plan","version":1,"event":${value},"person":${value},"reports":[${value}]}`,
            ),
        ),
        (text) => {
          for (const problem of problemsOf(text)) {
            const { place, reason, suggestion } = planProblem(problem);
            expect(`${place} ${reason} ${suggestion}`).not.toMatch(/undefined|NaN|\[object|[\p{Cc}\u202e]/u);
            expect([place, reason, suggestion].every((words) => words.length > 0)).toBe(true);
          }
        },
      ),
      { numRuns: 300 },
    );
  });
});
