/**
 * What is happening, as a sentence that changes with the crest of the wave and not with each pressure: filling and holding a zone share a
 * sentence, and the detail below it tells them apart. What is read aloud is made of both in spoken.ts.
 */

import { type Mmhg, type Seconds, seconds } from '../../../../firmware-protocol/quantities.ts';
import type { BodyPart, Side } from '../../../../firmware-protocol/zones.ts';
import type { Doing, Phase, SessionView, StopHeard, ZoneView } from '../../../session/view.ts';
import type { Numbers } from '../../numbers.ts';
import { stretch, yours } from '../body.ts';
import { capital } from '../text.ts';
import { airAfter } from './air-after.ts';

const byPhase: Partial<Readonly<Record<Phase, string>>> = {
  pausing: 'Telling the boots to pause',
  paused: 'Paused. Your place is kept.',
  resuming: 'About to start again, gently',
  unsure: 'Asking the boots what they are doing',
  found: 'A session is already under way on these boots',
  ended: 'Stopped',
  idle: 'Stopped',
};

/** Until the boots have heard Stop, nothing is known to have changed. */
const byStop: Readonly<Record<StopHeard, string>> = {
  none: 'Telling the boots to stop',
  asked: 'Telling the boots to stop',
  heard: 'Stopping: the air is going out',
};

const byKind: Readonly<Record<Doing['kind'], string>> = {
  nothing: 'Under way',
  zeroing: 'Keep still for a moment',
  prefill: 'Filling the boots gently',
  filling: 'The wave is on its way',
  squeezing: 'The wave is on its way',
  releasing: 'Releasing',
  resting: 'Resting before the next wave',
  venting: 'The air is going out',
  paused: 'Paused. Your place is kept.',
};

const squeezes = (doing: Doing): boolean =>
  (doing.kind === 'filling' || doing.kind === 'squeezing') && doing.parts.length > 0;

const everywhere = (parts: readonly BodyPart[], all: readonly BodyPart[]): boolean =>
  all.length > 1 && parts.length === all.length;

interface OldWords {
  readonly title: string;
  readonly detail: string;
}

/** What is old of what is shown, each stream by its own name; null where nothing is. */
function oldWords({ stale, stateOld, oldLegs }: SessionView): OldWords | null {
  if (stale && stateOld)
    return { title: 'No word from the boots just now', detail: 'What you see is the last that was heard.' };
  if (stale)
    return {
      title: 'The boots send no pressures just now',
      detail: 'The pressures you see are the last that came.',
    };
  if (stateOld)
    return {
      title: 'The boots do not say what they are doing just now',
      detail: 'The pressures you see are new.',
    };
  const [leg] = oldLegs;
  return leg
    ? { title: `The ${leg} boot sends no pressures just now`, detail: 'Those of the other boot are new.' }
    : null;
}

export function happening(n: Numbers, view: SessionView): string {
  const { doing, phase, boots } = view;
  if (view.notice?.kind === 'stopNotConfirmed') return 'Stop is not confirmed';
  if (view.notice?.kind === 'notEmptying') return 'The air is not going out';
  const old = oldWords(view);
  if (old) return old.title;
  if (phase === 'stopping') return byStop[view.stop];
  const fixed = byPhase[phase];
  if (fixed) return fixed;
  if (phase === 'preparing' && doing.kind !== 'zeroing') return 'Getting the boots ready';
  // After a pause the vents stay open for a while before the first wave.
  if (doing.kind === 'venting' && view.airOut === 'yes') return byKind.resting;
  if (!squeezes(doing)) return byKind[doing.kind];
  const sides = boots?.sides ?? (['left', 'right'] satisfies Side[]);
  if (everywhere(doing.parts, boots?.parts ?? [])) {
    return sides.length === 1 ? 'The whole leg is squeezed' : 'Both legs are squeezed, foot to hip';
  }
  if (doing.parts.length > 2) return `Squeezing from ${stretch(doing.parts)}`;
  return `The wave is at ${yours(n, doing.parts, sides)}`;
}

