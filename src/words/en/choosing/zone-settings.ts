/** Words for the settings of single zones, and for the stepper that sets them. */

import { type Mmhg, mmhg } from '../../../../firmware-protocol/quantities.ts';
import type { Numbers } from '../../numbers-and-units.ts';
import type { Words } from '../../words.ts';
import { capital } from '../text.ts';

export const stepper: Words['stepper'] = {
  less: (name) => `Less: ${name}`,
  more: (name) => `More: ${name}`,
};

export function zoneSettings(n: Numbers): Words['zoneSettings'] {
  const plus = (value: number): string => (value > 0 ? '+' : '');
  return {
    title: 'Zones',
    changed: 'changed',
    intro:
      'More or less for one part of the leg. A wave stays firmer below than above, whatever you set here; the knee gets no more than the part below it.',
    alike: 'Same for both legs',
    reset: 'Reset zones',
    squeezed: 'Squeezed',
    trim: `Pressure, ${n.pressureUnit}`,
    boost: `Boost, ${n.pressureUnit}`,
    longer: 'Hold longer, s',
    signedPressure: (value: Mmhg) => `${plus(value)}${n.exactPressure(mmhg(value))}`,
    signed: (value) => `${plus(value)}${n.count(value)}`,
    zone: (part, side) => capital(side === null ? part : `${side} ${part}`),
    on: (zone) => `${zone}: squeezed`,
  };
}
