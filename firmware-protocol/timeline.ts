/** Timeline batches (PROTOCOL.md 5.1): numbered, checked, credit-based. */

import { bits, Refusal, unsigned } from './field.ts';
import { CRC_BYTES, checkMismatch, type Decoded, damage, refused, sealed, taken, viewOf } from './frame.ts';
import {
  KEYFRAME_HEAD_BYTES,
  type Keyframe,
  type KeyframeOnWire,
  keyframeLayout,
  LONGEST_AFTER,
} from './keyframe.ts';
import { type Layout, layout } from './layout.ts';
import { type Milliseconds, milliseconds } from './quantities.ts';

export interface Batch {
  readonly number: number;
  readonly token: number;
  /** Drop everything at or after `base` first, in one step. */
  readonly replace: boolean;
  readonly base: Milliseconds;
  readonly keyframes: readonly Keyframe[];
}

export const batchHead = layout({
  number: unsigned(16, { min: 1 }),
  token: unsigned(32),
  flags: bits(8, ['replace', 'legsAlike']),
  base: unsigned<Milliseconds>(32, { unit: 'ms' }),
  count: unsigned(8, { min: 1, max: 100 }),
});

export const KEYFRAMES_PER_BATCH = 100;

const layouts = new Map<number, Layout<KeyframeOnWire>>();
function layoutOf(targets: number): Layout<KeyframeOnWire> {
  const known = layouts.get(targets) ?? keyframeLayout(targets);
  layouts.set(targets, known);
  return known;
}

const legsAlike = (keyframe: Keyframe): boolean => {
  const n = keyframe.targets.length / 2;
  return keyframe.targets.slice(0, n).every((target, i) => target === keyframe.targets[n + i]);
};

/** Whether one list of targets can stand for both legs of a hub in all of these. */
export const allLegsAlike = (keyframes: readonly Keyframe[]): boolean => keyframes.every(legsAlike);

/** How many keyframes of `targets` bytes fit into a write of `payload` bytes. */
export const keyframesPerWrite = (payload: number, targets: number): number =>
  Math.min(
    KEYFRAMES_PER_BATCH,
    Math.floor((payload - batchHead.bytes - CRC_BYTES) / (KEYFRAME_HEAD_BYTES + targets)),
  );

/** `hub`: both legs in one list, so that *legs alike* may be used. Throws RangeError on what cannot be sent. */
export function encodeBatch(batch: Batch, hub: boolean): Uint8Array<ArrayBuffer> {
  const zones = batch.keyframes[0]?.targets.length ?? 0;
  const alike = hub && allLegsAlike(batch.keyframes);
  const shape = layoutOf(alike ? zones / 2 : zones);
  const bytes = new Uint8Array(batchHead.bytes + shape.bytes * batch.keyframes.length + CRC_BYTES);
  const view = viewOf(bytes);
  batchHead.write(view, 0, {
    number: batch.number,
    token: batch.token,
    flags: { replace: batch.replace, legsAlike: alike },
    base: batch.base,
    count: batch.keyframes.length,
  });
  batch.keyframes.forEach((keyframe, i) => {
    const after = milliseconds(keyframe.at - batch.base);
    if (after < 0 || after > LONGEST_AFTER) throw new RangeError(`${after} ms after the base does not fit`);
    if (keyframe.targets.length !== zones) throw new RangeError('keyframes of one batch have the same zones');
    if (keyframe.end && keyframe.targets.some((target) => target !== 'vent')) {
      throw new RangeError('the end of a session vents every zone');
    }
    shape.write(view, batchHead.bytes + i * shape.bytes, {
      after,
      marks: { cycle: keyframe.cycle, end: keyframe.end },
      ramp: keyframe.ramp,
      gate: keyframe.gate,
      targets: alike ? keyframe.targets.slice(0, zones / 2) : keyframe.targets,
    });
  });
  return sealed(bytes);
}

/**
 * @param zones targets of one keyframe on this peripheral (2n on a hub)
 * @param hub whether *legs alike* is allowed
 */
export function decodeBatch(bytes: Uint8Array, zones: number, hub: boolean): Decoded<Batch> {
  if (bytes.length < batchHead.bytes + CRC_BYTES) {
    return refused(new Refusal('short', 'shorter than the head of a batch', bytes.length));
  }
  const mismatch = checkMismatch(bytes);
  if (mismatch) return refused(mismatch);
  const view = viewOf(bytes);
  const head = batchHead.read(view, 0);
  if (head instanceof Refusal) return refused(head);
  if (head.flags.legsAlike && !hub) return refused(new Refusal('invalid', 'legs alike on a single boot', 6));
  const shape = layoutOf(head.flags.legsAlike ? zones / 2 : zones);
  const harm = damage(bytes, batchHead.bytes + shape.bytes * head.count + CRC_BYTES);
  if (harm) return refused(harm);
  const keyframes: Keyframe[] = [];
  for (let i = 0; i < head.count; i++) {
    const start = batchHead.bytes + i * shape.bytes;
    const read = shape.read(view, start);
    if (read instanceof Refusal) return refused(read);
    if (read.marks.end && read.targets.some((target) => target !== 'vent')) {
      return refused(new Refusal('invalid', 'the end of a session vents every zone', start + 2));
    }
    keyframes.push({
      at: milliseconds(head.base + read.after),
      targets: head.flags.legsAlike ? [...read.targets, ...read.targets] : read.targets,
      ramp: read.ramp,
      gate: read.gate,
      cycle: read.marks.cycle,
      end: read.marks.end,
    });
  }
  return taken({
    number: head.number,
    token: head.token,
    replace: head.flags.replace,
    base: head.base,
    keyframes,
  });
}
