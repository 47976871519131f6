/**
 * Draws a whole session as a strip: each cycle is as high as its peak, a prefill (the filling before a cycle) is low and paler, rests are
 * gaps.
 */

import type { Preview, PreviewCycle } from '../../timeline/preview/preview.ts';
import { fullOf, Scale, type Tick, ticksOf } from './geometry.ts';

export interface Strip {
  readonly height: number;
  /** SVG path. */
  readonly prefills: string;
  /** SVG path, without prefills and rests. */
  readonly cycles: string;
  readonly ticks: readonly Tick[];
}

/** Share of the width that each sloping side takes, so that narrow cycles can be told apart. A prefill slopes only on the left. */
const SLOPE_SHARE = 0.18;
/** As a share of the strip's height. */
const PREFILL_HEIGHT = 0.34;
/** Possible distances between ticks, s. */
const TICK_STEPS = [60, 120, 300, 600, 900, 1200] as const;

/** @param height px */
export function stripOf(preview: Preview, height: number): Strip {
  const scale = new Scale(preview.lasts, fullOf(preview));
  const room = { top: 0, bottom: height };
  const ground = scale.y(0, room);
  const prefillAt = scale.y(PREFILL_HEIGHT * fullOf(preview), room);
  const hump = ({ start, lasts, prefill, rest, peak }: PreviewCycle): string => {
    const from = start + prefill;
    const to = start + lasts - rest;
    const slope = SLOPE_SHARE * (to - from);
    const top = scale.y(peak, room);
    return `M${scale.x(from)} ${ground}L${scale.x(from + slope)} ${top}H${scale.x(to - slope)}L${scale.x(to)} ${ground}Z`;
  };
  const block = ({ start, prefill, lasts }: PreviewCycle): string =>
    `M${scale.x(start)} ${ground}L${scale.x(start + prefill * SLOPE_SHARE)} ${prefillAt}H${scale.x(start + Math.min(prefill, lasts))}V${ground}Z`;
  return {
    height,
    prefills: preview.cycles
      .filter(({ prefill }) => prefill > 0)
      .map(block)
      .join(''),
    cycles: preview.cycles.map(hump).join(''),
    ticks: ticksOf(preview.lasts, TICK_STEPS),
  };
}
