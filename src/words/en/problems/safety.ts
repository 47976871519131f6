/** Texts about problems of keyframes, cycles and sessions, because of which the page does not send them. */

import { limits, rules } from '../../../../firmware-protocol/limits.ts';
import { type Mmhg, mmhg } from '../../../../firmware-protocol/quantities.ts';
import type { SafetyProblem } from '../../../safety/problem.ts';
import type { ProblemWords, WordsFor } from '../../notices/problem-words.ts';
import type { Numbers } from '../../numbers-and-units.ts';
import { limitNames, limitValue } from '../notices/limits.ts';
import { fields, zoneName } from './places.ts';

const keyframeName = (keyframe: number): string => `keyframe ${keyframe}`;
const cycleZone = ({ cycle, zone }: Extract<SafetyProblem, { readonly cycle: number }>): string =>
  `cycle ${cycle}, ${zoneName(zone)}`;

type Limit = Extract<SafetyProblem, { readonly kind: 'breach' }>['limit'];

const breaches: Partial<Readonly<Record<Limit, string>>> = {
  timeAbove30: 'would be squeezed for too long without a full release',
  shareAbove30: 'would be squeezed for too much of the time',
  rise: 'would be filled too fast',
  reverseGradient: 'would stand higher than the zones toward the foot for too long',
  overPressure: 'would stay above what it is asked for',
};

const CHOOSE_LESS = 'Choose less pressure, or boots that fill faster.';

export const safety = (n: Numbers): WordsFor<SafetyProblem, ProblemWords> => {
  const exact = (pressure: Mmhg): string => n.exactPressure(pressure);
  return {
    zonesMissing: ({ keyframe, named, zones }) => ({
      place: keyframeName(keyframe),
      reason: `It names ${n.count(named)} of ${n.count(zones)} zones.`,
      suggestion: 'Name every zone: a keyframe is never a change.',
    }),
    severalZonesAtOnce: ({ keyframe, side }) => ({
      place: `${keyframeName(keyframe)}, ${side}`,
      reason: 'It asks several zones for pressure; these boots hold one at a time.',
      suggestion: 'Vent all but one zone of each leg.',
    }),
    sharedValve: ({ keyframe, zone }) => ({
      place: `${keyframeName(keyframe)}, ${zoneName(zone)}`,
      reason: 'It shares a valve with the zone below it and is asked for something else.',
      suggestion: 'Ask both zones for the same.',
    }),
    targetOutside: ({ keyframe, zone, target, most }) => ({
      place: `${keyframeName(keyframe)}, ${zoneName(zone)}`,
      reason: `${n.withUnit(target)} is outside 0 to ${exact(most)}.`,
      suggestion: 'Lower it.',
    }),
    rampTooFast: ({ keyframe, ramp, most }) => ({
      place: keyframeName(keyframe),
      reason:
        ramp === 0
          ? `It fills as fast as the boots can; ${n.rate(most)} is the most.`
          : `Its ramp is ${n.rate(ramp)}; ${n.exactPressure(mmhg(most))} is the most.`,
      suggestion: 'Choose a slower ramp.',
    }),
    gateTooLong: ({ keyframe, gate, longest }) => ({
      place: keyframeName(keyframe),
      reason: `Its gate may wait ${n.measure(gate, 's')}; ${n.measure(longest, 's')} is the longest here.`,
      suggestion: 'Shorten the gate.',
    }),
    gateUnreached: ({ keyframe, gate }) => ({
      place: keyframeName(keyframe),
      reason: `Its pressure would not be reached within ${n.measure(gate, 's')}.`,
      suggestion: CHOOSE_LESS,
    }),
    outOfOrder: ({ keyframe, at, before }) => ({
      place: keyframeName(keyframe),
      reason: `Its time of ${n.figure(at)} ms comes before ${n.figure(before)} ms.`,
      suggestion: 'Put keyframes in the order of their times.',
    }),
    endNotVented: ({ keyframe }) => ({
      place: keyframeName(keyframe),
      reason: 'It ends the session without venting every zone.',
      suggestion: 'Vent every zone at the end.',
    }),
    afterTheEnd: ({ keyframe }) => ({
      place: keyframeName(keyframe),
      reason: 'Keyframes follow the end of the session.',
      suggestion: 'End with the last keyframe.',
    }),
    endMissing: () => ({
      place: 'end',
      reason: 'The last keyframe does not end the session.',
      suggestion: 'Close with a keyframe that is marked end and vents every zone.',
    }),
    peakTooLow: (problem) => ({
      place: cycleZone(problem),
      reason: `Its peak of ${n.withUnit(problem.peak)} is below ${exact(problem.least)}.`,
      suggestion: 'Squeeze it more, or switch it off.',
    }),
    peakTooWeak: (problem) => ({
      place: cycleZone(problem),
      reason: `Its peak of ${n.withUnit(problem.peak)} is less than ${n.figure(problem.share)} % of the leg's highest, ${exact(problem.highest)}.`,
      suggestion: 'Let the pressure fall less over the leg.',
    }),
    peaksTooClose: (problem) => ({
      place: cycleZone(problem),
      reason: `Its peak is ${n.withUnit(problem.apart)} from its neighbour's.`,
      suggestion: `Make them equal, or at least ${n.withUnit(problem.step)} apart.`,
    }),
    kneePeak: (problem) => ({
      place: cycleZone(problem),
      reason: `${n.withUnit(problem.peak)} on the knee is more than the ${n.withUnit(problem.distal)} of the zone below it.`,
      suggestion: 'Squeeze the knee no more than the zone below it.',
    }),
    shareOfCycle: (problem) => ({
      place: cycleZone(problem),
      reason: `It would be above ${n.withUnit(mmhg(rules.squeezed))} for ${n.count(problem.share)} % of the cycle; ${limits.shareAbove30.byDefault} % at most.`,
      suggestion: 'Rest longer between the cycles.',
    }),
    breach: ({ limit, zone, value, at }) => ({
      place: zoneName(zone),
      reason: `It ${breaches[limit] ?? `would break a limit (${limitNames(n)[limit]})`}, ${n.whole(at, 's')} after the beginning (${limitValue(n, limit, value)}; ${limitValue(n, limit, limits[limit].byDefault)} at most).`,
      suggestion:
        limit === 'reverseGradient'
          ? `Choose less pressure (${n.withUnit(mmhg(rules.squeezed))} or less always works), keep the zones toward the foot on, or use boots that fill faster.`
          : CHOOSE_LESS,
    }),
    sessionTooLong: ({ wall, longest }) => ({
      place: 'session',
      reason: `It would last ${n.whole(wall, 's')}; ${n.whole(longest, 's')} at most.`,
      suggestion: 'Choose fewer minutes.',
    }),
    noRoomForAir: () => ({
      place: fields.onsetDelay,
      reason: 'Steps that begin at set times could leave a part of the leg squeezed for too long.',
      suggestion: 'Choose less pressure, a shorter delay between onsets, or boots that fill faster.',
    }),
  };
};
