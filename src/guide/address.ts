/**
 * Makes guides from their figures, and reads and writes a guide as a path in the page's address. So a step of the plan can link to its
 * guide, and a reload shows the same guide. A path is the id and then values in any order: roller-flush, muscles=feet,calves, passes=10,
 * step=day0-roller.
 */

import { seconds } from '../../firmware-protocol/quantities.ts';
import {
  type Guide,
  type GuideId,
  guideIds,
  type Muscle,
  muscles,
  type Question,
  questions,
} from './guide.ts';
import { byHand, footToHip } from './guides/by-hand.ts';
import { afterTheWalk, mobility } from './guides/mobility.ts';
import { afterFlight, afterRunning, rollerFlush } from './guides/roller-flush.ts';
import { oneKnotEach, spots } from './guides/spots.ts';
import { gentlest, vibrationPlate } from './guides/vibration-plate.ts';
import { easyRun, walk } from './guides/walk.ts';
import { beforeBed, windDown } from './guides/wind-down.ts';
import { guides } from './guides.ts';

/**
 * The least and the greatest whole number that an address may give. `minutes`: length of the guide. `passes`: strokes of the roller on each
 * muscle. `spot`: how long to press on one knot, s. `on`: how long the plate vibrates at a time, s. `rest`: the rest after that, s.
 * `breaths`: breaths per minute.
 */
const ranges = {
  minutes: [1, 60],
  passes: [1, 20],
  spot: [5, 60],
  on: [10, 60],
  rest: [30, 300],
  breaths: [3, 10],
} as const;
type Figure = keyof typeof ranges;

/** What an address, a step of the plan or the user's choice before the guide sets. The guide has defaults for what is missing. */
export interface Figures extends Partial<Record<Figure, number>> {
  readonly muscles?: readonly Muscle[];
  readonly ask?: Question;
  /** Id of the step of the plan that the guide is for. */
  readonly step?: string;
}

const MOST_PLATE_MINUTES = 10;

const makers: Readonly<Record<GuideId, (figures: Figures) => Guide>> = {
  walk: ({ minutes = 15 }) => walk(minutes),
  'easy-run': ({ minutes = 20 }) => easyRun(Math.max(6, minutes)),
  mobility: ({ minutes, muscles: of }) =>
    mobility({ minutes: minutes ?? afterTheWalk.minutes, muscles: of ?? afterTheWalk.muscles }),
  stretches: () => guides.stretches,
  'roller-flush': ({ muscles: of, passes }) =>
    rollerFlush({ muscles: of ?? afterRunning.muscles, passes: passes ?? afterRunning.passes }),
  'by-hand': ({ minutes, muscles: of }) =>
    byHand({ minutes: minutes ?? footToHip.minutes, muscles: of ?? footToHip.muscles }),
  spots: ({ muscles: of, spot }) =>
    spots({ muscles: of ?? oneKnotEach.muscles, secondsASpot: seconds(spot ?? oneKnotEach.secondsASpot) }),
  'vibration-plate': ({ minutes, on, rest }) =>
    vibrationPlate({
      minutes: Math.min(MOST_PLATE_MINUTES, minutes ?? gentlest.minutes),
      on: seconds(on ?? gentlest.on),
      rest: seconds(rest ?? gentlest.rest),
    }),
  cramp: () => guides.cramp,
  'wind-down': ({ minutes, breaths }) =>
    windDown({
      minutes: minutes ?? beforeBed.minutes,
      breathsAMinute: breaths ?? beforeBed.breathsAMinute,
    }),
};

/** If the guide has a question of its own, the question in the figures is not used. */
export function guideWith(id: GuideId, figures: Figures): Guide {
  const guide = makers[id](figures);
  return { ...guide, askFirst: guide.askFirst ?? figures.ask ?? null };
}

/** The lengths that the user can choose from before a guide begins, min. A guide that is missing here has no choice of length. */
export const lengthsOf: Readonly<Partial<Record<GuideId, readonly number[]>>> = {
  walk: [5, 10, 15, 20, 30],
  'easy-run': [15, 20, 30, 40],
  mobility: [5, 10],
  'by-hand': [5, 10],
  'wind-down': [5, 10, 15],
};

/** The roller flush after a flight: feet and calves first, and the question whether one calf is swollen, warm or red. */
export const flightFigures: Figures = { muscles: afterFlight.muscles, ask: 'one-calf' };

export const pathOf = (id: GuideId, figures: Figures): readonly string[] => [
  id,
  ...Object.entries(figures).map(([name, value]) => `${name}=${Array.isArray(value) ? value.join() : value}`),
];

function wholeWithin(text: string, [least, most]: readonly [number, number]): number | null {
  const value = /^\d{1,4}$/.test(text) ? Number(text) : Number.NaN;
  return value >= least && value <= most ? value : null;
}

function musclesIn(text: string): readonly Muscle[] | null {
  const named = text.split(',').map((name) => muscles.find((muscle) => muscle === name));
  const known = named.filter((muscle) => muscle !== undefined);
  return known.length === named.length && new Set(known).size === known.length ? known : null;
}

/** Ids of the plan's steps, such as day0-roller. */
const STEP_PATTERN = /^[\w-]{1,60}$/;

const isFigure = (name: string): name is Figure => Object.hasOwn(ranges, name);

/** Reads one part of a path after the id, such as passes=10; null if the part is not valid. */
function read(part: string): Figures | null {
  const [name = '', text = ''] = part.split(/=(.*)/s);
  if (isFigure(name)) {
    const value = wholeWithin(text, ranges[name]);
    return value === null ? null : { [name]: value };
  }
  if (name === 'muscles') {
    const of = musclesIn(text);
    return of === null ? null : { muscles: of };
  }
  const ask = name === 'ask' ? questions.find((question) => question === text) : undefined;
  if (ask !== undefined) return { ask };
  return name === 'step' && STEP_PATTERN.test(text) ? { step: text } : null;
}

export interface GuideAtAddress {
  readonly guide: Guide;
  readonly step: string | null;
}

/** The guide that a path describes; null if the id or any other part is not valid. */
export function guideAt([first, ...rest]: readonly string[]): GuideAtAddress | null {
  const id = guideIds.find((known) => known === first);
  if (id === undefined) return null;
  const parts = rest.map(read);
  const known = parts.filter((part) => part !== null);
  if (known.length < parts.length) return null;
  const figures: Figures = Object.assign({}, ...known);
  return { guide: guideWith(id, figures), step: figures.step ?? null };
}