/** A zone holds its target when it is measured within this of it, mmHg. */
const HELD_WITHIN = 3;

/** What the crest of the wave does: "holding 55" only where every zone of it is measured so; empty where nothing is asked of it. */
function atCrest(n: Numbers, { legs, doing }: SessionView): string {
  const crest = [...legs.left, ...legs.right].filter(({ part }) => doing.parts.includes(part)).flatMap(asked);
  const [first] = crest;
  if (!first) return '';
  const highest = n.pressure(
    crest.reduce((most, { target }) => (target > most ? target : most), first.target),
  );
  if (crest.some(({ over }) => over !== null && over < -HELD_WITHIN)) return `building up to ${highest}`;
  if (crest.some(({ over }) => over === null)) return `${highest} asked for`;
  return crest.some(({ over }) => over !== null && over > HELD_WITHIN)
    ? `easing to ${highest}`
    : `holding ${highest}`;
}

/** What is asked of a zone, and by how much it is measured above that; null where it is not measured. */
const asked = ({ target, pressure }: ZoneView): readonly { target: Mmhg; over: number | null }[] =>
  typeof target === 'number' ? [{ target, over: pressure === null ? null : pressure - target }] : [];

const detailByPhase: Partial<Readonly<Record<Phase, string>>> = {
  preparing: 'The gauges are set to zero with the boots empty.',
  unsure: 'Until they answer, only Stop is sent.',
  found: 'This page does not steer it. You can watch, and you can stop it.',
};

const emptyInPause = 'The boots are empty. After ten minutes they stop by themselves.';

/** Time left is rounded up to this, so that the words do not change every second, s. */
const ABOUT = 5;

/** Why nothing is squeezed yet, and for how long. @param left below zero where it takes longer than expected */
function settling(n: Numbers, left: Seconds, minutes: number): string {
  const rounded = seconds(Math.ceil(left / ABOUT) * ABOUT);
  const time = `${n.count(minutes)} ${n.plural(minutes, { one: 'minute starts', other: 'minutes start' })}`;
  return rounded > 0
    ? `Filling first: about ${n.lasting(rounded)}. Your ${time} then.`
    : `Filling first: a little longer than expected this time. Your ${time} then.`;
}

/** Why the time left goes on in a pause. */
const limited = (n: Numbers, { progress }: SessionView): string =>
  progress && progress.limit !== null
    ? `A session lasts ${n.count(Math.round(progress.limit / 60))} min at most, pauses included, so the time left goes on.`
    : '';

/** More about the sentence. */
export function detail(n: Numbers, view: SessionView): string {
  const old = oldWords(view);
  if (old) return old.detail;
  if (view.phase === 'paused') {
    const air = view.airOut === 'yes' ? emptyInPause : airAfter(view.airOut);
    return [air, limited(n, view)].filter((words) => words !== '').join(' ');
  }
  const fixed = detailByPhase[view.phase];
  if (fixed) return fixed;
  if (view.phase !== 'running') return '';
  const { doing, progress } = view;
  const left = progress?.settling ?? null;
  if (doing.kind === 'prefill' && left !== null) return settling(n, left, view.minutes);
  const crest = squeezes(doing) ? atCrest(n, view) : '';
  const behind =
    doing.holding.length > 0
      ? `${doing.holding.length > 2 ? stretch(doing.holding) : n.list(doing.holding)} ${doing.holding.length === 1 ? 'holds' : 'hold'}`
      : '';
  const last = progress?.finishing ? 'finishing this wave' : '';
  return capital([last, crest, behind].filter((words) => words !== '').join(' · '));
}

/** "Wave 17 of about 28"; empty before the first. */
export function waves(n: Numbers, view: SessionView): string {
  const { progress } = view;
  if (!progress || progress.cycle < 1) return '';
  if (progress.cycles < progress.cycle) return `Wave ${n.count(progress.cycle)}`;
  return `Wave ${n.count(progress.cycle)} of about ${n.count(progress.cycles)}`;
}
