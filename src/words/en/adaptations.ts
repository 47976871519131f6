/** What of a program these boots do otherwise, in words. */

import type { Adaptation } from '../../timeline/cycle/adaptation.ts';
import { partName } from './body.ts';
import { capital, count, lasting, list } from './numbers.ts';

const steps = (value: number): string => (value === 1 ? 'one step' : `${count(value)} steps`);

const cycleTakes = ({ lasts, otherwise }: Extract<Adaptation, { kind: 'longerCycle' }>): string =>
  `a cycle takes ${lasting(lasts)} instead of ${lasting(otherwise)}.`;

/** @param longer said in it, where it is the reason */
function words(adaptation: Adaptation, longer: string | null): string {
  switch (adaptation.kind) {
    case 'oneZoneAtATime':
      return `Your boots fill one zone at a time: ${longer ?? 'each part is let go before the next.'}`;
    case 'inPairs': {
      const pairs = adaptation.pairs.map(
        ([distal, proximal]) => `${partName(distal)} with ${partName(proximal)}`,
      );
      return `Your boots fill some zones two by two: ${longer ?? `${list(pairs)}.`}`;
    }
    case 'oneLeg':
      return `One boot is connected: only your ${adaptation.side} leg is squeezed.`;
    case 'lessPulsing':
      return adaptation.squeezes === 1
        ? `Your boots fill slowly: each part is squeezed once instead of ${count(adaptation.meant)} times.`
        : `Your boots fill slowly: each part is squeezed ${count(adaptation.squeezes)} times instead of ${count(adaptation.meant)}.`;
    case 'shorterHold':
      return adaptation.hold < 0.5
        ? `Parts are not held at full pressure, where ${lasting(adaptation.meant)} were meant, so that no part is squeezed too long at a time.`
        : `Each hold is ${lasting(adaptation.hold)} instead of ${lasting(adaptation.meant)}, so that no part is squeezed too long at a time.`;
    case 'fewerHeld':
      return `Behind the wave ${steps(adaptation.steps)} ${adaptation.steps === 1 ? 'stays' : 'stay'} held instead of ${count(adaptation.meant)}, so that no part is squeezed too long at a time.`;
    case 'longerRest':
      return `Rests last ${lasting(adaptation.rest)} instead of ${lasting(adaptation.meant)}, so that your legs are not squeezed too much of the time.`;
    case 'slowerBreath':
      return `Your boots fill slowly: each step of the wave takes ${count(adaptation.breaths)} breaths instead of one.`;
    case 'longerCycle':
      return capital(cycleTakes(adaptation));
  }
}

/**
 * A line for each. Why a cycle takes longer is said in the same breath where the reason is how the boots are built: "Your boots fill
 * one zone at a time: a cycle takes 1 min 45 s instead of 1 min 10 s."
 */
export function adaptationWords(adaptations: readonly Adaptation[]): readonly string[] {
  const longer = adaptations.find(({ kind }) => kind === 'longerCycle');
  const built = adaptations.find(({ kind }) => kind === 'oneZoneAtATime' || kind === 'inPairs');
  return adaptations
    .filter((each) => each !== longer || built === undefined)
    .map((each) => words(each, each === built && longer?.kind === 'longerCycle' ? cycleTakes(longer) : null));
}
