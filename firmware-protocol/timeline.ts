/** Timeline batches (PROTOCOL.md 5.1): numbered frames that carry keyframes to the boots. */

import { KEYFRAME_HEAD_BYTES, type Keyframe, keyframeLayout } from './keyframe.ts';
import { bits, type ValueOf } from './layout/field.ts';
import { accepted, CRC_BYTES, type Decoded, decodeFrame, encodeFrame, viewOf } from './layout/frame.ts';
import { layout } from './layout/layout.ts';
import { counted, countOf, inline } from './layout/layout-parts.ts';
import { u16, u32 } from './layout/number-field.ts';

export const KEYFRAMES_PER_BATCH = 100;

const batchWith = (zones: number, hub: boolean) =>
  layout({
    number: u16({ min: 1 }),
    token: u32(),
    /**
     * `replace`: the boots first drop every keyframe at or after `base`, and then take those of this batch. `legsAlike`: the frame has the
     * targets of one leg, for both legs of a hub. A single boot refuses `legsAlike`.
     */
    flags: inline(bits(8, ['replace', 'legsAlike'], hub ? [] : ['legsAlike'])),
    /** Playhead time from which the keyframe times of this batch count. */
    base: u32({ unit: 'ms' }),
    count: countOf('keyframes', { min: 1, max: KEYFRAMES_PER_BATCH }),
    keyframes: counted(
      ({ legsAlike }: { readonly legsAlike: boolean }) => keyframeLayout(zones, legsAlike),
      'base',
    ),
  });
type BatchLayout = ReturnType<typeof batchWith>;

const layouts = { hub: new Map<number, BatchLayout>(), single: new Map<number, BatchLayout>() };
/** @param zones on a hub, those of both legs */
export function batchLayout(zones: number, hub: boolean): BatchLayout {
  const known = layouts[hub ? 'hub' : 'single'];
  const shape = known.get(zones) ?? batchWith(zones, hub);
  known.set(zones, shape);
  return shape;
}

export const BATCH_HEAD_BYTES = batchLayout(0, true).bytes;

/** With all targets of each keyframe, whether or not it was sent as *legs alike*. */
export type Batch = Omit<ValueOf<BatchLayout>, 'legsAlike'>;

const legsAlike = ({ targets }: Keyframe): boolean => {
  const n = targets.length / 2;
  return targets.every((target, i) => i >= n || target === targets[n + i]);
};

export const allLegsAlike = (keyframes: readonly Keyframe[]): boolean => keyframes.every(legsAlike);

/** How many keyframes with `targets` targets, a byte each, fit into a write of `payload` bytes; 100 at most. */
export const keyframesPerWrite = (payload: number, targets: number): number =>
  Math.min(
    KEYFRAMES_PER_BATCH,
    Math.floor((payload - BATCH_HEAD_BYTES - CRC_BYTES) / (KEYFRAME_HEAD_BYTES + targets)),
  );

/**
 * If both legs of a `hub` have the same targets, sends those of one leg (*legs alike*). Throws RangeError for a value that cannot be sent.
 */
export function encodeBatch(batch: Batch, hub: boolean): Uint8Array<ArrayBuffer> {
  const zones = batch.keyframes[0]?.targets.length ?? 0;
  return encodeFrame(batchLayout(zones, hub), { legsAlike: hub && allLegsAlike(batch.keyframes), ...batch });
}

/**
 * @param zones number of targets in a keyframe for this peripheral; on a hub, the zones of both legs
 * @param hub whether *legs alike* is permitted
 */
export function decodeBatch(bytes: Uint8Array, zones: number, hub: boolean): Decoded<Batch> {
  const decoded = decodeFrame(batchLayout(zones, hub), bytes);
  if (!decoded.ok) return decoded;
  const { legsAlike: _, ...batch } = decoded.value;
  return accepted(batch);
}

/**
 * The number of keyframes that the head of a batch states; the head is the same for all boots. 0 if it is cut off or states a number out of
 * range.
 */
export function keyframesIn(bytes: Uint8Array): number {
  const place = batchLayout(0, true).places.find(({ role }) => role === 'count');
  if (!place || bytes.length < BATCH_HEAD_BYTES) return 0;
  const count = place.field.read(viewOf(bytes), place.offset);
  return typeof count === 'number' ? count : 0;
}
