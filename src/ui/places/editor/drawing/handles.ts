/**
 * Where the handles of each part of the leg are in the drawing, and which values they have. One of them sets the part's turn: groups of
 * parts can be squeezed one after another.
 */

import { mmhg, seconds } from '../../../../../firmware-protocol/quantities.ts';
import type { Edit } from '../../../../program/edit/edit.ts';
import { peakOf } from '../../../../program/edit/part-peak.ts';
import { mostTurns, turnOfPart } from '../../../../program/edit/section-edits.ts';
import { type LegPart, legParts, type Program } from '../../../../program/program.ts';
import { ranges } from '../../../../program/ranges.ts';
import type { DrawnCycle, PreviewBand } from '../../../../timeline/preview/preview.ts';

/** The user drags `peak` up and down, and `hold` and `turn` sideways. */
export type HandleKind = 'peak' | 'hold' | 'turn';

/** The value that a handle sets. Unit: mmHg for `peak`, s for `hold`; for `turn`, the number of the turn, from 1; 0 = the part is in none. */
export interface Handle {
  readonly value: number;
  readonly least: number;
  readonly most: number;
  /** By how much an arrow key changes the value; Page Up and Page Down change it by five steps. */
  readonly step: number;
}

export interface PartHandles {
  readonly part: LegPart;
  /** Where the part reaches its peak, and where its release begins: 0 at the left of the drawing, 1 at the right. */
  readonly from: number;
  readonly to: number;
  readonly handles: Readonly<Record<HandleKind, Handle>>;
}

/** The top of the drawing's scale is a multiple of this, mmHg, so that the scale seldom changes. */
const SCALE_STEP = 20;
/** The scale ends at this multiple of the highest peak, to leave room for a drag upward. */
const HEADROOM = 1.2;

/** The pressure at the top of a part's lane, mmHg. */
export function editingScale(program: Program): number {
  const peaks = legParts.filter((part) => program.shape[part].enabled).map((part) => peakOf(program, part));
  const highest = Math.max(2 * SCALE_STEP, ...peaks.filter(Number.isFinite));
  return SCALE_STEP * Math.ceil((highest * HEADROOM) / SCALE_STEP);
}

/** When the target first reaches its peak, and when it last leaves the peak, s. Without any such moment: the whole cycle. */
function plateauOf(
  { asked, peak }: PreviewBand,
  lasts: number,
): { readonly from: number; readonly to: number } {
  const isHighest = ({ pressure }: PreviewBand['asked'][number]): boolean => pressure >= peak - 0.5;
  const first = asked.find(isHighest);
  const last = asked.findLastIndex(isHighest);
  return { from: first?.at ?? 0, to: asked[last + 1]?.at ?? lasts };
}

export const handlesOf = (program: Program, part: LegPart): PartHandles['handles'] => ({
  peak: {
    value: peakOf(program, part),
    least: ranges.peak.least,
    most: ranges.peak.most,
    step: 1,
  },
  hold: {
    value: program.pattern.hold + program.shape[part].boost.hold,
    least: program.pattern.hold,
    most: program.pattern.hold + ranges.boostHold.most,
    step: 0.5,
  },
  turn: { value: turnOfPart(program, part), least: 1, most: mostTurns(program), step: 1 },
});

/** The handles of each part that is squeezed, foot first. The drawing may be that of an earlier version of the program. */
export function partHandles(program: Program, { bands, cycleTime }: DrawnCycle): readonly PartHandles[] {
  const share = (at: number): number => Math.min(1, Math.max(0, at / Math.max(cycleTime, 1e-6)));
  return legParts.flatMap((part): PartHandles[] => {
    const band = bands.find((each) => each.part === part && !each.off);
    if (band === undefined || !program.shape[part].enabled) return [];
    const { from, to } = plateauOf(band, cycleTime);
    return [{ part, from: share(from), to: share(to), handles: handlesOf(program, part) }];
  });
}

export function settled({ least, most, step }: Handle, wanted: number): number {
  const stepped = Math.round(wanted / step) * step;
  return Math.min(most, Math.max(least, stepped));
}

const STEPS_PER_PAGE = 5;

/** Null = the handle does not use the key. */
export function valueAfterKey(handle: Handle, key: string): number | null {
  const { value, least, most, step } = handle;
  switch (key) {
    case 'ArrowUp':
    case 'ArrowRight':
      return settled(handle, value + step);
    case 'ArrowDown':
    case 'ArrowLeft':
      return settled(handle, value - step);
    case 'PageUp':
      return settled(handle, value + STEPS_PER_PAGE * step);
    case 'PageDown':
      return settled(handle, value - STEPS_PER_PAGE * step);
    case 'Home':
      return least;
    case 'End':
      return most;
    default:
      return null;
  }
}

export interface DragMeasures {
  /** Height of a lane, px, and the pressure at its top, mmHg. */
  readonly lane: number;
  readonly full: number;
  /** Width of the drawing, px, and the time that it spans, s. */
  readonly width: number;
  readonly lasts: number;
}

/** How far a drag sideways changes the turn by one, px. */
const PX_PER_TURN = 44;

/** @param handle as it was when the drag began @param dx px to the right @param dy px downward */
export function valueAfterDrag(
  kind: HandleKind,
  handle: Handle,
  { dx, dy }: { readonly dx: number; readonly dy: number },
  { lane, full, width, lasts }: DragMeasures,
): number {
  switch (kind) {
    case 'peak':
      return settled(handle, handle.value - (dy / lane) * full);
    case 'hold':
      return settled(handle, handle.value + (dx / Math.max(1, width)) * lasts);
    case 'turn':
      return settled(handle, handle.value + dx / PX_PER_TURN);
  }
}

export function editTo(program: Program, kind: HandleKind, part: LegPart, value: number): Edit {
  switch (kind) {
    case 'peak':
      return { kind: 'partPeak', part, peak: mmhg(value) };
    case 'hold':
      return { kind: 'partLonger', part, hold: seconds(value - program.pattern.hold) };
    case 'turn':
      return { kind: 'partTurn', part, turn: value };
  }
}
