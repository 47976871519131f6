/**
 * Decides which sentence about a session is due: what is happening, a detail below it, and the count of waves. Each is a value; the languages
 * (en/live/happening.ts) only phrase it. The sentence changes with the crest of the wave and not with each pressure: filling and holding a zone
 * share a sentence, and the detail tells them apart.
 */

import { type Mmhg, type Seconds, seconds } from '../../../firmware-protocol/quantities.ts';
import type { BodyPart, Side } from '../../../firmware-protocol/zones.ts';
import type { AirOut, Doing, Phase, SessionView, ZoneView } from '../../session/view.ts';

/**
 * What the page has not received for a while. `noWord`: neither pressures nor the boots' state. `noPressuresOf`: pressures of one boot of
 * a pair.
 */
export type OldReports =
  | { readonly kind: 'noWord' | 'noPressures' | 'noState' }
  | { readonly kind: 'noPressuresOf'; readonly leg: Side };

/** Sentences without figures. */
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
  | 'waveComing'
  | 'releasing'
  | 'resting'
  | 'venting'
  | 'wholeLeg'
  | 'bothLegs';

export type Happening =
  | OldReports
  | { readonly kind: FixedHappening }
  /** The crest covers three or more neighbouring zones, but not all. */
  | { readonly kind: 'stretch'; readonly parts: readonly BodyPart[] }
  /** The crest covers one or two zones. */
  | { readonly kind: 'crest'; readonly parts: readonly BodyPart[]; readonly sides: readonly Side[] };

/** What the zones at the crest do. `target`: the highest of their targets. `asked`: what they do is not known, as not all are measured. */
export interface Crest {
  readonly kind: 'buildingUp' | 'asked' | 'easing' | 'holding';
  readonly target: Mmhg;
}

export type Detail =
  | OldReports
  | { readonly kind: 'none' | 'preparing' | 'unsure' | 'found' }
  /** `limit`: the longest session, min, if that will end this one, so that the time left keeps running in the pause; else null. */
  | { readonly kind: 'paused'; readonly air: AirOut; readonly limit: number | null }
  /** The boots fill before the first wave. `left`: rounded up; null = it takes longer than expected. `minutes`: the time that was chosen. */
  | { readonly kind: 'prefill'; readonly left: Seconds | null; readonly minutes: number }
  /**
   * `finishing`: this is the last wave. `crest`: what the zones at the crest do; null = there is no crest. `holding`: the zones behind the crest
   * that are held. The detail has at least one of these.
   */
  | {
      readonly kind: 'wave';
      readonly finishing: boolean;
      readonly crest: Crest | null;
      readonly holding: readonly BodyPart[];
    };

/** Number of the wave, and the expected number of all waves (`of`; null = already exceeded). */
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
  filling: 'waveComing',
  squeezing: 'waveComing',
  releasing: 'releasing',
  resting: 'resting',
  venting: 'venting',
  paused: 'paused',
};

/** Up to this many zones at the crest are named one by one. */
const MOST_NAMED = 2;

/** A zone holds its target if its pressure is within this of it, mmHg. */
const TARGET_TOLERANCE = 3;

/** The time left of the first filling is rounded up to a multiple of this, s, so that the sentence does not change every second. */
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
  // A Stop comes before old reports, which the detail then tells. Until the boots have confirmed it, nobody knows whether anything has changed.
  if (phase === 'stopping') return { kind: view.stop === 'heard' ? 'stopping' : 'tellingToStop' };
  const old = oldReports(view);
  if (old) return old;
  const fixed = byPhase[phase];
  if (fixed) return { kind: fixed };
  if (phase === 'preparing' && doing.kind !== 'zeroing') return { kind: 'preparing' };
  // After a pause the vents stay open for a while before the first wave.
  if (doing.kind === 'venting' && view.airOut === 'yes') return { kind: 'resting' };
  return hasCrest(doing) ? crestSentence(view) : { kind: byDoing[doing.kind] };
}

/** A zone's target pressure, and how far the measured one is above it (null = not measured); empty if the target is no pressure. */
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
  if (phase === 'preparing' || phase === 'unsure' || phase === 'found') return { kind: phase };
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
