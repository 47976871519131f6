/** How these boots play a program differently. */

import type { Adaptation } from '../../../timeline/cycle/adaptation.ts';
import type { Numbers } from '../../numbers-and-units.ts';
import { partName } from '../body.ts';
import { capital } from '../text.ts';

const steps = (n: Numbers, value: number): string =>
  n.plural(value, { one: 'one step', other: `${n.count(value)} steps` });

const cycleTakes = (n: Numbers, { lasts, otherwise }: Extract<Adaptation, { kind: 'longerCycle' }>): string =>
  `a cycle takes ${n.lasting(lasts)} instead of ${n.lasting(otherwise)}.`;

/** @param longer "a cycle takes … instead of …", if this adaptation is the reason; otherwise null */
function sentence(n: Numbers, adaptation: Adaptation, longer: string | null): string {
  switch (adaptation.kind) {
    case 'oneZoneAtATime':
      return `Your boots fill one zone at a time: ${longer ?? 'each part is released before the next.'}`;
    case 'mayBeLowered':
      return 'How much air your legs take shows only while these boots fill, so the pressure may be lowered during the session, or the session may end early. This page then says so.';
    case 'inPairs': {
      const pairs = adaptation.pairs.map(
        ([distal, proximal]) => `${partName(distal)} with ${partName(proximal)}`,
      );
      return `Your boots fill some zones in pairs: ${longer ?? `${n.list(pairs)}.`}`;
    }
    case 'oneLeg':
      return `One boot is connected: only your ${adaptation.side} leg is squeezed.`;
    case 'lessPulsing':
      return adaptation.squeezes === 1
        ? `Your boots fill slowly: each part is squeezed once instead of ${n.count(adaptation.meant)} times.`
        : `Your boots fill slowly: each part is squeezed ${n.count(adaptation.squeezes)} times instead of ${n.count(adaptation.meant)}.`;
    case 'shorterHold':
      return adaptation.hold < 0.5
        ? `Parts stay at full pressure only for a moment instead of ${n.lasting(adaptation.meant)}, so that no part is squeezed too long at a time.`
        : `Each hold lasts ${n.lasting(adaptation.hold)} instead of ${n.lasting(adaptation.meant)}, so that no part is squeezed too long at a time.`;
    case 'fewerHeld':
      return `Behind the wave, ${steps(n, adaptation.steps)} ${adaptation.steps === 1 ? 'stays' : 'stay'} squeezed instead of ${n.count(adaptation.meant)}, so that no part is squeezed too long at a time.`;
    case 'longerRest':
      return `Rests last ${n.lasting(adaptation.rest)} instead of ${n.lasting(adaptation.meant)}, so that your legs are not squeezed for too much of the time.`;
    case 'slowerBreath':
      return `Your boots fill slowly: each step of the wave takes ${n.count(adaptation.breaths)} breaths instead of one.`;
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
