import { describe, expect, it } from 'vitest';
import type { ActivityFigure } from '../../../../../src/plan/activity/figures.ts';
import { signs } from '../../../../../src/plan/change/locks.ts';
import { type Plan, planFor, stepsOf } from '../../../../../src/plan/plan.ts';
import { eventKinds, tools } from '../../../../../src/plan/plan-request.ts';
import { advice } from '../../../../../src/plan/rules/advice.ts';
import { reasons } from '../../../../../src/plan/rules/reasons.ts';
import { rules } from '../../../../../src/plan/rules/rules.ts';
import { type SourceName, sources } from '../../../../../src/plan/rules/sources.ts';
import { readWallTime } from '../../../../../src/plan/time/wall-clock.ts';
import { english } from '../../../../../src/words/en/english.ts';
import { planEnglish } from '../../../../../src/words/en/plan/english.ts';
import { french as frenchOf } from '../../../../../src/words/fr/french.ts';
import { planFrench } from '../../../../../src/words/fr/plan/french.ts';
import { at, requestFor, stepOf } from '../../../plan/request-for.ts';

const words = planEnglish(english({ pressureUnit: 'mmHg', locale: 'en' }).numbers);
const plans: readonly Plan[] = eventKinds.map((kind) => planFor(requestFor(kind), null));
const since = readWallTime('2026-11-29T13:10');

const sentences: readonly string[] = [
  ...plans.flatMap(stepsOf).flatMap(({ action }) => [words.action(action), words.how(action)]),
  ...reasons.map((reason) => words.reasons[reason]),
  ...advice.map((name) => words.advice[name]),
  ...(Object.keys(sources) as SourceName[]).map((name) => words.source(name, sources[name])),
  ...signs.flatMap((sign) => {
    if (since === null) return [];
    return ([null, since, 'clinician'] as const).flatMap((opens) => {
      const { title, advice: lines } = words.lock({ sign, since, opens });
      return [title, ...lines];
    });
  }),
  ...Object.values(words.changes),
  ...Object.values(words.checks),
  ...Object.values(words.questions).flatMap(({ title, none }) => [title, none]),
  ...Object.values(words.events),
  ...tools.map((tool) => words.tools[tool]),
  ...words.standing({ kind: 'before', minutes: 90 }),
  ...words.standing({ kind: 'before', minutes: 9000 }),
  ...words.standing({ kind: 'over', days: 1, missed: { days: 15, steps: 60 } }),
];

describe('the outcome of an activity', () => {
  const run = { endedAt: null, distanceKm: 10, minutes: null, ascentM: null, temperatureC: null };
  const french = planFrench(frenchOf({ pressureUnit: 'mmHg', locale: 'fr' }).numbers);

  it.each([
    ['English', words, 'distance and duration'],
    ['French', french, 'distance et durée'],
  ])('names in %s the figures that were left out', (_, { outcome }, named) => {
    const linesFor = (leftOut: readonly ActivityFigure[]) =>
      outcome({ kind: 'activity', activity: run, leftOut }).lines;
    expect(linesFor([])).toHaveLength(1);
    expect(linesFor(['distance', 'duration']).at(-1)).toContain(named);
    const problem = { kind: 'nothingUsable', figures: ['distance', 'duration'] } as const;
    const { problems } = outcome({ kind: 'activityRefused', what: 'run.gpx', problem });
    expect(problems.map(({ reason }) => reason).join()).toContain(named);
  });
});

describe('the words of a plan', () => {
  it('are all there', () => {
    for (const sentence of sentences) {
      expect(sentence.trim()).not.toBe('');
      expect(sentence).not.toMatch(/undefined|NaN|null|\[object/);
    }
    expect(sentences.length).toBeGreaterThan(300);
  });

  it('claim nothing that has no evidence', () => {
    const claims =
      /\btreat(s|ed|ing|ment)?\b|\bheal|\bdrain|detox|toxin|lactic|lymph|\bDVT\b|\bcure|faster|speeds? up|\d+ ?%|prevents? (?:a )?clot|boosts?/i;
    expect(sentences.filter((sentence) => claims.test(sentence))).toEqual([]);
  });

  it('are all used: every reason, source and piece of advice belongs to a rule or an event', () => {
    expect(reasons.filter((reason) => !rules.some(({ why }) => why === reason))).toEqual([]);
    const used = new Set(rules.flatMap(({ sources: of }) => of));
    expect(Object.keys(sources).filter((name) => !used.has(name as SourceName))).toEqual([]);
  });

  it('say at a session how much of the advised dose the legs have had, in the current unit', () => {
    const session = { kind: 'session', step: null, minutes: 20, peakMmhg: 60, dose: 600 } as const;
    const reports = [{ ...session, at: at('2026-11-30T10:00') }];
    const step = stepOf(planFor(requestFor('half', { reports }), null), 'day1-boots');
    expect(words.remarks(step)).toContain('your legs have had 600 of the 1500 mmHg·min advised in 24 hours');
    const inKpa = planEnglish(english({ pressureUnit: 'kPa', locale: 'en' }).numbers);
    expect(inKpa.remarks(step)).toContain('your legs have had 80 of the 200 kPa·min advised in 24 hours');
  });

  it('write pressures in the current unit', () => {
    const inKpa = planEnglish(english({ pressureUnit: 'kPa', locale: 'en' }).numbers);
    const actions = plans.flatMap(stepsOf).map(({ action }) => action);
    const boots = actions.filter(({ kind }) => kind === 'boots').map(inKpa.action);
    expect(boots[0]).toMatch(/, \d+\.\d kPa, \d+ min$/);
    expect(actions.flatMap((action) => [inKpa.action(action), inKpa.how(action)]).join()).not.toMatch(/mmHg/);
  });
});
