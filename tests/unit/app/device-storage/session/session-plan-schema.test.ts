/**
 * The property names under which the plan of a running session is stored. They must stay the same, because an earlier release may have
 * stored the plan that this page reads.
 */

import { parse } from 'valibot';
import { expect, it } from 'vitest';
import { planSchema, storedPlan } from '../../../../../src/app/device-storage/session/session-plan-schema.ts';
import { plan } from '../../../scheduler/playing.ts';

const {
  stage: _stage,
  shown,
  whole: _whole,
  report: _report,
  now: _now,
  replaced: _replaced,
  ...kept
} = plan();
const remembered = { ...kept, shownActive: shown.active };

const names = (value: object | undefined): string =>
  Object.keys(value ?? {})
    .sort()
    .join(' ');

it('a plan, its cycles and keyframes are stored under the property names that earlier releases used', () => {
  const stored = storedPlan(remembered);
  const [cycle] = stored.script.cycles;
  expect(names(stored)).toBe(
    'air atMark atWave boots change longest mould script settings shownActive wanted',
  );
  expect(names(stored.script)).toBe('cycles end keyframes');
  expect(names(cycle)).toBe(
    'adaptations before expectedWaits fits index intensity keyframes length mould mouldWait peaks start turn waits',
  );
  expect(names(cycle?.keyframes[0])).toBe('at cycle end gate ramp targets');
  expect(names(stored.air)).toBe('fills rises turns');
  expect(names(stored.air.fills)).toBe('bags leak pumpFlow residual slowness');
});

it('a stored plan is read back unchanged', () => {
  const read = parse(planSchema, structuredClone(storedPlan(remembered)));
  const cycles = remembered.script.cycles.map((cycle) => ({ ...cycle, adaptations: [] }));
  const { atMark } = remembered;
  expect(read).toEqual({
    ...remembered,
    script: { ...remembered.script, cycles },
    atMark: { cycles: atMark.cycles, playhead: atMark.playhead, waited: atMark.waited },
  });
});
