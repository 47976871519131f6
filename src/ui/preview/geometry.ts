/**
 * Computes the shapes of a preview: one lane per zone, foot at the bottom. Heights and y are in px. The width is 1000 units, which the
 * picture stretches to fit.
 */

import { type Mmhg, type Seconds, seconds } from '../../../firmware-protocol/quantities.ts';
import type { BodyPart, Side } from '../../../firmware-protocol/zones.ts';
import type {
  DrawnCycle,
  Preview,
  PreviewBand,
  PreviewPoint,
  PreviewTurn,
} from '../../timeline/preview/preview.ts';

/** In px. */
export interface Measures {
  readonly lane: number;
  /** Between lanes, and between the legs. */
  readonly gap: number;
  /** Room above the top lane of each leg, for the name of the leg. */
  readonly heading: number;
}

export interface Depth {
  /** Position across the picture, 0 to 1. */
  readonly at: number;
  /** 0.22 without pressure, up to 1 from 80 mmHg on. */
  readonly depth: number;
}

export interface Lane {
  readonly part: BodyPart;
  readonly peak: Mmhg;
  readonly off: boolean;
  readonly top: number;
  readonly bottom: number;
  /** SVG path of the filled area under the expected pressure. */
  readonly area: string;
  /** SVG path of the upper edge of `area`. */
  readonly edge: string;
  readonly depths: readonly Depth[];
  /** SVG path of the target pressure; empty = the zone is off. */
  readonly asked: string;
}

export interface LegLanes {
  readonly sides: readonly Side[];
  readonly top: number;
  /** Foot first. */
  readonly lanes: readonly Lane[];
}

export interface Tick {
  /** 0 to 1 across. */
  readonly at: number;
  readonly time: Seconds;
}

export interface TurnSpan {
  /** 0 to 1 across. */
  readonly from: number;
  readonly to: number;
  readonly turn: PreviewTurn;
}

export interface Picture {
  readonly height: number;
  readonly legs: readonly LegLanes[];
  readonly ticks: readonly Tick[];
  /** Empty unless the legs, or sections of the leg, are squeezed in turn. */
  readonly turns: readonly TurnSpan[];
}

export const PICTURE_WIDTH = 1000;

/** The scale reaches at least this pressure, mmHg, so that a gentle program looks gentle. */
const LEAST_FULL = 36;
/** The top of a lane is at this multiple of the highest pressure. */
const HEADROOM = 1.06;
/** The colour is deepest at this pressure and above, mmHg. */
const DEEPEST_AT = 80;
/** Depth of the colour at 0 mmHg. */
const PALEST_DEPTH = 0.22;
/** Most ticks on an axis unless the caller says otherwise, not counting the one at 0. */
const MOST_TICKS = 6;

const fixed = (value: number): string => value.toFixed(1);

/**
 * Ticks at round times; none if `lasts` is not above 0.
 * @param steps possible distances between ticks, s, smallest first; if all are too small, ticks are a whole number of seconds apart
 * @param most largest number of ticks, not counting the one at 0
 */
export function ticksOf(lasts: Seconds, steps: readonly number[], most = MOST_TICKS): readonly Tick[] {
  if (!(lasts > 0)) return [];
  const every = steps.find((step) => lasts / step <= most) ?? Math.ceil(lasts / most);
  return Array.from({ length: Math.floor(lasts / every) + 1 }, (_, index) => ({
    at: (index * every) / lasts,
    time: seconds(index * every),
  }));
}

const depthOf = (pressure: number): number =>
  PALEST_DEPTH + (1 - PALEST_DEPTH) * Math.min(1, Math.max(0, pressure) / DEEPEST_AT);

export class Scale {
  readonly #lasts: number;
  readonly #full: number;

  /**
   * @param lasts the time that the picture's width spans
   * @param full the pressure at the top of a lane, mmHg
   */
  constructor(lasts: Seconds, full: number) {
    this.#lasts = Math.max(lasts, 1e-6);
    this.#full = full;
  }

  share(at: number): number {
    return Math.min(1, Math.max(0, at / this.#lasts));
  }

  x(at: number): string {
    return fixed(this.share(at) * PICTURE_WIDTH);
  }

  y(pressure: number, { top, bottom }: { readonly top: number; readonly bottom: number }): string {
    return fixed(bottom - (bottom - top) * Math.min(1, Math.max(0, pressure) / this.#full));
  }
}

/** The pressure at the top of every lane of a preview, mmHg. */
export const fullOf = ({ peak, bands }: Preview): number =>
  HEADROOM * Math.max(LEAST_FULL, peak, ...bands.map((band) => band.peak));

function laneOf(band: PreviewBand, scale: Scale, top: number, bottom: number): Lane {
  const room = { top, bottom };
  const at = (point: PreviewPoint): string => `${scale.x(point.at)} ${scale.y(point.pressure, room)}`;
  const line = band.expected.map(at);
  const first = band.expected[0];
  const last = band.expected.at(-1);
  const ground = fixed(bottom);
  const area =
    first && last ? `M${scale.x(first.at)} ${ground}L${line.join('L')}L${scale.x(last.at)} ${ground}Z` : '';
  const steps = band.asked.map((step) => `H${scale.x(step.at)}V${scale.y(step.pressure, room)}`);
  return {
    part: band.part,
    peak: band.peak,
    off: band.off,
    top,
    bottom,
    area,
    edge: line.length > 0 ? `M${line.join('L')}` : '',
    depths: band.expected.map((point) => ({ at: scale.share(point.at), depth: depthOf(point.pressure) })),
    asked: band.off ? '' : `M0 ${ground}${steps.join('')}H${PICTURE_WIDTH}`,
  };
}

/** If both legs do the same, one drawing for both; otherwise each leg that is squeezed, or the first if none is. */
function legsOf({
  bands,
  alike,
}: DrawnCycle): readonly { sides: readonly Side[]; bands: readonly PreviewBand[] }[] {
  const sides = [...new Set(bands.map(({ side }) => side))];
  const legs = sides.map((side) => ({ sides: [side], bands: bands.filter((band) => band.side === side) }));
  const first = legs[0];
  if (first === undefined) return [];
  if (alike) return [{ sides, bands: first.bands }];
  const squeezed = legs.filter((leg) => leg.bands.some(({ off }) => !off));
  return squeezed.length > 0 ? squeezed : [first];
}

/** Possible distances between ticks, s. */
const TICK_STEPS = [1, 2, 5, 10, 15, 20, 30, 60, 120, 300] as const;

export const pictureOf = (preview: Preview, measures: Measures): Picture =>
  pictureOfCycle(preview, measures, fullOf(preview));

/** @param full the pressure at the top of a lane, mmHg */
export function pictureOfCycle(preview: DrawnCycle, { lane, gap, heading }: Measures, full: number): Picture {
  const scale = new Scale(preview.cycleTime, full);
  let y = 0;
  const legs = legsOf(preview).map(({ sides, bands }, index) => {
    const top = y + (index > 0 ? gap : 0);
    const first = top + heading;
    const lanes = bands.map((band, zone) => {
      const from = first + (bands.length - 1 - zone) * (lane + gap);
      return laneOf(band, scale, from, from + lane);
    });
    y = first + bands.length * (lane + gap) - gap;
    return { sides, top, lanes };
  });
  return {
    height: y,
    legs,
    ticks: ticksOf(preview.cycleTime, TICK_STEPS),
    turns:
      preview.turns.length > 1
        ? preview.turns.map((turn) => ({
            from: scale.share(turn.start),
            to: scale.share(turn.start + turn.lasts),
            turn,
          }))
        : [],
  };
}
