/** A whole session as a strip: every cycle as high as its pressure, the mould before it paler, rests left open. */

import type { Preview, PreviewCycle } from '../../timeline/preview/preview.ts';
import { fullOf, Scale, type Tick, ticksOf } from './geometry.ts';

export interface Strip {
  readonly height: number;
  /** Paths. */
  readonly moulds: string;
  readonly cycles: string;
  readonly ticks: readonly Tick[];
}

/** Of a cycle's squeeze, the share that rises and falls, so that cycles are told apart where they are narrow. */
const SLOPE = 0.18;
/** Of the highest pressure: how high the mould is drawn. */
const MOULD_HEIGHT = 0.34;
const MINUTES = [60, 120, 300, 600, 900, 1200] as const;

/** @param height px */
export function stripOf(preview: Preview, height: number): Strip {
  const scale = new Scale(preview.lasts, fullOf(preview));
  const room = { top: 0, bottom: height };
  const ground = scale.y(0, room);
  const mouldAt = scale.y(MOULD_HEIGHT * fullOf(preview), room);
  const hump = ({ start, lasts, mould, rest, peak }: PreviewCycle): string => {
    const from = start + mould;
    const to = start + lasts - rest;
    const slope = SLOPE * (to - from);
    const top = scale.y(peak, room);
    return `M${scale.x(from)} ${ground}L${scale.x(from + slope)} ${top}H${scale.x(to - slope)}L${scale.x(to)} ${ground}Z`;
  };
  const block = ({ start, mould, lasts }: PreviewCycle): string =>
    `M${scale.x(start)} ${ground}L${scale.x(start + mould * SLOPE)} ${mouldAt}H${scale.x(start + Math.min(mould, lasts))}V${ground}Z`;
  return {
    height,
    moulds: preview.cycles
      .filter(({ mould }) => mould > 0)
      .map(block)
      .join(''),
    cycles: preview.cycles.map(hump).join(''),
    ticks: ticksOf(preview.lasts, MINUTES),
  };
}
