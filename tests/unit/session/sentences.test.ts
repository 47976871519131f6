/**
 * Sentences about boots: for each, a moment at which it is true and shown, and a similar one at which it would be false and is not shown.
 */

import { describe, expect, it } from 'vitest';
import { mmhg } from '../../../firmware-protocol/quantities.ts';
import type { ReopenFailure } from '../../../src/boots/boots.ts';
import { hasBoots } from '../../../src/session/state.ts';
import { words } from '../../../src/words/in-use.ts';
import { statusOf } from '../status.ts';
import { DrivenSession, featureOf, running, TOKEN, telemetryOf } from './driven-session.ts';
import { over, reconnected, run } from './moments.ts';

function said({ view }: DrivenSession): string {
  const notices = [view.notice, view.latched].flatMap((notice) => {
    if (!notice) return [];
    const { title, advice } = words.notice(notice, view.boots);
    return [title, ...advice];
  });
  const end = view.ended === null ? [] : [words.endings[view.ended].title, words.endings[view.ended].why];
  return [words.happening(view), words.detail(view), ...notices, ...end].join('\n');
}

const reopened = (failure: ReopenFailure): DrivenSession =>
  run().tell(lost).tell(back).tell({ kind: 'reopened', failure });
const asPair = (): DrivenSession => {
  const session = run();
  if (hasBoots(session.whole))
    session.whole = { ...session.whole, boots: { ...session.whole.boots, pair: true } };
  return session;
};
const lost = { kind: 'link', state: 'reconnecting' } as const;
const back = { kind: 'link', state: 'connected' } as const;
const faulted = (over: Partial<ReturnType<typeof statusOf>>) =>
  statusOf({ operation: 'faulted', endReason: 'fault', ...over });
const refuse = (session: DrivenSession, reason: 'heldByAnother') =>
  session.outcome('requestControl', {
    kind: 'rejected',
    response: { result: 'notPermitted', op: 'requestControl', reason },
  });
/** A session at the crest of the wave, with this pressure in two zones of each leg. */
const squeezedWith = (pressure: number): DrivenSession => {
  const packet = telemetryOf([pressure, pressure, 0, pressure, pressure, 0]);
  const targets = [55, 55, 0, 55, 55, 0].map((target) => mmhg(target));
  return run().tell({ kind: 'telemetry', telemetry: { ...packet, targets } });
};
const deaf = (answer: 'lost' | 'none'): DrivenSession => {
  const session = new DrivenSession().open().after(3000).tell({ kind: 'start' });
  if (answer === 'lost') session.hear(statusOf({ holder: 77 }));
  session.outcome('requestControl', {
    kind: 'unknown',
    cause: { kind: answer === 'lost' ? 'grantLost' : 'noAnswer' },
  });
  return session;
};
interface Sentence {
  readonly says: string;
  readonly so: () => DrivenSession;
  readonly notSo: () => DrivenSession;
}

