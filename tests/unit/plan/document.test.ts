import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MOST_REPORTS, ranges } from '../../../src/plan/document/format.ts';
import type { PlanProblem } from '../../../src/plan/document/problem.ts';
import { planText, readPlan } from '../../../src/plan/document.ts';
import { planFor, stepsOf } from '../../../src/plan/plan.ts';
import { eventKinds, tools } from '../../../src/plan/plan-request.ts';
import { withoutStep } from '../../../src/plan/reporting.ts';
import { isHourly } from '../../../src/plan/step.ts';
import { planWords } from '../../../src/words/plan/plan-in-use.ts';
import { anyRequest } from './any-request.ts';
import { requestFor } from './request-for.ts';

const words = planWords();

const problemsOf = (text: string): readonly PlanProblem[] => {
  const read = readPlan(text);
  return read.ok ? [] : read.problems;
};

const whole = {
  format: 'heartward-plan',
  version: 1,
  event: { kind: 'marathon', at: '2026-11-29T13:10', zone: 'Europe/Berlin' },
  person: { owns: ['boots'] },
};
const wrong = (path: readonly (string | number)[], found: string | number, expected: object) => ({
  kind: 'valueWrong',
  path,
  found: typeof found === 'string' ? { is: 'text', text: found } : { is: 'number', value: found },
  expected,
});
const withAll = (change: object): string => JSON.stringify({ ...whole, ...change });

