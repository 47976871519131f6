/**
 * What is happening, as a sentence. It is read aloud, so it changes with the crest of the wave and not with each pressure:
 * filling and holding a zone are one sentence, the difference is in the detail below it.
 */

import { type Mmhg, type Seconds, seconds } from '../../../firmware-protocol/quantities.ts';
import type { BodyPart, Side } from '../../../firmware-protocol/zones.ts';
import type { Doing, Phase, SessionView } from '../../session/view.ts';
import { partsTogether, yours } from './body.ts';
import { airAfter } from './endings.ts';
import { capital, count, lasting, pressure } from './numbers.ts';

const byPhase: Partial<Readonly<Record<Phase, string>>> = {
  pausing: 'Pausing: the air is going out',
  paused: 'Paused. Your place is kept.',
  resuming: 'Going on, gently',
  stopping: 'Stopping: all the air is going out',
  unsure: 'Asking the boots what they are doing',
  found: 'These boots are already running a session',
  ended: 'Stopped',
  idle: 'Stopped',
};

const byKind: Readonly<Record<Doing['kind'], string>> = {
  nothing: 'Under way',
  zeroing: 'Keep still for a moment',
  mould: 'The boots settle around your legs',
  filling: 'The wave is on its way',
  squeezing: 'The wave is on its way',
  releasing: 'The squeeze lets go',
  resting: 'Resting before the next wave',
  venting: 'The air is going out',
  paused: 'Paused. Your place is kept.',
};

const squeezes = (doing: Doing): boolean =>
  (doing.kind === 'filling' || doing.kind === 'squeezing') && doing.parts.length > 0;

const everywhere = (parts: readonly BodyPart[], all: readonly BodyPart[]): boolean =>
  all.length > 1 && parts.length === all.length;

/** The sentence that is read aloud. */
export function happening(view: SessionView): string {
  const { doing, phase, boots } = view;
  if (view.notice?.kind === 'stopNotConfirmed') return 'Stop is not confirmed';
  if (view.notice?.kind === 'notEmptying') return 'The air is not going out';
  if (view.stale) return 'No word from the boots just now';
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
  return `The wave is at ${yours(doing.parts, sides)}`;
}

/** Highest pressure asked for at the crest, null if none is. */
function askedAtCrest(view: SessionView): Mmhg | null {
  let highest: Mmhg | null = null;
  for (const zone of [...view.legs.left, ...view.legs.right]) {
    if (!view.doing.parts.includes(zone.part) || typeof zone.target !== 'number') continue;
    if (highest === null || zone.target > highest) highest = zone.target;
  }
  return highest;
}

const detailByPhase: Partial<Readonly<Record<Phase, string>>> = {
  preparing: 'The gauges are set to zero with the boots empty.',
  unsure: 'Until they answer, only Stop is sent.',
  found: 'This page does not steer it. You can watch, and you can stop it.',
};

const emptyInPause = 'The boots are empty. After ten minutes they stop by themselves.';

/** Rounded up to this, so that the words do not change with each second, s. */
const ABOUT = 5;

/** Why nothing is squeezed yet, and for how long. */
function settling(left: Seconds): string {
  const rounded = seconds(Math.ceil(left / ABOUT) * ABOUT);
  const togo =
    rounded > 0 ? `: about ${lasting(rounded)} to go` : ', a little longer than expected this time';
  return `Empty boots take a while to fill${togo}. Your minutes begin after that.`;
}

/** What lies behind the sentence: shown, not read aloud. */
export function detail(view: SessionView): string {
  if (view.stale) return 'What you see is the last that was heard.';
  if (view.phase === 'paused') return view.airOut === 'yes' ? emptyInPause : airAfter(view.airOut);
  const fixed = detailByPhase[view.phase];
  if (fixed) return fixed;
  if (view.phase !== 'running') return '';
  const { doing, progress } = view;
  const left = progress?.settling ?? null;
  if (doing.kind === 'mould' && left !== null) return settling(left);
  const asked = squeezes(doing) ? askedAtCrest(view) : null;
  const crest =
    asked === null
      ? ''
      : doing.kind === 'filling'
        ? `building up to ${pressure(asked)}`
        : `holding ${pressure(asked)}`;
  const behind =
    doing.holding.length > 0
      ? `${partsTogether(doing.holding)} ${doing.holding.length === 1 ? 'holds' : 'hold'}`
      : '';
  return capital([crest, behind].filter((words) => words !== '').join(' · '));
}

/** "Wave 17 of about 28"; empty before the first. */
export function waves(view: SessionView): string {
  const { progress } = view;
  if (!progress || progress.cycle < 1) return '';
  if (progress.cycles < progress.cycle) return `Wave ${count(progress.cycle)}`;
  return `Wave ${count(progress.cycle)} of about ${count(progress.cycles)}`;
}
