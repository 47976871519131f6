/**
 * Faults and other events by the names that a person chooses in the page or types, as in `leak@120:3` (zone 3 leaks
 * from 120 s into the session). Each name stands for a typical case.
 */

import { mmhg, seconds } from '../../../firmware-protocol/quantities.ts';
import type { SimulatedBoots } from '../simulated-boots.ts';
import type { PlantFault } from './plant-faults.ts';

/**
 * What a fault needs besides its name: a zone (counted from 0 at the foot; on a hub the left leg first), a leg or a
 * boot of a pair (0 left, 1 right; a single boot has only 0), or nothing.
 */
export type FaultPlace = 'zone' | 'leg' | 'boot' | 'none';

/** What named faults act on: the plant, or for `reset` and `button` the firmware. */
export type AffectedBoots = Pick<SimulatedBoots, 'plant' | 'peripheral'>;

export interface NamedFault {
  readonly name: string;
  readonly meaning: string;
  readonly place: FaultPlace;
  /**
   * @param where number of the zone or leg in these boots; ignored if `place` is `boot` or `none`
   * @throws RangeError if these boots do not have that zone or leg, or, for `legs-swapped`, if they have only one leg;
   *   then nothing changes
   */
  inject(boots: AffectedBoots, where: number): void;
}

type MakeFaults = (where: number, boots: AffectedBoots) => readonly PlantFault[];

const named = (name: string, place: FaultPlace, meaning: string, make: MakeFaults): NamedFault => ({
  name,
  meaning,
  place,
  inject: (boots, where) => {
    for (const fault of make(where, boots)) boots.plant.inject(fault);
  },
});

const stuck =
  (valve: 'fill' | 'vent', position: 'open' | 'closed'): MakeFaults =>
  (zone) => [{ kind: 'stuckValve', zone, valve, position }];

/** The next zone toward the hip; for the last zone of a leg, the zone before it. */
const neighbour = (zone: number, zonesPerLeg: number): number =>
  (zone + 1) % zonesPerLeg === 0 ? zone - 1 : zone + 1;

export const namedFaults: readonly NamedFault[] = [
  named('fill-stuck-open', 'zone', 'a fill valve that does not close', stuck('fill', 'open')),
  named('fill-stuck-closed', 'zone', 'a fill valve that does not open', stuck('fill', 'closed')),
  named('vent-stuck-open', 'zone', 'a vent valve that does not close', stuck('vent', 'open')),
  named('vent-stuck-closed', 'zone', 'a vent valve that does not open', stuck('vent', 'closed')),
  named('kinked-hose', 'zone', 'a hose that carries a twentieth of the flow', (zone) => [
    { kind: 'kinkedHose', zone },
  ]),
  named('unplugged', 'zone', 'a hose that has come off', (zone) => [{ kind: 'unpluggedZone', zone }]),
  named('leak', 'zone', 'a hole in a bag', (zone) => [{ kind: 'leak', zone, coefficient: 0.03 }]),
  named('small-leak', 'zone', 'a leak that is a warning and no fault', (zone) => [
    { kind: 'leak', zone, coefficient: 0.015 },
  ]),
  named('sensor-freeze', 'zone', 'a sensor that reads the same for ever', (zone) => [
    { kind: 'sensorFreeze', zone },
  ]),
  named('sensor-offset', 'zone', 'a sensor that reads too high', (zone) => [
    { kind: 'sensorOffset', zone, offset: mmhg(15) },
  ]),
  named('sensor-dropout', 'zone', 'a sensor that reads nothing', (zone) => [{ kind: 'sensorDropout', zone }]),
  named('pump-stall', 'none', 'a pump that stands still', () => [{ kind: 'pumpStall' }]),
  named('pump-short', 'zone', 'a pump that cannot be switched off, onto a fill valve stuck open', (zone) => [
    // The valve fault comes first: on boots without such a zone it throws, before anything is injected.
    { kind: 'stuckValve', zone, valve: 'fill', position: 'open' },
    { kind: 'pumpShort' },
  ]),
  {
    name: 'reset',
    place: 'none',
    meaning: 'the boots lose power for a moment',
    inject: ({ peripheral }) => peripheral.reset(),
  },
  {
    name: 'button',
    place: 'boot',
    meaning: 'somebody presses the button on the boots: no fault, but it stops them',
    inject: ({ peripheral }) => peripheral.pressButton(),
  },
  named('limb-absent', 'leg', 'a boot without a leg in it', (leg, { plant }) => [
    { kind: 'limbAbsent', leg: legOf(leg, plant) },
  ]),
  named('open-zip', 'leg', 'a boot whose zip is open', (leg, { plant }) => [
    { kind: 'openZip', leg: legOf(leg, plant) },
  ]),
  named('movement', 'zone', 'a leg that moves every few seconds', (zone) => [
    { kind: 'movement', zone, height: mmhg(20), lasting: seconds(0.8), every: seconds(2.5) },
  ]),
  named(
    'altitude',
    'none',
    'a cabin that loses air at once, down to that of 2500 m: sealed bags swell',
    () => [{ kind: 'altitude', ambient: mmhg(560) }],
  ),
  named('swapped-hoses', 'zone', 'the hoses of a zone and its neighbour on each other', (zone, { plant }) => [
    { kind: 'swappedHoses', zones: [zone, neighbour(zone, plant.zonesPerLeg)] },
  ]),
  named('legs-swapped', 'none', 'the left boot on the hoses of the right, on a hub', (_, { plant }) => {
    if (plant.zones !== 2 * plant.zonesPerLeg) throw new RangeError('It takes both legs on one hub');
    return [{ kind: 'legsSwapped' }];
  }),
  named('low-battery', 'none', 'an empty battery and a weaker pump', () => [{ kind: 'lowBattery' }]),
];

export const faultNamed = (name: string): NamedFault | undefined =>
  namedFaults.find((fault) => fault.name === name);

function legOf(leg: number, { zones, zonesPerLeg }: SimulatedBoots['plant']): 0 | 1 {
  const isThere = leg >= 0 && leg < zones / zonesPerLeg;
  if (!isThere || (leg !== 0 && leg !== 1)) throw new RangeError(`there is no leg ${leg}`);
  return leg;
}
