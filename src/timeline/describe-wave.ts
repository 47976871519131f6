/** What a wave is doing, told from what the boots are asked for and what they measure. */

import type { Target } from '../../firmware-protocol/keyframe.ts';
import { rules } from '../../firmware-protocol/limits.ts';
import { type Mmhg, mmhg } from '../../firmware-protocol/quantities.ts';
import type { BodyPart } from '../../firmware-protocol/zones.ts';
import type { BootsShape } from '../program/boots-shape.ts';

export interface Wave {
  readonly kind: 'nothing' | 'mould' | 'filling' | 'squeezing' | 'releasing' | 'resting' | 'venting';
  /** The zones at the crest of the wave. */
  readonly parts: readonly BodyPart[];
  /** Zones held behind it. */
  readonly holding: readonly BodyPart[];
}

/** The highest mould of any program. */
const HIGHEST_MOULD = mmhg(22);
/** A zone below this share of its target is still filling; pulses let down to more. */
const FILLED = 0.7;

const only = (kind: Wave['kind']): Wave => ({ kind, parts: [], holding: [] });

/** The highest of what all legs say of each zone; null where none says anything. */
function perZone(figures: readonly (number | null)[], zones: number): readonly (number | null)[] {
  const most = new Array<number | null>(zones).fill(null);
  figures.forEach((figure, index) => {
    const before = most[index % zones] ?? null;
    if (figure !== null) most[index % zones] = before === null ? figure : Math.max(before, figure);
  });
  return most;
}

/** The zones at the crest: the most proximal that is asked for more than `mould`, and its distal neighbours asked for as much. */
function crestOf(asked: readonly number[], mould: number): readonly number[] {
  const top = asked.findLastIndex((target) => target > mould);
  if (top < 0) return [];
  let bottom = top;
  while (bottom > 0 && asked[bottom - 1] === asked[top]) bottom--;
  return Array.from({ length: top - bottom + 1 }, (_, index) => bottom + index);
}

/**
 * @param targets in force in each zone, as the boots report them, in the order of a keyframe; null = not known
 * @param pressures measured, likewise
 * @param mould what zones wait at before their turn, if it is known: it tells a light squeeze from waiting
 */
export function describe(
  targets: readonly (Target | null)[],
  pressures: readonly (Mmhg | null)[],
  boots: BootsShape,
  mould: Mmhg = HIGHEST_MOULD,
): Wave {
  const zones = boots.parts.length;
  const known = targets.filter((target) => target !== null);
  if (known.length === 0) return only('nothing');
  if (known.every((target) => target === 'vent')) return only('venting');

  const measured = perZone(pressures, zones);
  const asked = perZone(
    targets.map((target) => (typeof target === 'number' ? target : 0)),
    zones,
  ).map((target) => target ?? 0);
  const active = asked.filter((target) => target > rules.sealedReleased);
  if (active.length === 0) {
    const full = measured.some((pressure) => pressure !== null && pressure > rules.released);
    return only(full ? 'releasing' : 'resting');
  }
  const lightest = Math.min(...active);
  if (lightest <= mould && active.every((target) => target === lightest)) return only('mould');

  const marked = crestOf(asked, mould);
  const crest = marked.length > 0 ? marked : crestOf(asked, lightest);
  const filling = crest.some((zone) => {
    const pressure = measured[zone] ?? null;
    return pressure !== null && pressure < FILLED * (asked[zone] ?? 0);
  });
  const behind = asked.flatMap((target, zone) =>
    zone < (crest[0] ?? 0) && target > rules.sealedReleased ? [zone] : [],
  );
  const partsOf = (list: readonly number[]): readonly BodyPart[] =>
    list.flatMap((zone) => boots.parts[zone] ?? []);
  return { kind: filling ? 'filling' : 'squeezing', parts: partsOf(crest), holding: partsOf(behind) };
}