const sentences: readonly Sentence[] = [
  { says: 'Holding 55', so: () => squeezedWith(54), notSo: () => squeezedWith(40) },
  { says: 'Building up to 55', so: () => squeezedWith(40), notSo: () => squeezedWith(54) },
  {
    says: 'Stopping: the air is going out',
    so: () => run().tell({ kind: 'stop' }).succeed('stop').hear(over('stoppedByController')),
    notSo: () => run().tell({ kind: 'stop' }).tick(250),
  },
  {
    says: 'Telling the boots to stop',
    so: () => run().tell({ kind: 'stop' }).tick(250),
    notSo: () => run().tell({ kind: 'stop' }).succeed('stop').hear(over('stoppedByController')),
  },
  {
    says: 'Telling the boots to pause',
    so: () => run().tell({ kind: 'pause' }),
    notSo: () =>
      run()
        .tell({ kind: 'pause' })
        .hear(running({ therapy: 'paused', operation: 'venting' })),
  },
  {
    says: 'It was stopped from this page.',
    so: () =>
      run()
        .tell({ kind: 'stop' })
        .succeed('stop')
        .hear(over('stoppedByController'))
        .measure([0, 0, 0, 0, 0, 0]),
    notSo: () => run().hear(over('stoppedByController')),
  },
  {
    says: 'One boot could not go on with the other',
    // One boot has ended the session. The code that joins two boots to a pair, not the session, sends Stop to the other.
    so: () =>
      asPair()
        .hear(running({ endReason: 'stoppedByController' }))
        .tell({ kind: 'unstopped', sides: ['left'] })
        .hear(over('stoppedByController'))
        .tell({ kind: 'unstopped', sides: [] })
        .measure([0, 0, 0, 0, 0, 0]),
    notSo: () =>
      run()
        .tell({ kind: 'stop' })
        .succeed('stop')
        .hear(over('stoppedByController'))
        .measure([0, 0, 0, 0, 0, 0]),
  },
  {
    says: 'Another page or phone stopped it.',
    so: () => run().hear(over('stoppedByController')),
    notSo: () => run().hear(over('stoppedAtBoots')),
  },
  {
    says: 'The boots did not answer',
    so: () => run().tell({ kind: 'pause' }).unknown('pause').hear(statusOf()),
    notSo: () => run().tell({ kind: 'pause' }).unknown('pause').hear(over('stoppedAtBoots')),
  },
  {
    says: 'Left boot, foot',
    so: () => run().hear(faulted({ fault: 'leak', faultZone: 0 })),
    notSo: () => run().hear(faulted({ fault: 'leak', faultZone: 15 })),
  },
  {
    says: 'Pause was not sent',
    so: () => run().tell(lost).tell({ kind: 'pause' }),
    notSo: () => run().tell(lost).tell({ kind: 'pause' }).tell(back).tick(250),
  },
  {
    says: 'This page could not tell the boots that you have read this',
    so: () =>
      run()
        .hear(faulted({ fault: 'leak' }))
        .tell(lost)
        .tell({ kind: 'acknowledgeFault' }),
    notSo: () =>
      run()
        .hear(faulted({ fault: 'leak' }))
        .tell({ kind: 'acknowledgeFault' }),
  },
  {
    says: 'The other boot cannot be added just now',
    so: () =>
      new DrivenSession()
        .open(statusOf(), featureOf({ kind: 'left' }))
        .tell(lost)
        .tell({ kind: 'addOther' }),
    notSo: () => new DrivenSession().open(statusOf(), featureOf({ kind: 'left' })).tell({ kind: 'addOther' }),
  },
  {
    says: 'A session is already under way on these boots',
    so: () => new DrivenSession().open(running({ holder: 9 })),
    // Here the boots still run this page's own session, whose Stop they have not confirmed.
    notSo: () => reconnected(TOKEN & 0xffff),
  },
  {
    says: 'the answer was lost',
    so: () => deaf('lost'),
    notSo: () => deaf('none'),
  },
  {
    says: 'Another page or phone is controlling these boots',
    so: () => refuse(new DrivenSession().open().after(3000).tell({ kind: 'start' }), 'heldByAnother'),
    notSo: () => deaf('lost'),
  },
  {
    says: 'The battery is low (20',
    so: () => run().hear(running({ battery: 20 })),
    notSo: () => run().hear(running({ battery: 21 })),
  },
  {
    says: 'The battery is nearly empty',
    so: () => new DrivenSession().open(statusOf({ battery: 8 })),
    notSo: () =>
      run()
        .hear(running({ battery: 8 }))
        .hear(running({ battery: 80 })),
  },
  {
    says: 'Pause did not reach the boots',
    so: () => run().tell({ kind: 'pause' }).unknown('pause').hear(running()),
    notSo: () =>
      run()
        .tell({ kind: 'pause' })
        .unknown('pause')
        .hear(running({ therapy: 'paused', operation: 'venting' })),
  },
  {
    says: 'Another serial number answered',
    so: () => reopened({ kind: 'changedBoots', what: 'serial', side: null }),
    // Here only a frame was damaged.
    notSo: () => reopened({ kind: 'notBoots', cause: { kind: 'frame', detail: 'the check does not match' } }),
  },
  {
    says: 'has other zones than before',
    so: () => reopened({ kind: 'changedBoots', what: 'zones', side: null }),
    notSo: () => reopened({ kind: 'changedBoots', what: 'version', side: null }),
  },
  {
    says: 'They keep running. Stop still works.',
    so: () =>
      run()
        .tell({ kind: 'pause' })
        .outcome('pause', { kind: 'rejected', response: { result: 'failed', op: 'pause' } }),
    // Here the boots have stopped in the meantime.
    notSo: () =>
      run()
        .tell({ kind: 'pause' })
        .outcome('pause', { kind: 'rejected', response: { result: 'failed', op: 'pause' } })
        .hear(over('stoppedByController')),
  },
  {
    says: 'So this page told them to stop.',
    so: () => run().played({ kind: 'refused', reason: 'order' }),
    notSo: () =>
      run()
        .tell({ kind: 'pause' })
        .outcome('pause', { kind: 'rejected', response: { result: 'failed', op: 'pause' } }),
  },
];

describe.each(sentences)('"$says"', ({ says, so, notSo }) => {
  it('is shown when it is true', () => {
    expect(said(so())).toContain(says);
  });
  it('is not shown when it is false', () => {
    expect(said(notSo())).not.toContain(says);
  });
});

describe('boots that do not empty', () => {
  it('get the same advice for action by hand from their own fault and from this page', () => {
    const session = run().tell({ kind: 'stop' }).succeed('stop').hear(over('stoppedByController'));
    for (let i = 0; i < 12; i++) session.after(250).measure([50, 0, 0, 0, 0, 0]).tick(0);
    expect(session.view.notice?.kind).toBe('notEmptying');
    const advice = () =>
      session.view.notice ? words.notice(session.view.notice, session.view.boots).advice : [];
    const own = advice();
    session.hear(faulted({ fault: 'notEmptying', faultZone: 0 }));
    const { latched, boots } = session.view;
    const theirs = latched ? words.notice(latched, boots).advice : [];
    expect(theirs.slice(1)).toEqual(own.slice(0, 2));
  });
});
