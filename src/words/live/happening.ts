/**
 * Decides which sentences about a session are due, as values: what happens, a detail, and the count of waves. A language phrases them
 * (en/live/happening.ts).
 */

import { type Mmhg, type Seconds, seconds } from '../../../firmware-protocol/quantities.ts';
import type { BodyPart, Side } from '../../../firmware-protocol/zones.ts';
import type { AirOut, Doing, Phase, SessionView, ZoneView } from '../../session/view.ts';

/**
 * Reports from the boots that have not come for a while. `noWord`: neither pressures nor the boots' state. `noPressuresOf`: pressures of
 * one boot of a pair.
 */
export type OldReports =
  | { readonly kind: 'noWord' | 'noPressures' | 'noState' }
  | { readonly kind: 'noPressuresOf'; readonly leg: Side };

export type FixedHappening =
  | 'stopNotConfirmed'
  | 'airStays'
  | 'tellingToStop'
  | 'stopping'
  | 'pausing'
  | 'paused'
  | 'resuming'
  | 'unsure'
  | 'found'
  | 'stopped'
  | 'preparing'
  | 'underWay'
  | 'zeroing'
  | 'prefill'
  | 'releasing'
  | 'resting'
  | 'venting'
  | 'wholeLeg'
  | 'bothLegs';

export type Happening =
  | OldReports
  | { readonly kind: FixedHappening }
  /** The wave has its crest at three or more neighbouring zones, but not at all. */
  | { readonly kind: 'stretch'; readonly parts: readonly BodyPart[] }
  /** The wave has its crest at one or two zones. */
  | { readonly kind: 'crest'; readonly parts: readonly BodyPart[]; readonly sides: readonly Side[] };

/**
 * What the zones at the crest of the wave do. `asked`: not known, because some zone is not measured. `target`: the highest target of these
 * zones.
 */
export interface Crest {
  readonly kind: 'buildingUp' | 'asked' | 'easing' | 'holding';
  readonly target: Mmhg;
}

export type Detail =
  | OldReports
  | { readonly kind: 'none' | 'zeroing' | 'unsure' | 'found' }
  /** `limit`: the longest time allowed, min, pauses included, if that time will end the session early; otherwise null. */
  | { readonly kind: 'paused'; readonly air: AirOut; readonly limit: number | null }
  /**
   * The boots fill before the first wave. `left`: time until that wave, rounded up; null = longer than expected. `minutes`: the time that
   * the person set.
   */
  | { readonly kind: 'prefill'; readonly left: Seconds | null; readonly minutes: number }
  /**
   * `finishing`: this is the last wave. `crest`: null = no zone is at the crest, or none there has a target pressure. `holding`: zones held
   * behind the crest. At least one of the three is present.
   */
  | {
      readonly kind: 'wave';
      readonly finishing: boolean;
      readonly crest: Crest | null;
      readonly holding: readonly BodyPart[];
    };

/** `of`: the expected number of waves; null = there are more waves than expected. */
export interface WaveCount {
  readonly wave: number;
  readonly of: number | null;
}

const byPhase: Partial<Readonly<Record<Phase, FixedHappening>>> = {
  pausing: 'pausing',
  paused: 'paused',
  resuming: 'resuming',
  unsure: 'unsure',
  found: 'found',
  ended: 'stopped',
  idle: 'stopped',
};

const byDoing: Readonly<Record<Doing['kind'], FixedHappening>> = {
  nothing: 'underWay',
  zeroing: 'zeroing',
  prefill: 'prefill',
  // If zones are filling or squeezing, the wave has a crest, and `crestSentence` is used.
  filling: 'underWay',
  squeezing: 'underWay',
  releasing: 'releasing',
  resting: 'resting',
  venting: 'venting',
  paused: 'paused',
};

/** The sentence names up to this many zones one by one. */
const MOST_NAMED = 2;

/** A zone holds its target if its pressure differs by no more than this, mmHg. */
const TARGET_TOLERANCE = 3;

/** The time until the first wave is rounded up to a multiple of this, s, so that the sentence does not change each second. */
const ROUNDING_STEP = 5;

const hasCrest = ({ kind, parts }: Doing): boolean =>
  (kind === 'filling' || kind === 'squeezing') && parts.length > 0;

