/**
 * Reads and writes a guide in the page's address, so that a plan can link to the guide of a step, and the guide is there after a reload. The
 * path has the id and then values in any order, such as roller-flush, muscles=feet,calves, passes=10, step=d0-roller. No address can make a
 * guide that breaks a limit.
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

/** The figures that an address can have, all whole numbers, with the least and the most of each. `minutes`: of the whole guide. Others: s. */
const ranges = {
  minutes: [1, 60],
  passes: [1, 20],
  spot: [5, 60],
  on: [10, 60],
  rest: [30, 300],
  breaths: [3, 10],
} as const;
type Figure = keyof typeof ranges;

/** The figures of a guide that an address or a step of the plan sets. A guide uses its defaults for the others. */
export interface Figures extends Partial<Record<Figure, number>> {
  readonly muscles?: readonly Muscle[];
  readonly ask?: Question;
  /** Id of the plan's step that the guide is for. */
  readonly step?: string;
}

/** Longest time on the vibration plate, min. */
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

/** The guide with these figures. A question among them does not replace one that the guide asks anyway. */
export function guideWith(id: GuideId, figures: Figures): Guide {
  const guide = makers[id](figures);
  return { ...guide, askFirst: guide.askFirst ?? figures.ask ?? null };
}

/** Lengths to choose from before a guide begins, min. */
export const lengthsOf: Readonly<Partial<Record<GuideId, readonly number[]>>> = {
  walk: [5, 10, 15, 20, 30],
  'easy-run': [15, 20, 30, 40],
  mobility: [5, 10],
  'by-hand': [5, 10],
  'wind-down': [5, 10, 15],
};

/** After a flight: feet and calves first, and a question about one swollen calf. */
export const flightFigures: Figures = { muscles: afterFlight.muscles, ask: 'one-calf' };

/** The path of a guide, which `guideAt` reads. */
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

/** Ids of steps are short, plain words. */
const STEP_PATTERN = /^[\w-]{1,60}$/;

const isFigure = (name: string): name is Figure => Object.hasOwn(ranges, name);

/** Reads one part of a path; null if it is not valid. */
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

/** The guide that a path names; null if it names none. */
export function guideAt([first, ...rest]: readonly string[]): GuideAtAddress | null {
  const id = guideIds.find((known) => known === first);
  if (id === undefined) return null;
  const parts = rest.map(read);
  const known = parts.filter((part) => part !== null);
  if (known.length < parts.length) return null;
  const figures: Figures = Object.assign({}, ...known);
  return { guide: guideWith(id, figures), step: figures.step ?? null };
}
