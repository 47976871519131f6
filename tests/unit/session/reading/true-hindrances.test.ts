/**
 * For each reason that stands beside Start or Resume: a moment at which it is true and said, and a similar one at which it would be false
 * and is not said. The type of the table requires both.
 */

import { describe, expect, it } from 'vitest';
import { mmhg } from '../../../../firmware-protocol/quantities.ts';
import { hasBoots } from '../../../../src/session/state.ts';
import type { Hindrance } from '../../../../src/session/view.ts';
import { words } from '../../../../src/words/in-use.ts';
import { statusOf } from '../../status.ts';
import { DrivenSession, featureOf, running } from '../driven-session.ts';
import { over, run } from '../moments.ts';

interface Moments {
  readonly so: () => DrivenSession;
  readonly notSo: () => DrivenSession;
}

const connected = (status = statusOf({ holder: 0 })) => new DrivenSession().open(status);
const link = (state: 'reconnecting' | 'forbidden') => ({ kind: 'link', state }) as const;
const silent = { kind: 'bluetooth', state: 'silent' } as const;
const empty = [0, 0, 0, 0, 0, 0];
const stopped = (ms: number) =>
  run()
    .tell({ kind: 'stop' })
    .succeed('stop')
    .hear(statusOf({ endReason: 'stoppedByController' }))
    .after(ms)
    .measure(empty)
    .tick(0);
const finished = (ms: number, pressures: readonly number[] = empty) =>
  run().hear(over('finished')).after(ms).measure(pressures).tick(0);
const paused = (ms: number) =>
  run()
    .hear(running({ therapy: 'paused', operation: 'venting' }))
    .after(ms)
    .measure(empty)
    .tick(0);
const pair = (): DrivenSession => {
  const session = run();
  if (hasBoots(session.whole))
    session.whole = { ...session.whole, boots: { ...session.whole.boots, pair: true } };
  return session;
};
const limitBroken = { kind: 'limitBroken', broken: { limit: 'rise', side: 'left', zone: 0 } } as const;
const failed = { kind: 'failed', error: new Error('a bug') } as const;
const standingStill = { kind: 'standingStill', sides: [] } as const;
/** A session that the page has stopped because of this. */
const barred = (why: typeof limitBroken | typeof standingStill | typeof failed, on = run()) =>
  on
    .tell(why)
    .succeed('stop')
    .hear(statusOf({ endReason: 'stoppedByController' }))
    .after(1600)
    .measure(empty)
    .tick(0);
/** Boots without a session, to which Stop is sent all the same. */
const stopAtRest = () => connected().tell({ kind: 'stop' }).tick(1600);

/** `notPaused` is never said, because what stands beside Resume is shown in a pause only. */
const moments: Readonly<Record<Exclude<Hindrance, 'notPaused'>, Moments>> = {
  noBoots: { so: () => new DrivenSession(), notSo: connected },
  underWay: { so: run, notSo: connected },
  stopping: { so: stopAtRest, notSo: () => stopAtRest().succeed('stop').hear(statusOf()).empty() },
  justStopped: { so: () => stopped(1400), notSo: () => stopped(1600) },
  justEnded: { so: () => finished(1400), notSo: () => finished(1600) },
  justPaused: { so: () => paused(1400), notSo: () => paused(1600) },
  outOfTouch: {
    so: () => connected().tell(link('reconnecting')),
    notSo: () => connected().tell(link('forbidden')),
  },
  bluetoothLost: {
    so: () => connected().tell(link('reconnecting')).tell(silent),
    notSo: () => connected().tell(link('reconnecting')),
  },
  permissionLost: {
    so: () => connected().tell(link('forbidden')),
    notSo: () => connected().tell(link('forbidden')).tell(link('reconnecting')),
  },
  latched: { so: () => connected(statusOf({ holder: 0, fault: 'leak' })), notSo: connected },
  airNotOut: { so: () => finished(1600, [0, 0, 20, 0, 0, 0]), notSo: () => finished(1600) },
  limitBroken: { so: () => barred(limitBroken), notSo: () => barred(standingStill) },
  standingStill: { so: () => barred(standingStill), notSo: () => barred(limitBroken) },
  failed: { so: () => barred(failed), notSo: () => barred(limitBroken) },
  oneStoodStill: { so: () => barred(standingStill, pair()), notSo: () => barred(standingStill) },
  unfit: {
    so: () =>
      new DrivenSession().open(statusOf({ holder: 0 }), featureOf({ highestTarget: mmhg(40) })).after(3000),
    notSo: connected,
  },
};

const said = ({ view }: DrivenSession): string =>
  [words.againstStart(view), words.againstResume(view)].join('\n').trim();
const reasons = ({ view: { startable, resumable } }: DrivenSession): readonly Hindrance[] =>
  [startable, resumable].flatMap((may) => (may.kind === 'no' ? [may.why] : []));
const kinds = Object.keys(moments) as readonly (keyof typeof moments)[];

describe.each(kinds)('the reason %s', (kind) => {
  it('is said when it is true', () => {
    const session = moments[kind].so();
    expect(reasons(session)).toContain(kind);
    expect(said(session)).not.toBe('');
  });
  it('is not said when it is false', () => {
    const text = said(moments[kind].so()).split('\n').at(-1);
    expect(said(moments[kind].notSo()).split('\n')).not.toContain(text);
    expect(reasons(moments[kind].notSo())).not.toContain(kind);
  });
});
