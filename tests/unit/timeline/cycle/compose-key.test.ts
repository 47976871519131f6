/** A cycle is composed once for each input and then reused. No input gets the cycle of another input. */

import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { litresPerMinute, mmhg, seconds } from '../../../../firmware-protocol/quantities.ts';
import { defaultFillModel, type FillModel } from '../../../../src/air/fill-model.ts';
import type { BootsShape } from '../../../../src/program/boots-shape.ts';
import { pulseDistalRelease } from '../../../../src/program/patterns/pulse-distal-release.ts';
import { asProgrammed, type Settings, startingSettings } from '../../../../src/program/program.ts';
import { type Cycle, composeCycle, type PlaceInSession } from '../../../../src/timeline/cycle/compose.ts';
import { runs } from '../../../seed.ts';
import { anyShape, bootsOf } from '../../program/boots.ts';
import { anyProgram, settingsOf } from '../any-settings.ts';

interface PlanRequest {
  readonly settings: Settings;
  readonly boots: BootsShape;
  readonly fills: FillModel;
  readonly position: Required<PlaceInSession>;
}

const compose = ({ settings, boots, fills, position }: PlanRequest): Cycle =>
  composeCycle(settings, boots, fills, position);

/** Composes from fresh objects, for which no cycle is known yet. */
const composedAfresh = ({ settings, boots, fills, position }: PlanRequest): Cycle =>
  compose({
    settings: structuredClone(settings),
    boots: structuredClone(boots),
    fills: structuredClone(fills),
    position,
  });

const withSettings = (change: (settings: Settings) => Partial<Settings>) => (request: PlanRequest) => ({
  ...request,
  settings: { ...request.settings, ...change(request.settings) },
});
const withPattern = (change: Partial<Settings['program']['pattern']>) =>
  withSettings(({ program }) => ({
    program: { ...program, pattern: { ...program.pattern, ...change } },
  }));
const withBoots = (change: Partial<BootsShape>) => (request: PlanRequest) => ({
  ...request,
  boots: { ...request.boots, ...change },
});
const withAir = (change: Partial<FillModel>) => (request: PlanRequest) => ({
  ...request,
  fills: { ...request.fills, ...change },
});
const at = (change: Partial<PlaceInSession>) => (request: PlanRequest) => ({
  ...request,
  position: { ...request.position, ...change },
});

/** Changes of one field each, for every field: the type makes the compiler complain if one is missing here. */
const settingChanges: Readonly<Record<keyof Settings, (request: PlanRequest) => PlanRequest>> = {
  program: withSettings(({ program }) => ({ program: { ...program, shape: { ...program.shape } } })),
  intensity: withSettings(({ intensity }) => ({ intensity: mmhg(intensity > 50 ? 40 : 60) })),
  minutes: withSettings(({ minutes }) => ({ minutes: minutes + 1 })),
  zones: withSettings(() => ({ zones: { left: [{ ...asProgrammed, trim: mmhg(-9) }], right: [] } })),
  confirmed: withSettings(({ confirmed }) => ({ confirmed: !confirmed })),
};
const bootsChanges: Readonly<Record<keyof BootsShape, (request: PlanRequest) => PlanRequest>> = {
  parts: withBoots({ parts: bootsOf(4).parts }),
  sides: withBoots({ sides: ['right'] }),
  pumps: (request) => withBoots({ pumps: request.boots.pumps === 'each' ? 'shared' : 'each' })(request),
  holdsTogether: (request) => withBoots({ holdsTogether: !request.boots.holdsTogether })(request),
  sharedValves: (request) => withBoots({ sharedValves: !request.boots.sharedValves })(request),
  pumpFlow: withBoots({ pumpFlow: litresPerMinute(3) }),
  highestTarget: withBoots({ highestTarget: mmhg(45) }),
  highestConfirmed: withBoots({ highestConfirmed: mmhg(85) }),
  longestSession: withBoots({ longestSession: seconds(60) }),
  longestAbove30: withBoots({ longestAbove30: seconds(25) }),
  highestOwn: withBoots({ highestOwn: mmhg(40) }),
};
const airChanges: Readonly<Record<keyof FillModel, (request: PlanRequest) => PlanRequest>> = {
  bags: (request) => withAir({ bags: [...request.fills.bags].reverse() })(request),
  pumpFlow: withAir({ pumpFlow: litresPerMinute(5) }),
  slowness: withAir({ slowness: 1.7 }),
  leak: withAir({ leak: 0.003 }),
  residual: withAir({ residual: 1.4 }),
};
const positionChanges: Readonly<Record<keyof PlaceInSession, (request: PlanRequest) => PlanRequest>> = {
  index: (request) => at({ index: request.position.index === 0 ? 1 : 0 })(request),
  afterPause: (request) => at({ afterPause: !request.position.afterPause })(request),
};
/** Changes of a few fields of the pattern, as a person makes in the editor. */
const patternChanges = {
  hold: withPattern({ hold: seconds(1) }),
  legs: withPattern({ legs: 'right' }),
  warmUpCycles: withPattern({ warmUpCycles: 5 }),
};
const changes = Object.entries({
  ...settingChanges,
  ...bootsChanges,
  ...airChanges,
  ...positionChanges,
  ...patternChanges,
});

const anyRequest: fc.Arbitrary<PlanRequest> = fc
  .record({
    settings: settingsOf(anyProgram),
    boots: anyShape,
    position: fc.record({ index: fc.integer({ min: 0, max: 6 }), afterPause: fc.boolean() }),
  })
  .map((drawn) => ({ ...drawn, fills: defaultFillModel(drawn.boots) }));

/** A cycle above 80 mmHg that is not the session's first. Nearly every field makes a difference to such a cycle. */
const strong: PlanRequest = {
  settings: { ...startingSettings(pulseDistalRelease), intensity: mmhg(90), confirmed: true },
  boots: bootsOf(5),
  fills: defaultFillModel(bootsOf(5)),
  position: { index: 1, afterPause: false },
};
/** The fields that make no difference to the cycle of `strong`. */
const withoutDifference = ['program', 'minutes', 'longestSession', 'highestTarget'];

describe('a composed cycle', () => {
  it.each(changes)('is that of its own input after %s was changed', (field, change) => {
    fc.assert(
      fc.property(anyRequest, (request) => {
        const changed = change(request);
        const before = compose(request);
        expect(compose(changed)).toEqual(composedAfresh(changed));
        expect(compose(request)).toBe(before);
      }),
      { numRuns: runs(3, 30), examples: [[strong]] },
    );
    const isSame = isDeepStrictEqual(compose(change(strong)), compose(strong));
    expect(isSame).toBe(withoutDifference.includes(field));
  });

  it('is composed once for inputs that differ in nothing it depends on', () => {
    expect(compose(settingChanges.minutes(strong))).toBe(compose(strong));
    expect(compose(at({ index: 8 })(strong))).toBe(compose(strong));
    expect(compose(at({ index: 2, afterPause: true })(strong))).toBe(
      compose(at({ index: 8, afterPause: true })(strong)),
    );
  });
});