describe('a plan file', () => {
  it('is read back as it was written', () => {
    fc.assert(
      fc.property(anyRequest, (request) => {
        expect(readPlan(planText(request))).toEqual({ ok: true, request });
      }),
      { numRuns: 60 },
    );
  });

  it('may leave out defaults', () => {
    expect(readPlan(JSON.stringify(whole))).toEqual({
      ok: true,
      request: requestFor('marathon', { person: { owns: ['boots'] } }),
    });
  });

  it('of an earlier version, in which the hourly walks were one step, keeps all of them as reported', () => {
    const event = { kind: 'desk', at: '2026-11-30T09:00', zone: 'Europe/Berlin' };
    const one = { kind: 'done', at: '2026-11-30T10:05', step: 'day0-walk-hourly' };
    const read = readPlan(withAll({ event, reports: [one] }));
    if (!read.ok) throw new Error('it cannot be read');
    const walks = stepsOf(planFor(read.request, null)).filter(isHourly);
    expect(walks.map(({ state }) => state.kind)).toEqual(walks.map(() => 'done'));
    expect(read.request.reports).toHaveLength(walks.length);
    const { reports } = withoutStep(read.request, 'day0-walk-hourly-third');
    expect(reports).toHaveLength(walks.length - 1);
  });

  it('with as many reports as it may have keeps its warning signs when it comes from an earlier version', () => {
    const sign = { kind: 'weakness', at: '2026-11-30T09:00' };
    const one = { kind: 'done', at: '2026-11-30T10:05', step: 'day0-walk-hourly' };
    const others = Array.from({ length: MOST_REPORTS - 2 }, () => ({ ...one, step: 'day0-mobility' }));
    const read = readPlan(withAll({ reports: [sign, one, ...others] }));
    if (!read.ok) throw new Error('it cannot be read');
    expect(read.request.reports).toHaveLength(MOST_REPORTS);
    expect(read.request.reports[0]).toEqual(sign);
    expect(readPlan(planText(read.request)).ok).toBe(true);
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
      wrong(['event', 'kind'], 'maraton', { is: 'oneOf', words: eventKinds }),
      wrong(['event', 'at'], '2026-02-30T13:10', { is: 'form', form: 'wallTime' }),
      wrong(['event', 'zone'], 'Europe/Berln', { is: 'form', form: 'zone' }),
      { kind: 'keyUnknown', path: ['event', 'wend'], near: 'went' },
      wrong(['person', 'owns', 1], 'hammer', { is: 'someOf', words: tools }),
      wrong(['person', 'highestMmhg'], 200, { is: 'figure', range: ranges.highest, optional: false }),
      wrong(['reports', 0, 'soreness'], 11, { is: 'figure', range: ranges.soreness, optional: false }),
      wrong(['reports', 1, 'kind'], 'sorenes', {
        is: 'oneOf',
        words: expect.arrayContaining(['soreness', 'marks', 'cleared']),
      }),
      wrong(['reports', 2, 'at'], 'yesterday', { is: 'form', form: 'wallTime' }),
      wrong(['reports', 2, 'step'], '../../etc', { is: 'form', form: 'step' }),
      {
        kind: 'missing',
        path: ['reports', 3, 'rightCm'],
        expected: { is: 'figure', range: ranges.girth, optional: false },
      },
    ]);
  });

  it.each<[string, string, PlanProblem['kind']]>([
    ['nothing', ' \n', 'documentEmpty'],
    ['a web page', '<!doctype html>', 'webPage'],
    ['a list', '[]', 'noBrace'],
    ['a program', '{"format":"heartward-program","version":1}', 'notAPlan'],
    ['a newer version', withAll({ version: 2 }), 'versionNewer'],
    ['no version', withAll({ version: '1' }), 'versionMissing'],
    ['half a file', JSON.stringify(whole).slice(0, 60), 'jsonCutOff'],
    ['a comma too many', '{"format":"heartward-plan",,}', 'jsonWrong'],
    ['a key twice', '{"format":"heartward-plan","format":"heartward-plan"}', 'keyTwice'],
    ['thousands of entries', withAll({ reports: Array(20_000).fill(0) }), 'crowded'],
    ['a megabyte', JSON.stringify(whole) + ' '.repeat(1 << 20), 'documentTooLong'],
    ['depth', `{"a":${'['.repeat(40_000)}`, 'tooDeep'],
    ['a prototype', `${JSON.stringify(whole).slice(0, -1)},"__proto__":{"x":1}}`, 'keyUnknown'],
  ])('that is %s is refused', (_, text, kind) => {
    const problems = problemsOf(text);
    expect(problems.map((problem) => problem.kind)).toContain(kind);
  });

  it('says so if a report has no kind', () => {
    expect(problemsOf(withAll({ reports: [{}] }))).toMatchObject([
      { kind: 'missing', path: ['reports', 0, 'kind'], expected: { is: 'oneOf' } },
    ]);
  });

  it.each<[string, string, string]>([
    ['a figure', withAll({ person: { owns: [], highestMmhg: 90 } }), 'Write a number from 20 to 80 mmHg.'],
    [
      'a whole figure',
      withAll({ reports: [{ kind: 'soreness', at: '2026-11-30T08:00', soreness: 11 }] }),
      'Write a whole number from 0 to 10.',
    ],
    [
      'a figure that may be missing',
      withAll({ event: { ...whole.event, distanceKm: 0 } }),
      'Write a number from 0.1 to 1000, or leave it out.',
    ],
    ['a word', withAll({ event: { ...whole.event, went: 'bad' } }), 'Write "well", "hard", or "hurt".'],
    [
      'words',
      withAll({ person: { owns: ['rod'] } }),
      'Write a list of "boots", "roller", "plate", and "massager" in [ ].',
    ],
    ['a text', withAll({ reports: 3 }), 'Write a list of 400 reports at most in [ ].'],
  ])('with the wrong value for %s is refused with what belongs there', (_, text, suggestion) => {
    expect(problemsOf(text).map((problem) => words.problem(problem).suggestion)).toEqual([suggestion]);
  });

  it('with many problems is refused with the first ones and the number of the rest', () => {
    const reports = Array.from({ length: 300 }, () => ({ kind: 'soreness', at: 'x', soreness: -1 }));
    const problems = problemsOf(withAll({ reports }));
    expect(problems).toHaveLength(31);
    expect(problems.at(-1)?.kind).toBe('moreWrong');
  });

  it('never makes the reader throw, whatever it contains, and every problem has words', () => {
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
            const { place, reason, suggestion } = words.problem(problem);
            expect(`${place} ${reason} ${suggestion}`).not.toMatch(/undefined|NaN|\[object|[\p{Cc}\u202e]/u);
            expect([place, reason, suggestion].every((text) => text.length > 0)).toBe(true);
          }
        },
      ),
      { numRuns: 300 },
    );
  });
});
