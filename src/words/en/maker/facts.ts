/** Texts about what the boots report about themselves. */

import { ALLOWANCE_TO_THE_END } from '../../../../firmware-protocol/command.ts';
import type { Feature } from '../../../../firmware-protocol/feature.ts';
import { mmhg, seconds } from '../../../../firmware-protocol/quantities.ts';
import type { MakerWords } from '../../maker/maker-words.ts';
import type { Numbers } from '../../numbers-and-units.ts';
import { parts } from '../body.ts';

const kinds: Readonly<Record<Feature['kind'], string>> = {
  hub: 'one hub with two hoses',
  left: 'left boot',
  right: 'right boot',
};

const abilities: Readonly<Record<keyof Feature['abilities'], string>> = {
  holdsTogether: 'holds zones together',
  sharedValves: 'zones share valves',
  regulatesEachZone: 'regulates each zone',
  physicalStop: 'has a stop button',
  storesSessions: 'stores sessions',
  owned: 'is claimed',
  secondGauge: 'has a second gauge in each zone',
};

export const facts =
  (n: Numbers): MakerWords['facts'] =>
  (feature, serial) => {
    const can = Object.entries(abilities).flatMap(([name, says]) =>
      feature.abilities[name as keyof Feature['abilities']] ? [says] : [],
    );
    const allowed =
      feature.longestAllowance === ALLOWANCE_TO_THE_END
        ? 'to the end of the session'
        : n.lasting(feature.longestAllowance);
    return [
      { name: 'Kind', value: kinds[feature.kind] },
      { name: 'Zones per leg', value: n.list(feature.parts.map((part) => parts[part])) },
      { name: 'Protocol', value: `${feature.major}.${feature.minor}` },
      { name: 'Serial number ends in', value: serial },
      { name: 'They state', value: can.length > 0 ? n.list(can) : 'nothing' },
      {
        name: 'Highest pressure',
        value: `${n.withUnit(feature.highestTarget)}; confirmed ${n.withUnit(feature.highestConfirmed)}`,
      },
      { name: 'Second guard at', value: n.withUnit(mmhg(feature.independentOverPressure)) },
      { name: 'Longest session', value: n.lasting(seconds(feature.longestSession * 60)) },
      { name: `Longest above ${n.withUnit(mmhg(30))}`, value: n.lasting(seconds(feature.longestAbove30)) },
      { name: 'Alone at most', value: allowed },
      { name: 'Pump', value: n.measure(feature.pumpFlow, 'L/min') },
      { name: 'Keyframes they hold', value: n.count(feature.capacity) },
      { name: 'Largest write', value: `${n.count(feature.largestWrite)} bytes` },
      { name: 'A sample every', value: `${n.count(feature.samplePeriod)} ms` },
    ];
  };
