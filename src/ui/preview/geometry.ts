/**
 * A preview as shapes: one lane a zone, foot at the bottom. Across it is always 1000 wide, whatever is drawn; upward it is in
 * pixels. Whoever renders it stretches it across and puts the words beside it.
 */

import { type Mmhg, type Seconds, seconds } from '../../../firmware-protocol/quantities.ts';
import type { BodyPart, Side } from '../../../firmware-protocol/zones.ts';
import type { Preview, PreviewBand, PreviewPoint, PreviewTurn } from '../../timeline/preview/preview.ts';

/** Heights, px. */
export interface Measures {
  readonly lane: number;
  /** Between lanes. */
  readonly gap: number;
  /** Above the first lane of each leg, for its name. */
  readonly heading: number;
}

/** How deep the colour is at a moment. */
export interface Depth {
  /** 0 to 1 across. */
  readonly at: number;
  /** 0 to 1. */
  readonly depth: number;
}

export interface Lane {
  readonly part: BodyPart;
  readonly peak: Mmhg;
  readonly off: boolean;
  readonly top: number;
  readonly bottom: number;
  /** Pressure expected, as a filled shape and as its upper edge; paths. */
  readonly area: string;
  readonly edge: string;
  readonly depths: readonly Depth[];
  /** What is asked for, as a path. */
  readonly asked: string;
}

export interface LegLanes {
  /** Both, where one is drawn for both. */
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
  /** None where nothing takes turns. */
  readonly turns: readonly TurnSpan[];
}

export const ACROSS = 1000;

/** A program this gentle, mmHg, does not fill its lanes: what is light looks light. */
const LEAST_FULL = 36;
/** Room above the highest pressure, as a share of it. */
const HEADROOM = 1.06;
/** The colour is deepest from here on, mmHg. */
const DEEPEST = 80;
/** How deep it is at nothing at all. */
const PALEST = 0.22;
/** Most ticks across, the one at 0 not counted. */
const MOST_TICKS = 6;

const fixed = (value: number): string => value.toFixed(1);

/** Times of ticks: whole steps that are read easily. @param steps from small to large */
export function ticksOf(lasts: Seconds, steps: readonly number[], most = MOST_TICKS): readonly Tick[] {
  if (!(lasts > 0)) return [];
  const every = steps.find((step) => lasts / step <= most) ?? Math.ceil(lasts / most);
  return Array.from({ length: Math.floor(lasts / every) + 1 }, (_, index) => ({
    at: (index * every) / lasts,
    time: seconds(index * every),
  }));
}

const depthOf = (pressure: number): number =>
  PALEST + (1 - PALEST) * Math.min(1, Math.max(0, pressure) / DEEPEST);

export class Scale {
  readonly #lasts: number;
  readonly #full: number;

  /**
   * @param lasts what is as wide as the drawing
   * @param full the pressure as high as a lane
   */
  constructor(lasts: Seconds, full: number) {
    this.#lasts = Math.max(lasts, 1e-6);
    this.#full = full;
  }

  share(at: number): number {
    return Math.min(1, Math.max(0, at / this.#lasts));
  }

  x(at: number): string {
    return fixed(this.share(at) * ACROSS);
  }

  y(pressure: number, { top, bottom }: { readonly top: number; readonly bottom: number }): string {
    return fixed(bottom - (bottom - top) * Math.min(1, Math.max(0, pressure) / this.#full));
  }
}

/** The pressure that is as high as a lane. */
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
    asked: band.off ? '' : `M0 ${ground}${steps.join('')}H${ACROSS}`,
  };
}

/** Bands of each leg that is drawn: one for both where they do alike, none that is never squeezed beside one that is. */
function legsOf({
  bands,
  alike,
}: Preview): readonly { sides: readonly Side[]; bands: readonly PreviewBand[] }[] {
  const sides = [...new Set(bands.map(({ side }) => side))];
  const legs = sides.map((side) => ({ sides: [side], bands: bands.filter((band) => band.side === side) }));
  const first = legs[0];
  if (first === undefined) return [];
  if (alike) return [{ sides, bands: first.bands }];
  const squeezed = legs.filter((leg) => leg.bands.some(({ off }) => !off));
  return squeezed.length > 0 ? squeezed : [first];
}

const SECONDS = [1, 2, 5, 10, 15, 20, 30, 60, 120, 300] as const;

/** The turns drawn, side by side. */
export function pictureOf(preview: Preview, { lane, gap, heading }: Measures): Picture {
  const scale = new Scale(preview.cycleTime, fullOf(preview));
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
    ticks: ticksOf(preview.cycleTime, SECONDS),
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
