/**
 * Finds the longest texts about a session with the connected boots. The page reserves room for them, so that nothing moves when the texts
 * change.
 */

import { mmhg, seconds } from '../../../firmware-protocol/quantities.ts';
import type { BodyPart } from '../../../firmware-protocol/zones.ts';
import type { AirOut, Doing, Phase, SessionView } from '../../session/view.ts';
import type { Happenings, LongestLines } from './session-words.ts';

const phases: readonly Phase[] = [
  'preparing',
  'running',
  'pausing',
  'paused',
  'resuming',
  'stopping',
  'unsure',
  'found',
];
const kinds: readonly Doing['kind'][] = ['nothing', 'zeroing', 'prefill', 'releasing', 'resting', 'venting'];
const airs: readonly AirOut[] = ['yes', 'no', 'unknown'];
/** Time until the first wave, s: one that is longer than expected, and a long one. */
const fillings = [seconds(-5), seconds(119)];

/** Each stretch of neighbouring zones as the crest of the wave, with the zones below that stretch held. */
const crests = (parts: readonly BodyPart[]): readonly Doing[] =>
  parts.flatMap((_, from) =>
    parts.slice(from).map(
      (_, more): Doing => ({
        kind: 'filling',
        parts: parts.slice(from, from + more + 1),
        holding: parts.slice(0, from),
      }),
    ),
  );

function possible(view: SessionView): readonly SessionView[] {
  const parts = view.boots?.parts ?? [];
  const calm: SessionView = { ...view, notice: null, stale: false, stateOld: false, oldLegs: [] };
  const running: SessionView = { ...calm, phase: 'running' };
  const only = (kind: Doing['kind']): Doing => ({ kind, parts: [], holding: [] });
  const asked = (zones: SessionView['legs']['left']): SessionView['legs']['left'] =>
    zones.map((zone) => ({ ...zone, target: mmhg(100) }));
  const legs = { left: asked(view.legs.left), right: asked(view.legs.right) };
  const progress = view.progress ?? {
    promised: seconds(3600),
    left: seconds(3600),
    ran: seconds(0),
    limit: null,
    finishing: false,
    cycle: 1,
    completed: 0,
    cycles: 1,
    inCycle: seconds(0),
    settling: null,
    cycleTime: seconds(60),
  };
  return [
    ...phases.flatMap((phase) => airs.map((airOut) => ({ ...calm, phase, airOut }))),
    ...kinds.flatMap((kind) => airs.map((airOut) => ({ ...running, airOut, doing: only(kind) }))),
    ...crests(parts).map((doing) => ({ ...running, legs, doing })),
    ...fillings.map((settling) => ({
      ...running,
      doing: only('prefill'),
      progress: { ...progress, settling },
    })),
    { ...running, progress: { ...progress, cycle: 188, cycles: 188 } },
    { ...running, progress: { ...progress, finishing: true } },
    { ...calm, stale: true, stateOld: true },
    { ...calm, stale: true },
    { ...calm, stateOld: true },
    { ...calm, oldLegs: ['right'] },
    { ...calm, notice: { kind: 'stopNotConfirmed', sides: [] } },
    { ...calm, notice: { kind: 'notEmptying', places: [], sides: [] } },
  ];
}

/** How many of the longest texts are kept for a line. Lines break at words, so the longest text need not be the tallest. */
const KEPT_OF_EACH = 4;

const longest = (texts: readonly string[]): readonly string[] =>
  [...new Set(texts)].sort((one, other) => other.length - one.length).slice(0, KEPT_OF_EACH);

export function longestLinesOf(
  { happening, detail, waves }: Pick<Happenings, 'happening' | 'detail' | 'waves'>,
  view: SessionView,
): LongestLines {
  const views = possible(view);
  return {
    happening: longest(views.map(happening)),
    detail: longest(views.map(detail)),
    waves: longest(views.map(waves)),
  };
}
