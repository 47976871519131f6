/**
 * For each end of a session that the page tells: a moment at which it is the true end, and a similar moment at
 * which it is not. The table's type requires both.
 */

import { describe, expect, it } from 'vitest';
import type { EndReason } from '../../../../firmware-protocol/status.ts';
import { hasBoots } from '../../../../src/session/state.ts';
import type { Ending } from '../../../../src/session/view.ts';
import { words } from '../../../../src/words/in-use.ts';
import { statusOf } from '../../status.ts';
import type { DrivenSession } from '../driven-session.ts';
import { run } from '../moments.ts';

interface Moments {
  readonly so: () => DrivenSession;
  readonly notSo: () => DrivenSession;
}

/** The session after the boots have ended it for this reason and their air is out. */
const ended = (endReason: EndReason, session = run()): DrivenSession =>
  session
    .hear(statusOf({ operation: endReason === 'fault' ? 'faulted' : 'idle', endReason }))
    .measure([0, 0, 0, 0, 0, 0]);
const stopped = (session = run()): DrivenSession => session.tell({ kind: 'stop' }).succeed('stop');
const pair = (): DrivenSession => {
  const session = run();
  if (hasBoots(session.whole))
    session.whole = { ...session.whole, boots: { ...session.whole.boots, pair: true } };
  return session;
};
const byBoots = (reason: EndReason, other: EndReason): Moments => ({
  so: () => ended(reason),
  notSo: () => ended(other),
});

const moments: Readonly<Record<Ending, Moments>> = {
  none: byBoots('none', 'finished'),
  finished: byBoots('finished', 'wallTime'),
  stoppedByController: {
    so: () => ended('stoppedByController', stopped()),
    notSo: () => ended('stoppedByController'),
  },
  stoppedElsewhere: {
    so: () => ended('stoppedByController'),
    notSo: () => ended('stoppedByController', stopped()),
  },
  stoppedAsPair: {
    so: () => ended('stoppedByController', pair()),
    notSo: () => ended('stoppedByController', stopped(pair())),
  },
  stoppedAtBoots: byBoots('stoppedAtBoots', 'alone'),
  ranDry: byBoots('ranDry', 'alone'),
  alone: byBoots('alone', 'ranDry'),
  wallTime: byBoots('wallTime', 'finished'),
  fault: byBoots('fault', 'stoppedAtBoots'),
  rebooted: byBoots('rebooted', 'ranDry'),
  pausedTooLong: byBoots('pausedTooLong', 'wallTime'),
};

describe.each(Object.keys(moments) as readonly Ending[])('the ending %s', (ending) => {
  it('is told when it is true, and says something', () => {
    expect(moments[ending].so().view.ended).toBe(ending);
    expect(words.endings[ending].title).not.toBe('');
  });
  it('is not told when it is false', () => {
    const { view } = moments[ending].notSo();
    expect(view.phase).toBe('ended');
    expect(view.ended).not.toBe(ending);
  });
});
