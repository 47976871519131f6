/** French words for the settings of single zones, and for the stepper that sets them. */

import { type Mmhg, mmhg } from '../../../../firmware-protocol/quantities.ts';
import type { Numbers } from '../../numbers-and-units.ts';
import type { Words } from '../../words.ts';
import { partOn, parts } from '../body.ts';
import { capital } from '../text.ts';

export const stepper: Words['stepper'] = {
  less: (name) => `Moins : ${name}`,
  more: (name) => `Plus : ${name}`,
};

export function zoneSettings(n: Numbers): Words['zoneSettings'] {
  const plus = (value: number): string => (value > 0 ? '+' : '');
  return {
    title: 'Zones',
    changed: 'modifiées',
    intro:
      'Plus ou moins pour une seule partie de la jambe. Une vague reste plus ferme en bas qu’en haut, quoi que vous régliez ici ; le genou ne reçoit pas plus que la partie au-dessous.',
    alike: 'Pareil pour les deux jambes',
    reset: 'Rétablir les zones',
    squeezed: 'Comprimée',
    trim: `Pression, ${n.pressureUnit}`,
    boost: `Renfort, ${n.pressureUnit}`,
    longer: 'Maintien plus long, s',
    signedPressure: (value: Mmhg) => `${plus(value)}${n.exactPressure(mmhg(value))}`,
    signed: (value) => `${plus(value)}${n.count(value)}`,
    zone: (part, side) => capital(side === null ? parts[part] : partOn(part, side)),
    on: (zone) => `${zone} : comprimer`,
  };
}
