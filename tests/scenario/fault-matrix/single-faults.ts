/** The faults of single zones that the fault matrix injects. */

import { mmhg } from '../../../firmware-protocol/quantities.ts';
import type { PlantFault } from '../../../src/simulator/faults/plant-faults.ts';
import { defaultParameters } from '../../../src/simulator/plant/parameters.ts';
import { distributeOverZones } from '../../../src/simulator/plant/zone-shares.ts';

export interface SingleFault {
  readonly name: string;
  readonly kind: 'gauge' | 'leak' | 'valve' | 'hose';
  readonly of: (zone: number, zonesPerLeg: number) => PlantFault;
}

export const valve = (which: 'fill' | 'vent', position: 'open' | 'closed'): SingleFault => ({
  name: `${which} stuck ${position}`,
  kind: 'valve',
  of: (zone) => ({ kind: 'stuckValve', zone, valve: which, position }),
});
/** The pressure at which `leak` states its rate, mmHg. */
const LEAK_PRESSURE = 45;

/** Air that raises the zone by 1 mmHg at LEAK_PRESSURE, on a leg of median size, L. */
function softness(zone: number, zonesPerLeg: number): number {
  const { slackVolumes, stiffnessVolumes, stretchPressure, slackPressure, ambient } = defaultParameters;
  const slack = distributeOverZones(slackVolumes, zonesPerLeg)[zone % zonesPerLeg] ?? 0;
  const stiffness = distributeOverZones(stiffnessVolumes, zonesPerLeg)[zone % zonesPerLeg] ?? 0;
  const stretched = 1 + (LEAK_PRESSURE - slackPressure) / stretchPressure;
  const volume = slack + stiffness * Math.log(stretched);
  return (stiffness / (stretchPressure * stretched)) * (1 + LEAK_PRESSURE / ambient) + volume / ambient;
}

/**
 * A hole through which a zone at 45 mmHg falls at this rate, mmHg/s. Boots must report a leak from 2.5 on
 * (PROTOCOL.md 8, limit 16).
 */
export const leak = (rate: number): SingleFault => ({
  name: `leak of ${rate} mmHg/s`,
  kind: 'leak',
  of: (zone, zonesPerLeg) => ({
    kind: 'leak',
    zone,
    coefficient: (60 * rate * softness(zone, zonesPerLeg)) / LEAK_PRESSURE,
  }),
});
export const offset = (by: number): SingleFault => ({
  name: `gauge ${by > 0 ? '+' : ''}${by}`,
  kind: 'gauge',
  of: (zone) => ({ kind: 'sensorOffset', zone, offset: mmhg(by) }),
});

export const singleFaults: readonly SingleFault[] = [
  valve('fill', 'open'),
  valve('fill', 'closed'),
  valve('vent', 'open'),
  valve('vent', 'closed'),
  { name: 'kinked hose', kind: 'hose', of: (zone) => ({ kind: 'kinkedHose', zone }) },
  { name: 'hose off', kind: 'hose', of: (zone) => ({ kind: 'unpluggedZone', zone }) },
  leak(3.5),
  leak(5),
  leak(8),
  leak(12),
  offset(-15),
  offset(15),
  offset(-25),
  offset(-13),
  { name: 'gauge frozen', kind: 'gauge', of: (zone) => ({ kind: 'sensorFreeze', zone }) },
  { name: 'gauge silent', kind: 'gauge', of: (zone) => ({ kind: 'sensorDropout', zone }) },
];
