/** French names of the limits, and values of limits with their units. */

import { type LimitName, limits, rules } from '../../../../firmware-protocol/limits.ts';
import { mmhg, mmhgPerSecond } from '../../../../firmware-protocol/quantities.ts';
import type { Numbers } from '../../numbers-and-units.ts';

export function limitNames(n: Numbers): Readonly<Record<LimitName, string>> {
  const thirty = n.withUnit(mmhg(rules.squeezed));
  return {
    target: 'pression visée',
    confirmedSession: `durée d’une séance au-dessus de ${n.withUnit(mmhg(rules.confirmAbove))}`,
    session: 'durée d’une séance',
    timeAbove30: `temps au-dessus de ${thirty} depuis le dernier relâchement complet`,
    shareAbove30: `part des 10 dernières min au-dessus de ${thirty}`,
    rise: 'montée, moyenne sur 0,5 s',
    knee: 'pression visée au genou',
    reverseGradient: 'gradient inversé, d’un coup',
    gateSqueezing: `attente à une porte au-dessus de ${thirty}`,
    gate: 'attente à une porte',
    allowance: 'temps sans la page',
    startAhead: 'démarrage en avance sur l’horloge',
    overPressure: 'surpression au-delà de la plus haute cible des 5 dernières s',
    independent: 'surpression au capteur indépendant',
    emptying: `temps pour passer sous ${n.withUnit(mmhg(rules.empty))} après un arrêt`,
    leak: 'chute d’une zone fermée',
    unfilledAir: 'air envoyé sans que la pression monte',
    fillAir: 'air d’un remplissage, comparé aux quatre derniers de la zone',
  };
}

export function limitValue(n: Numbers, limit: LimitName, value: number): string {
  const { unit } = limits[limit];
  const tenth = Math.round(value * 10) / 10;
  if (unit === 'mmHg') return n.withUnit(mmhg(value));
  return unit === 'mmHg/s' ? n.rate(mmhgPerSecond(value)) : `${n.figure(tenth)} ${unit}`;
}
