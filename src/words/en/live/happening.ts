/** Sentences about what happens in a session. words/live/happening.ts decides which one is due. */

import type { Seconds } from '../../../../firmware-protocol/quantities.ts';
import type {
  Crest,
  Detail,
  FixedHappening,
  Happening,
  OldReports,
  WaveCount,
} from '../../live/happening.ts';
import type { Numbers } from '../../numbers-and-units.ts';
import { stretch, yours } from '../body.ts';
import { capital } from '../text.ts';
import { airAfter } from './air-after.ts';

const fixed: Readonly<Record<FixedHappening, string>> = {
  stopNotConfirmed: 'Stop is not confirmed',
  airStays: 'The air is not going out',
  tellingToStop: 'Telling the boots to stop',
  stopping: 'Stopping: the air is going out',
  pausing: 'Telling the boots to pause',
  paused: 'Paused. Your place is kept.',
  resuming: 'Starting again gently',
  unsure: 'Asking the boots what they are doing',
  found: 'A session is already under way on these boots',
  stopped: 'Stopped',
  preparing: 'Getting the boots ready',
  underWay: 'Under way',
  zeroing: 'Keep still for a moment',
  prefill: 'Filling the boots gently',
  releasing: 'Releasing',
  resting: 'Resting before the next wave',
  venting: 'The air is going out',
  wholeLeg: 'The whole leg is squeezed',
  bothLegs: 'Both legs are squeezed, foot to hip',
};

interface OldWords {
  readonly title: string;
  readonly detail: string;
}

function oldWords(old: OldReports): OldWords {
  switch (old.kind) {
    case 'noWord':
      return {
        title: 'No word from the boots just now',
        detail: 'What you see is the last that they reported.',
      };
    case 'noPressures':
      return {
        title: 'The boots send no pressures just now',
        detail: 'The pressures you see are the last that they sent.',
      };
    case 'noState':
      return {
        title: 'The boots do not say what they are doing just now',
        detail: 'The pressures you see are new.',
      };
    case 'noPressuresOf':
      return {
        title: `The ${old.leg} boot sends no pressures just now`,
        detail: 'Those of the other boot are new.',
      };
  }
}

export function happening(n: Numbers, now: Happening): string {
  switch (now.kind) {
    case 'noWord':
    case 'noPressures':
    case 'noState':
    case 'noPressuresOf':
      return oldWords(now).title;
    case 'stretch':
      return `Squeezing from ${stretch(now.parts)}`;
    case 'crest':
      return `The wave is at ${yours(n, now.parts, now.sides)}`;
    default:
      return fixed[now.kind];
  }
}

function crestWords(n: Numbers, { kind, target }: Crest): string {
  const pressure = n.pressure(target);
  switch (kind) {
    case 'buildingUp':
      return `building up to ${pressure}`;
    case 'asked':
      return `${pressure} asked for`;
    case 'easing':
      return `easing to ${pressure}`;
    case 'holding':
      return `holding ${pressure}`;
  }
}

/**
 * Shown while the boots fill before the first wave.
 * @param left time until that wave; null = longer than expected
 * @param minutes the time that the person set
 */
function prefill(n: Numbers, left: Seconds | null, minutes: number): string {
  const time = `${n.count(minutes)} ${n.plural(minutes, { one: 'minute starts', other: 'minutes start' })}`;
  return left === null
    ? `Filling first: a little longer than expected this time. Your ${time} then.`
    : `Filling first: about ${n.lasting(left)}. Your ${time} then.`;
}

function paused(n: Numbers, { air, limit }: Extract<Detail, { readonly kind: 'paused' }>): string {
  const where =
    air === 'yes' ? 'The boots are empty. After ten minutes they stop by themselves.' : airAfter(air);
  return limit === null
    ? where
    : `${where} A session lasts ${n.whole(limit, 'min')} at most, pauses included, so the time left keeps running.`;
}

function wave(n: Numbers, { finishing, crest, holding }: Extract<Detail, { readonly kind: 'wave' }>): string {
  const behind =
    holding.length > 0
      ? `${holding.length > 2 ? stretch(holding) : n.list(holding)} ${holding.length === 1 ? 'holds' : 'hold'}`
      : '';
  const texts = [finishing ? 'finishing this wave' : '', crest ? crestWords(n, crest) : '', behind];
  return capital(texts.filter((text) => text !== '').join(' · '));
}

export function detail(n: Numbers, now: Detail): string {
  switch (now.kind) {
    case 'noWord':
    case 'noPressures':
    case 'noState':
    case 'noPressuresOf':
      return oldWords(now).detail;
    case 'none':
      return '';
    case 'zeroing':
      return 'The gauges are set to zero with the boots empty.';
    case 'unsure':
      return 'Until they answer, only Stop is sent.';
    case 'found':
      return 'This page does not control it. You can watch, and you can stop it.';
    case 'paused':
      return paused(n, now);
    case 'prefill':
      return prefill(n, now.left, now.minutes);
    case 'wave':
      return wave(n, now);
  }
}

export function waves(n: Numbers, count: WaveCount | null): string {
  if (count === null) return '';
  const wave = `Wave ${n.count(count.wave)}`;
  return count.of === null ? wave : `${wave} of about ${n.count(count.of)}`;
}

export const timeLeft = (n: Numbers, minutes: number): string =>
  `${n.count(minutes)} ${n.plural(minutes, { one: 'minute', other: 'minutes' })} left`;
