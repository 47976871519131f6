/** A cycle is composed once for each input. No settings ever get the cycle of other settings. */

import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { litresPerMinute, mmhg, seconds } from '../../../../firmware-protocol/quantities.ts';
import { defaultFillModel, type FillModel } from '../../../../src/air/fill-model.ts';
import type { BootsShape } from '../../../../src/program/boots-shape.ts';
import { pulseDistalRelease } from '../../../../src/program/patterns/pulse-distal-release.ts';
import { asMeant, asProgrammed, type Settings } from '../../../../src/program/program.ts';
import { type Cycle, composeCycle, type Position } from '../../../../src/timeline/cycle/compose.ts';
import { runs } from '../../../seed.ts';
import { anyShape, bootsOf } from '../../program/boots.ts';
import { anyProgram, settingsOf } from '../any-settings.ts';

/** The arguments of composeCycle. */
interface Asked {
  readonly settings: Settings;
  readonly boots: BootsShape;
  readonly fills: FillModel;
  readonly position: Required<Position>;
}

const compose = ({ settings, boots, fills, position }: Asked): Cycle =>
  composeCycle(settings, boots, fills, position);

/** Composes from fresh objects, for which no cycle is known yet. */
const composedAfresh = ({ settings, boots, fills, position }: Asked): Cycle =>
  compose({
    settings: structuredClone(settings),
    boots: structuredClone(boots),
    fills: structuredClone(fills),
    position,
  });

const withSettings = (change: (settings: Settings) => Partial<Settings>) => (asked: Asked) => ({
  ...asked,
  settings: { ...asked.settings, ...change(asked.settings) },
});
const withPattern = (change: Partial<Settings['program']['pattern']>) =>
  withSettings(({ program }) => ({
    program: { ...program, pattern: { ...program.pattern, ...change } },
  }));
const withBoots = (change: Partial<BootsShape>) => (asked: Asked) => ({
  ...asked,
  boots: { ...asked.boots, ...change },
});
const withAir = (change: Partial<FillModel>) => (asked: Asked) => ({
  ...asked,
  fills: { ...asked.fills, ...change },
});
const at = (change: Partial<Position>) => (asked: Asked) => ({
  ...asked,
  position: { ...asked.position, ...change },
});

/** Changes each field by itself. Typed, so that the compiler complains when a new field is missing here. */
const settingChanges: Readonly<Record<keyof Settings, (asked: Asked) => Asked>> = {
  program: withSettings(({ program }) => ({ program: { ...program, shape: { ...program.shape } } })),
  intensity: withSettings(({ intensity }) => ({ intensity: mmhg(intensity > 50 ? 40 : 60) })),
  minutes: withSettings(({ minutes }) => ({ minutes: minutes + 1 })),
  zones: withSettings(() => ({ zones: { left: [{ ...asProgrammed, trim: mmhg(-9) }], right: [] } })),
  confirmed: withSettings(({ confirmed }) => ({ confirmed: !confirmed })),
};
const bootsChanges: Readonly<Record<keyof BootsShape, (asked: Asked) => Asked>> = {
  parts: withBoots({ parts: bootsOf(4).parts }),
  sides: withBoots({ sides: ['right'] }),
  pumps: (asked) => withBoots({ pumps: asked.boots.pumps === 'each' ? 'shared' : 'each' })(asked),
  holdsTogether: (asked) => withBoots({ holdsTogether: !asked.boots.holdsTogether })(asked),
  sharedValves: (asked) => withBoots({ sharedValves: !asked.boots.sharedValves })(asked),
  pumpFlow: withBoots({ pumpFlow: litresPerMinute(3) }),
  highestTarget: withBoots({ highestTarget: mmhg(45) }),
  highestConfirmed: withBoots({ highestConfirmed: mmhg(85) }),
  longestSession: withBoots({ longestSession: seconds(60) }),
  longestAbove30: withBoots({ longestAbove30: seconds(25) }),
};
const airChanges: Readonly<Record<keyof FillModel, (asked: Asked) => Asked>> = {
  bags: (asked) => withAir({ bags: [...asked.fills.bags].reverse() })(asked),
  pumpFlow: withAir({ pumpFlow: litresPerMinute(5) }),
  slowness: withAir({ slowness: 1.7 }),
  leak: withAir({ leak: 0.003 }),
  residual: withAir({ residual: 1.4 }),
};
const positionChanges: Readonly<Record<keyof Position, (asked: Asked) => Asked>> = {
  index: (asked) => at({ index: asked.position.index === 0 ? 1 : 0 })(asked),
  afterPause: (asked) => at({ afterPause: !asked.position.afterPause })(asked),
};
/** A few of the pattern's fields, as a person who edits a program changes them. */
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

const anyAsked: fc.Arbitrary<Asked> = fc
  .record({
    settings: settingsOf(anyProgram),
    boots: anyShape,
    position: fc.record({ index: fc.integer({ min: 0, max: 6 }), afterPause: fc.boolean() }),
  })
  .map((drawn) => ({ ...drawn, fills: defaultFillModel(drawn.boots) }));

/** Above 80 mmHg and not the first: nearly every field makes a difference to it. */
const strong: Asked = {
  settings: { ...asMeant(pulseDistalRelease), intensity: mmhg(90), confirmed: true },
  boots: bootsOf(5),
  fills: defaultFillModel(bootsOf(5)),
  position: { index: 1, afterPause: false },
};
/** Not in the keyframes, or not of this cycle. */
const withoutDifference = ['program', 'minutes', 'longestSession', 'highestTarget'];

describe('a composed cycle', () => {
  it.each(changes)('is that of its own input after %s was changed', (field, change) => {
    fc.assert(
      fc.property(anyAsked, (asked) => {
        const changed = change(asked);
        const before = compose(asked);
        expect(compose(changed)).toEqual(composedAfresh(changed));
        expect(compose(asked)).toBe(before);
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
