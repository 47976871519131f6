/** How these boots play a program differently. */

import type { Adaptation } from '../../../timeline/cycle/adaptation.ts';
import type { Numbers } from '../../numbers-and-units.ts';
import { parts, sides } from '../body.ts';
import { capital } from '../text.ts';

const cycleTakes = (n: Numbers, { lasts, otherwise }: Extract<Adaptation, { kind: 'longerCycle' }>): string =>
  `un cycle dure ${n.lasting(lasts)} au lieu de ${n.lasting(otherwise)}.`;

const NOT_TOO_LONG = 'pour qu’aucune partie ne soit comprimée trop longtemps de suite.';

/** @param longer "a cycle takes … instead of …", if this adaptation is the reason; otherwise null */
function sentence(n: Numbers, adaptation: Adaptation, longer: string | null): string {
  switch (adaptation.kind) {
    case 'oneZoneAtATime':
      return `Vos bottes remplissent une zone à la fois : ${longer ?? 'chaque partie est relâchée avant la suivante.'}`;
    case 'mayBeLowered':
      return 'La quantité d’air que prennent vos jambes ne se voit que pendant le remplissage : la pression peut donc baisser pendant la séance, ou la séance finir plus tôt. Cette page le dit alors.';
    case 'inPairs': {
      const pairs = adaptation.pairs.map(([distal, proximal]) => `${parts[distal]} avec ${parts[proximal]}`);
      return `Vos bottes remplissent certaines zones deux par deux : ${longer ?? `${n.list(pairs)}.`}`;
    }
    case 'oneLeg':
      return `Une seule botte est connectée : seule votre jambe ${sides[adaptation.side]} est comprimée.`;
    case 'lessPulsing':
      return `Vos bottes se remplissent lentement : chaque partie est comprimée ${n.count(adaptation.squeezes)} fois au lieu de ${n.count(adaptation.meant)}.`;
    case 'shorterHold':
      return adaptation.hold < 0.5
        ? `Les parties ne restent qu’un instant à pleine pression, au lieu de ${n.lasting(adaptation.meant)}, ${NOT_TOO_LONG}`
        : `Chaque maintien dure ${n.lasting(adaptation.hold)} au lieu de ${n.lasting(adaptation.meant)}, ${NOT_TOO_LONG}`;
    case 'fewerHeld':
      return `Derrière la vague, ${n.count(adaptation.steps)} ${n.plural(adaptation.steps, { one: 'partie reste maintenue', other: 'parties restent maintenues' })} au lieu de ${n.count(adaptation.meant)}, ${NOT_TOO_LONG}`;
    case 'longerRest':
      return `Les repos durent ${n.lasting(adaptation.rest)} au lieu de ${n.lasting(adaptation.meant)}, pour que vos jambes ne soient pas comprimées une trop grande part du temps.`;
    case 'slowerBreath':
      return `Vos bottes se remplissent lentement : chaque pas de la vague prend ${n.count(adaptation.breaths)} respirations au lieu d’une.`;
    case 'longerCycle':
      return capital(cycleTakes(n, adaptation));
  }
}

export function adaptationWords(n: Numbers, adaptations: readonly Adaptation[]): readonly string[] {
  const longer = adaptations.find(({ kind }) => kind === 'longerCycle');
  const built = adaptations.find(({ kind }) => kind === 'oneZoneAtATime' || kind === 'inPairs');
  return adaptations
    .filter((each) => each !== longer || built === undefined)
    .map((each) =>
      sentence(n, each, each === built && longer?.kind === 'longerCycle' ? cycleTakes(n, longer) : null),
    );
}
