/** Texts about what the boots report about themselves. */

import { ALLOWANCE_TO_THE_END } from '../../../../firmware-protocol/command.ts';
import type { Feature } from '../../../../firmware-protocol/feature.ts';
import { mmhg, seconds } from '../../../../firmware-protocol/quantities.ts';
import type { MakerWords } from '../../maker/maker-words.ts';
import type { Numbers } from '../../numbers-and-units.ts';
import { parts } from '../body.ts';

const kinds: Readonly<Record<Feature['kind'], string>> = {
  hub: 'un boîtier à deux tuyaux',
  left: 'botte gauche',
  right: 'botte droite',
};

const abilities: Readonly<Record<keyof Feature['abilities'], string>> = {
  holdsTogether: 'tiennent des zones ensemble',
  sharedValves: 'partagent des vannes',
  regulatesEachZone: 'règlent chaque zone',
  physicalStop: 'ont un bouton d’arrêt',
  storesSessions: 'gardent les séances',
  owned: 'sont attribuées',
  secondGauge: 'ont un second capteur par zone',
};

export const facts =
  (n: Numbers): MakerWords['facts'] =>
  (feature, serial) => {
    const can = Object.entries(abilities).flatMap(([name, says]) =>
      feature.abilities[name as keyof Feature['abilities']] ? [says] : [],
    );
    const allowed =
      feature.longestAllowance === ALLOWANCE_TO_THE_END
        ? 'jusqu’à la fin de la séance'
        : n.lasting(feature.longestAllowance);
    return [
      { name: 'Type', value: kinds[feature.kind] },
      { name: 'Zones d’une jambe', value: n.list(feature.parts.map((part) => parts[part])) },
      { name: 'Protocole', value: `${feature.major}.${feature.minor}` },
      { name: 'Fin du numéro de série', value: serial },
      { name: 'Elles déclarent', value: can.length > 0 ? n.list(can) : 'rien' },
      {
        name: 'Pression la plus haute',
        value: `${n.withUnit(feature.highestTarget)} ; confirmée ${n.withUnit(feature.highestConfirmed)}`,
      },
      { name: 'Seconde protection à', value: n.withUnit(mmhg(feature.independentOverPressure)) },
      { name: 'Séance la plus longue', value: n.lasting(seconds(feature.longestSession * 60)) },
      {
        name: `Au-dessus de ${n.withUnit(mmhg(30))}, au plus`,
        value: n.lasting(seconds(feature.longestAbove30)),
      },
      { name: 'Seules au plus', value: allowed },
      { name: 'Pompe', value: n.measure(feature.pumpFlow, 'L/min') },
      { name: 'Images-clés en mémoire', value: n.count(feature.capacity) },
      { name: 'Écriture la plus longue', value: `${n.count(feature.largestWrite)} octets` },
      { name: 'Une mesure toutes les', value: `${n.count(feature.samplePeriod)} ms` },
    ];
  };