function oldReports({ stale, stateOld, oldLegs }: SessionView): OldReports | null {
  if (stale && stateOld) return { kind: 'noWord' };
  if (stale) return { kind: 'noPressures' };
  if (stateOld) return { kind: 'noState' };
  const [leg] = oldLegs;
  return leg ? { kind: 'noPressuresOf', leg } : null;
}

function crestSentence({ doing: { parts }, boots }: SessionView): Happening {
  const sides = boots?.sides ?? (['left', 'right'] satisfies Side[]);
  const all = boots?.parts ?? [];
  if (all.length > 1 && parts.length === all.length)
    return { kind: sides.length === 1 ? 'wholeLeg' : 'bothLegs' };
  return parts.length > MOST_NAMED ? { kind: 'stretch', parts } : { kind: 'crest', parts, sides };
}

export function happeningOf(view: SessionView): Happening {
  const { doing, phase, notice } = view;
  if (notice?.kind === 'stopNotConfirmed' || notice?.kind === 'stopNotSendable')
    return { kind: 'stopNotConfirmed' };
  if (notice?.kind === 'notEmptying') return { kind: 'airStays' };
  // A Stop under way matters more than reports that are old; the detail is about those.
  if (phase === 'stopping') return { kind: view.stop === 'heard' ? 'stopping' : 'tellingToStop' };
  const old = oldReports(view);
  if (old) return old;
  const fixed = byPhase[phase];
  if (fixed) return { kind: fixed };
  if (phase === 'preparing' && doing.kind !== 'zeroing') return { kind: 'preparing' };
  // Vents can be open although the boots are empty, for example after a pause. That counts as a rest.
  if (doing.kind === 'venting' && view.airOut === 'yes') return { kind: 'resting' };
  return hasCrest(doing) ? crestSentence(view) : { kind: byDoing[doing.kind] };
}

/** Empty if the target is no pressure. `over`: measured pressure minus target, mmHg; null = not measured. */
const targetOf = ({ target, pressure }: ZoneView): readonly { target: Mmhg; over: number | null }[] =>
  typeof target === 'number' ? [{ target, over: pressure === null ? null : pressure - target }] : [];

/** Null if no zone at the crest has a target pressure. */
function crestOf({ legs, doing }: SessionView): Crest | null {
  const zones = [...legs.left, ...legs.right]
    .filter(({ part }) => doing.parts.includes(part))
    .flatMap(targetOf);
  const [first] = zones;
  if (!first) return null;
  const target = zones.reduce((most, zone) => (zone.target > most ? zone.target : most), first.target);
  const isAny = (check: (over: number | null) => boolean): boolean => zones.some(({ over }) => check(over));
  if (isAny((over) => over !== null && over < -TARGET_TOLERANCE)) return { kind: 'buildingUp', target };
  if (isAny((over) => over === null)) return { kind: 'asked', target };
  return { kind: isAny((over) => over !== null && over > TARGET_TOLERANCE) ? 'easing' : 'holding', target };
}

export function detailOf(view: SessionView): Detail {
  const old = oldReports(view);
  if (old) return old;
  const { phase, doing, progress, minutes } = view;
  if (phase === 'paused') {
    const limit = progress?.limit ?? null;
    return { kind: 'paused', air: view.airOut, limit: limit === null ? null : Math.round(limit / 60) };
  }
  if (phase === 'preparing') return { kind: doing.kind === 'zeroing' ? 'zeroing' : 'none' };
  if (phase === 'unsure' || phase === 'found') return { kind: phase };
  if (phase !== 'running') return { kind: 'none' };
  const settling = progress?.settling ?? null;
  if (doing.kind === 'prefill' && settling !== null) {
    const left = seconds(Math.ceil(settling / ROUNDING_STEP) * ROUNDING_STEP);
    return { kind: 'prefill', left: left > 0 ? left : null, minutes };
  }
  const crest = hasCrest(doing) ? crestOf(view) : null;
  const finishing = progress?.finishing ?? false;
  const { holding } = doing;
  return finishing || crest !== null || holding.length > 0
    ? { kind: 'wave', finishing, crest, holding }
    : { kind: 'none' };
}

/** Null before the first wave. */
export function waveCountOf({ progress }: SessionView): WaveCount | null {
  if (!progress || progress.cycle < 1) return null;
  const { cycle, cycles } = progress;
  return { wave: cycle, of: cycles < cycle ? null : cycles };
}
