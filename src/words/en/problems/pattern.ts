/** Texts about problems of a pattern, its sections, and the settings saved with a program. */

import { rules } from '../../../../firmware-protocol/limits.ts';
import { mmhg } from '../../../../firmware-protocol/quantities.ts';
import type { PatternProblem } from '../../../program/problem.ts';
import type { LegPart } from '../../../program/program.ts';
import type { Range } from '../../../program/ranges.ts';
import type { ProblemWords, WordsFor } from '../../notices/problem-words.ts';
import type { Numbers } from '../../numbers-and-units.ts';
import { minutesWords, rangeWords } from './figures.ts';
import { fields, sectionName } from './places.ts';

const breath = (n: Numbers, range: Range): string =>
  `Choose a delay of ${rangeWords(n, range)}, or switch breathing off.`;
const someOf = (n: Numbers, parts: readonly LegPart[]): string => `Name some of ${n.list(parts)}.`;

export const pattern = (n: Numbers): WordsFor<PatternProblem, ProblemWords> => ({
  tooLongForPressure: ({ field, least, most }) => ({
    place: fields[field],
    reason: `A session above ${n.withUnit(mmhg(rules.confirmAbove))} lasts ${minutesWords(n, most)} at most.`,
    suggestion: `Choose ${n.figure(least)} to ${minutesWords(n, most)}, or a lower peak.`,
  }),
  patternId: ({ most }) => ({
    place: 'pattern, id',
    reason: 'It is not a short name.',
    suggestion: `Use lower-case letters, digits and hyphens, at most ${n.count(most)}: "slow-wave".`,
  }),
  breathWithoutDelay: ({ range }) => ({
    place: 'breathing',
    reason: 'A step is a breath, and there is no delay between the onsets of steps to say how long it is.',
    suggestion: breath(n, range),
  }),
  breathPace: ({ delay, range }) => ({
    place: 'breathing',
    reason: `A breath of ${n.measure(delay, 's')} is ${n.figure(Math.round(600 / delay) / 10)} a minute; people breathe along with 4 to 12.`,
    suggestion: breath(n, range),
  }),
  breathPulses: () => ({
    place: 'breathing',
    reason: 'A step that is a breath cannot pulse as well.',
    suggestion: 'Leave the pulse out, or switch breathing off.',
  }),
  releaseTogether: () => ({
    place: 'release',
    reason: 'Parts that are all squeezed together cannot be released one after the other.',
    suggestion: 'Let them go together, or set a delay between onsets.',
  }),
  releaseOneStep: () => ({
    place: 'release',
    reason: 'A wave of one step has nothing behind it to release.',
    suggestion: 'Choose 2 steps or more, or release all together.',
  }),
  heldTooMany: ({ steps, held, most, release }) => ({
    place: fields.trailingHolds,
    reason: `Of ${n.count(steps)} ${n.plural(steps, { one: 'step', other: 'steps' })}, ${n.figure(held)} cannot stay held behind the wave: ${
      release === 'trailing'
        ? 'at least one more is released behind them'
        : 'those behind the first are all there are'
    }.`,
    suggestion: most === 0 ? 'Choose 0.' : `Choose 0 to ${n.count(most)}.`,
  }),
  sectionsTooMany: ({ sections, most }) => ({
    place: 'sections',
    reason: `There are ${n.count(sections)} of them.`,
    suggestion: `Choose a whole number from 0 to ${n.count(most)}.`,
  }),
  sectionEmpty: ({ section, parts }) => ({
    place: sectionName(section),
    reason: 'It has no part of the leg.',
    suggestion: someOf(n, parts),
  }),
  sectionUnknownPart: ({ section, parts }) => ({
    place: sectionName(section),
    reason: 'It names a part that legs do not have.',
    suggestion: someOf(n, parts),
  }),
  sectionRepeats: ({ section, part }) => ({
    place: sectionName(section),
    reason: `It has the ${part} twice.`,
    suggestion: 'Name it once.',
  }),
  sectionOff: ({ section }) => ({
    place: sectionName(section),
    reason: 'All of it is switched off, so its turn would squeeze nothing.',
    suggestion: 'Switch on a part of it, or leave the section out.',
  }),
  inNoSection: ({ part }) => ({
    place: part,
    reason: 'It is switched on but in no section, so its turn never comes.',
    suggestion: 'Add it to a section, or switch it off.',
  }),
  setLayout: ({ parts, layout }) => ({
    place: 'set, zones',
    reason: `No boots have these zones: ${n.list(parts) || 'none'}.`,
    suggestion: `Name those of a leg from the foot up${layout ? `: ${n.list(layout)}` : ''}.`,
  }),
  setTooManyZones: ({ zones }) => ({
    place: 'set, zones',
    reason: `There are more settings for a leg than the ${n.count(zones)} zones it has.`,
    suggestion: 'Leave out those above the topmost zone.',
  }),
});
