/** Faults of the boots' hardware and of legs: air, gauges, valves, pump, battery. */

import { mmhg, seconds } from '../../../../firmware-protocol/quantities.ts';
import type { PlantFault } from '../../../../src/simulator/faults/plant-faults.ts';
import { leak, offset, type SingleFault, valve } from '../single-faults.ts';
import { moments } from './moments.ts';
import { ZONES } from './stage.ts';
import type { WholeFault } from './whole-faults.ts';

const zoneFault = (
  { name, of }: Pick<SingleFault, 'name' | 'of'>,
  rest: Omit<WholeFault, 'name' | 'strike' | 'belies' | 'place' | 'endings'> &
    Partial<Pick<WholeFault, 'belies' | 'place'>>,
): WholeFault => ({
  name,
  belies: 'nothing',
  place: 'zone',
  endings: ['fault'],
  ...rest,
  strike: (stage) => stage.inject((zone) => of(zone, ZONES)),
});

/** How long to watch a fault that shows only when the zone is next filled, s. */
const SLOW_FAULT_TIME = 150;

const simple = (name: string, of: (zone: number) => PlantFault) => ({ name, of });

export const airFaults: readonly WholeFault[] = [
  zoneFault(valve('fill', 'open'), {
    session: 'either',
    faults: ['fillValve', 'overPressure', 'notEmptying', 'gate'],
    watched: SLOW_FAULT_TIME,
    safeWithin: SLOW_FAULT_TIME,
  }),
  zoneFault(valve('fill', 'closed'), {
    session: 'ends',
    // With its fill valve closed, a bag loses air that is not replaced. This looks like a leak.
    faults: ['notFilling', 'leak', 'gate'],
    watched: SLOW_FAULT_TIME,
    safeWithin: SLOW_FAULT_TIME,
  }),
  zoneFault(valve('vent', 'open'), {
    session: 'either',
    faults: ['leak', 'notFilling', 'gate'],
    watched: SLOW_FAULT_TIME,
    safeWithin: SLOW_FAULT_TIME,
  }),
  zoneFault(valve('vent', 'closed'), {
    session: 'ends',
    // Boots may mistake a zone that does not vent for a zone that takes air of other zones.
    faults: ['notEmptying', 'overPressure', 'squeezedTooLong', 'reverseGradient', 'fillValve'],
    limits: ['reverseGradient', 'emptying', 'overPressure', 'timeAbove30'],
    notices: ['notEmptying'],
    watched: SLOW_FAULT_TIME,
    safeWithin: SLOW_FAULT_TIME,
  }),
  zoneFault(
    simple('kinked hose', (zone) => ({ kind: 'kinkedHose', zone })),
    {
      session: 'either',
      // While the pressures on both sides of the kink become equal, the reading rises. Boots may mistake this for
      // air from other zones.
      faults: ['notFilling', 'notEmptying', 'overPressure', 'gate', 'fillValve'],
      limits: ['emptying', 'overPressure', 'timeAbove30'],
      notices: ['notEmptying'],
      watched: SLOW_FAULT_TIME,
      // After lowering, targets are so low that the zone fills and empties in time, kinked or not.
      unsaid: ['lowering'],
      safeWithin: SLOW_FAULT_TIME,
    },
  ),
  zoneFault(
    simple('hose off', (zone) => ({ kind: 'unpluggedZone', zone })),
    {
      session: 'ends',
      faults: ['notFilling', 'leak', 'gate'],
      safeWithin: 120,
    },
  ),
  zoneFault(leak(12), {
    session: 'either',
    faults: ['leak', 'notFilling', 'gate'],
    watched: SLOW_FAULT_TIME,
    safeWithin: SLOW_FAULT_TIME,
  }),
  zoneFault(
    // At 60 mmHg a foot loses nearly twice as much as at 45, and must stay below the limit of 2.5 mmHg/s (limit 16).
    { ...leak(1), name: 'small leak' },
    { session: 'goesOn', watched: 60, faults: ['leak'], unsaid: moments, safeWithin: 120 },
  ),
  zoneFault(
    simple('gauge frozen', (zone) => ({ kind: 'sensorFreeze', zone })),
    {
      session: 'ends',
      belies: 'zone',
      faults: ['sensor'],
      // Until the boots report the gauge, the page knows only that the pressure does not fall.
      notices: ['notEmptying', 'airNotKnown'],
      safeWithin: 120,
    },
  ),
  zoneFault(offset(15), { session: 'ends', belies: 'zone', faults: ['sensor'], safeWithin: 120 }),
  zoneFault(
    simple('gauge silent', (zone) => ({ kind: 'sensorDropout', zone })),
    {
      session: 'ends',
      belies: 'zone',
      faults: ['sensor'],
      notices: ['airNotKnown'],
      safeWithin: 15,
    },
  ),
  {
    name: 'pump stands still',
    belies: 'nothing',
    strike: ({ at: { plant } }) => plant.inject({ kind: 'pumpStall' }),
    session: 'either',
    // The pump gives no air, so zones with open fill valves lose air to each other.
    faults: ['pump', 'notFilling', 'leak', 'gate'],
    place: 'boots',
    endings: ['fault'],
    watched: SLOW_FAULT_TIME,
    safeWithin: SLOW_FAULT_TIME,
  },
  {
    name: 'pump stays on, fill valve open',
    belies: 'nothing',
    strike: (stage) => {
      stage.inject(() => ({ kind: 'pumpShort' }));
      stage.inject((zone) => valve('fill', 'open').of(zone, ZONES));
    },
    session: 'ends',
    faults: ['overPressure', 'independentOverPressure', 'fillValve', 'notEmptying', 'gate'],
    notices: ['notEmptying'],
    place: 'zone',
    endings: ['fault'],
    safeWithin: 120,
  },
  {
    name: 'no leg in the boot',
    belies: 'nothing',
    strike: (stage) =>
      stage.at.plant.inject({
        kind: 'limbAbsent',
        leg: !stage.pair && stage.struck.side === 'right' ? 1 : 0,
      }),
    session: 'either',
    // The fault puts a rigid dummy in place of the leg. If the leg is squeezed at that moment, the stiffer bag
    // raises the pressure.
    faults: ['notFilling', 'leak', 'gate', 'sensor', 'independentOverPressure'],
    place: 'leg',
    endings: ['fault'],
    unsaid: moments,
    safeWithin: 120,
  },
  zoneFault(
    simple('leg moves', (zone) => ({
      kind: 'movement',
      zone,
      height: mmhg(20),
      lasting: seconds(0.8),
      every: seconds(2.5),
    })),
    {
      session: 'goesOn',
      watched: 60,
      faults: [],
      // While the legs move, the boots cannot zero their gauges.
      notices: ['refused'],
      unsaid: moments,
      safeWithin: 120,
    },
  ),
  {
    name: 'cabin loses air',
    belies: 'nothing',
    strike: ({ all }) => {
      for (const { plant } of all) plant.inject({ kind: 'altitude', ambient: mmhg(560) });
    },
    session: 'either',
    faults: ['overPressure', 'independentOverPressure', 'reverseGradient'],
    place: 'any',
    endings: ['fault'],
    unsaid: moments,
    safeWithin: 120,
  },
  zoneFault(
    simple('hoses swapped', (zone) => ({
      kind: 'swappedHoses',
      zones: [zone, (zone + 1) % ZONES === 0 ? zone - 1 : zone + 1],
    })),
    {
      session: 'either',
      belies: 'leg',
      place: 'neighbours',
      faults: ['sensor', 'reverseGradient', 'notFilling', 'overPressure', 'leak', 'gate', 'fillValve'],
      unsaid: moments,
      safeWithin: 120,
    },
  ),
  {
    name: 'left boot on the right hoses',
    belies: 'leg',
    on: ['hub'],
    strike: ({ at: { plant } }) => plant.inject({ kind: 'legsSwapped' }),
    session: 'either',
    faults: ['sensor', 'overPressure', 'notFilling', 'leak', 'gate'],
    place: 'boots',
    endings: ['fault'],
    unsaid: moments,
    safeWithin: 120,
  },
  {
    name: 'battery low',
    belies: 'nothing',
    strike: ({ at: { plant } }) => plant.inject({ kind: 'lowBattery' }),
    session: 'goesOn',
    watched: 60,
    faults: [],
    place: 'boots',
    notices: ['batteryLow'],
    endings: [],
    safeWithin: 120,
  },
];
