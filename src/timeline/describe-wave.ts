/** Finds out what the wave (the squeeze that climbs the legs) is doing, from the targets in force and the measured pressures. */

import type { Target } from '../../firmware-protocol/keyframe.ts';
import { rules } from '../../firmware-protocol/limits.ts';
import { type Mmhg, mmhg } from '../../firmware-protocol/quantities.ts';
import type { BodyPart } from '../../firmware-protocol/zones.ts';
import type { BootsShape } from '../program/boots-shape.ts';
import { ranges } from '../program/ranges.ts';

export interface Wave {
  /**
   * `nothing`: no target is known. `venting`: each known target is `vent`. `resting`: no target is above 7 mmHg. `releasing`: the same, but
   * some zone is still measured above 10 mmHg. `prefill`: zones only wait for their turn, at one low pressure. `filling`: a zone at the
   * crest is far below its target. `squeezing`: none is, as far as measured.
   */
  readonly kind: 'nothing' | 'prefill' | 'filling' | 'squeezing' | 'releasing' | 'resting' | 'venting';
  /**
   * The zones at the crest of the wave (those squeezed nearest to the hip), foot first. Empty unless `kind` is `filling` or `squeezing`.
   */
  readonly parts: readonly BodyPart[];
  /** The zones on the foot side of the crest that have a target above 7 mmHg, foot first. */
  readonly holding: readonly BodyPart[];
}

/**
 * A zone below this share of its target is still filling. In the default pulse, pressure falls to 0.75 of the peak between squeezes, which
 * must not count as filling.
 */
const FILLED_SHARE = 0.7;

const only = (kind: Wave['kind']): Wave => ({ kind, parts: [], holding: [] });

/** Each zone's highest value among the legs; null if no leg has one. */
function highestByZone(values: readonly (number | null)[], zones: number): readonly (number | null)[] {
  const highest = new Array<number | null>(zones).fill(null);
  values.forEach((value, index) => {
    const before = highest[index % zones] ?? null;
    if (value !== null) highest[index % zones] = before === null ? value : Math.max(before, value);
  });
  return highest;
}

/**
 * Indices of the zones at the crest: the one nearest to the hip with a target above `prefill`, and those just below it with the same
 * target.
 */
function crestOf(targets: readonly number[], prefill: number): readonly number[] {
  const top = targets.findLastIndex((target) => target > prefill);
  if (top < 0) return [];
  let bottom = top;
  while (bottom > 0 && targets[bottom - 1] === targets[top]) bottom--;
  return Array.from({ length: top - bottom + 1 }, (_, index) => bottom + index);
}

/**
 * Describes both legs as one: each zone counts with its higher target and its higher pressure.
 * @param inForce target of each zone as the boots report it, in the order of a keyframe's targets; null = not known
 * @param pressures in the same order; null = not known
 * @param prefill pressure at which zones wait for their turn, to tell waiting from a light squeeze; by default the highest in `ranges`
 */
export function describeWave(
  inForce: readonly (Target | null)[],
  pressures: readonly (Mmhg | null)[],
  boots: BootsShape,
  prefill: Mmhg = mmhg(ranges.prefill.most),
): Wave {
  const zones = boots.parts.length;
  const known = inForce.filter((target) => target !== null);
  if (known.length === 0) return only('nothing');
  if (known.every((target) => target === 'vent')) return only('venting');

  const measured = highestByZone(pressures, zones);
  const targets = highestByZone(
    inForce.map((target) => (typeof target === 'number' ? target : 0)),
    zones,
  ).map((target) => target ?? 0);
  const active = targets.filter((target) => target > rules.sealedReleased);
  if (active.length === 0) {
    const isFull = measured.some((pressure) => pressure !== null && pressure > rules.released);
    return only(isFull ? 'releasing' : 'resting');
  }
  const lightest = Math.min(...active);
  if (lightest <= prefill && active.every((target) => target === lightest)) return only('prefill');

  const abovePrefill = crestOf(targets, prefill);
  const crest = abovePrefill.length > 0 ? abovePrefill : crestOf(targets, lightest);
  const isFilling = crest.some((zone) => {
    const pressure = measured[zone] ?? null;
    return pressure !== null && pressure < FILLED_SHARE * (targets[zone] ?? 0);
  });
  const behind = targets.flatMap((target, zone) =>
    zone < (crest[0] ?? 0) && target > rules.sealedReleased ? [zone] : [],
  );
  const partsOf = (list: readonly number[]): readonly BodyPart[] =>
    list.flatMap((zone) => boots.parts[zone] ?? []);
  return { kind: isFilling ? 'filling' : 'squeezing', parts: partsOf(crest), holding: partsOf(behind) };
}
