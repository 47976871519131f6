/** A step of a plan links to the guide for what the step says, with the step's values, such as its minutes. */

import { describe, expect, it } from 'vitest';
import { guideAt } from '../../../../src/guide/address.ts';
import { guideIds, guideLength } from '../../../../src/guide/guide.ts';
import { planFor, stepsOf } from '../../../../src/plan/plan.ts';
import { eventKinds } from '../../../../src/plan/plan-request.ts';
import { sources } from '../../../../src/plan/rules/sources.ts';
import type { Action, Step } from '../../../../src/plan/step.ts';
import { guidePlace, sourcesOf } from '../../../../src/ui/guides/guide-of-step.ts';
import { requestFor } from '../../plan/request-for.ts';

const steps: readonly Step[] = eventKinds.flatMap((kind) => stepsOf(planFor(requestFor(kind), null)));
const actionsWithoutGuide = ['drink', 'boots', 'warm', 'rest'];

describe('a step of a plan', () => {
  it('has a guide, unless its action needs none', () => {
    expect(steps.length).toBeGreaterThan(150);
    for (const step of steps)
      expect(guidePlace(step) === null).toBe(actionsWithoutGuide.includes(step.action.kind));
  });

  it('has a guide at its path, which is no longer than the step, and knows the step and its question', () => {
    for (const step of steps) {
      const path = guidePlace(step)?.path ?? null;
      if (path === null) continue;
      const asked = guideAt(path);
      expect(asked?.step).toBe(step.id);
      if (asked === null) continue;
      const preparation = asked.guide.id === 'vibration-plate' ? 20 : 0;
      expect(guideLength(asked.guide) - preparation).toBeLessThanOrEqual(step.action.minutes * 60);
      if (step.askFirst !== null) expect(asked.guide.askFirst).not.toBeNull();
    }
  });

  it('gives its values to its guide', () => {
    for (const step of steps) {
      const { action } = step;
      const phases =
        guideAt(guidePlace(step)?.path ?? [])?.guide.phases.filter(({ kind }) => kind === 'work') ?? [];
      const worked = [...new Set(phases.map(({ muscle }) => muscle))];
      if (action.kind === 'roller' || (action.kind === 'stretch' && action.manner === 'moving'))
        expect(worked).toEqual(action.muscles);
      if (action.kind === 'massage') expect(worked).toEqual(action.muscles);
      if (action.kind === 'roller') expect(phases.every(({ passes }) => passes === action.passes)).toBe(true);
      if (action.kind === 'massage' && action.secondsASpot !== null)
        expect(phases.every(({ pace }) => pace === action.secondsASpot)).toBe(true);
      if (action.kind === 'wind-down') expect(60 / (phases[0]?.pace ?? 0)).toBe(action.breathsAMinute);
    }
  });
});

describe('the values of a step', () => {
  it('reach its guide even if no rule uses them today', () => {
    const step = { id: 'day0-some', askFirst: null } as const;
    const path = (action: Action): string => guidePlace({ ...step, action })?.path.join(' ') ?? '';
    expect(path({ kind: 'wind-down', minutes: 7, breathsAMinute: 5 })).toBe(
      'wind-down minutes=7 breaths=5 step=day0-some',
    );
    expect(
      path({ kind: 'plate', minutes: 6, hertz: 25, millimetres: 2, onSeconds: 30, restSeconds: 90 }),
    ).toBe('vibration-plate minutes=6 on=30 rest=90 step=day0-some');
  });
});

describe('a guide', () => {
  it('names only sources that exist', () => {
    for (const id of guideIds) for (const name of sourcesOf[id]) expect(sources).toHaveProperty([name]);
  });
});
