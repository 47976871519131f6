/** Texts about pressures above 80 mmHg, which a person confirms for each session. */

import { rules } from '../../../../firmware-protocol/limits.ts';
import { mmhg } from '../../../../firmware-protocol/quantities.ts';
import type { Numbers } from '../../numbers-and-units.ts';
import type { Words } from '../../words.ts';

export function highPressure(n: Numbers): Words['highPressure'] {
  const most = mmhg(rules.confirmAbove);
  return {
    more: `Plus de ${n.withUnit(most)}…`,
    title: `Plus de ${n.withUnit(most)} ?`,
    rules: [
      'Une telle séance dure au plus 20 minutes. Vous la permettez pour cette fois seulement.',
      'Arrêtez tout de suite si cela fait mal, ou si vos pieds s’engourdissent ou fourmillent.',
    ],
    confirm: `Permettre plus de ${n.pressure(most)} cette fois`,
    confirmed: (highest) =>
      `Jusqu’à ${n.withUnit(highest)} pour cette séance, 20 minutes au plus. Arrêtez en cas de douleur ou d’engourdissement.`,
    noSecondGauge: `Pas plus de ${n.withUnit(most)} : ces bottes n’ont pas de second capteur pour surveiller un excès de pression.`,
    back: `Revenir à ${n.pressure(most)} au plus`,
  };
}
