/** Every sentence of a plan: there, modest, and of the right words. */

import { describe, expect, it } from 'vitest';
import { eventKinds, tools } from '../../../../../src/plan/asked.ts';
import { signs } from '../../../../../src/plan/change/locks.ts';
import { type Plan, planFor, stepsOf } from '../../../../../src/plan/plan.ts';
import { advice } from '../../../../../src/plan/rules/advice.ts';
import { reasons } from '../../../../../src/plan/rules/reasons.ts';
import { rules } from '../../../../../src/plan/rules/rules.ts';
import { type SourceName, sources } from '../../../../../src/plan/rules/sources.ts';
import { readWallTime } from '../../../../../src/plan/time/wall-clock.ts';
import { adviceLine } from '../../../../../src/words/en/plan/advice.ts';
import { lockWords } from '../../../../../src/words/en/plan/locks.ts';
import { eventNames, toolNames } from '../../../../../src/words/en/plan/names.ts';
import { reasonLine } from '../../../../../src/words/en/plan/reasons.ts';
import { sourceLine } from '../../../../../src/words/en/plan/sources.ts';
import { standingLines } from '../../../../../src/words/en/plan/standing.ts';
import { changeLine, checkLine, deedHow, deedLine } from '../../../../../src/words/en/plan/steps.ts';
import { askedFor } from '../../../plan/asked-for.ts';

const plans: readonly Plan[] = eventKinds.map((kind) => planFor(askedFor(kind), null));
const since = readWallTime('2026-11-29T13:10');

const sentences: readonly string[] = [
  ...plans.flatMap(stepsOf).flatMap(({ deed }) => [deedLine(deed), deedHow(deed)]),
  ...reasons.map(reasonLine),
  ...advice.map(adviceLine),
  ...(Object.keys(sources) as SourceName[]).map((name) => sourceLine(name, sources)),
  ...signs.flatMap((sign) => {
    if (since === null) return [];
    return ([null, since, 'clinician'] as const).flatMap((opens) => {
      const { title, advice: lines } = lockWords({ sign, since, opens });
      return [title, ...lines];
    });
  }),
  ...Object.values(changeLine),
  ...(['one-calf', 'after-ultra'] as const).map(checkLine),
  ...Object.values(eventNames),
  ...tools.map((tool) => toolNames[tool]),
  ...standingLines({ kind: 'before', minutes: 90 }),
  ...standingLines({ kind: 'before', minutes: 9000 }),
  ...standingLines({ kind: 'over', days: 1, missed: { days: 15, steps: 60 } }),
];

describe('the words of a plan', () => {
  it('are all there', () => {
    for (const sentence of sentences) {
      expect(sentence.trim()).not.toBe('');
      expect(sentence).not.toMatch(/undefined|NaN|null|\[object/);
    }
    expect(sentences.length).toBeGreaterThan(300);
  });

  it('claim nothing that cannot be stood behind', () => {
    const claims =
      /\btreat(s|ed|ing|ment)?\b|\bheal|\bdrain|detox|toxin|lactic|lymph|\bDVT\b|\bcure|faster|speeds? up|\d+ ?%|prevents? (?:a )?clot|boosts?/i;
    expect(sentences.filter((sentence) => claims.test(sentence))).toEqual([]);
  });

  it('are used: each reason, source and piece of advice by some rule or event', () => {
    expect(reasons.filter((reason) => !rules.some(({ why }) => why === reason))).toEqual([]);
    const used = new Set(rules.flatMap(({ sources: of }) => of));
    expect(Object.keys(sources).filter((name) => !used.has(name as SourceName))).toEqual([]);
  });
});
