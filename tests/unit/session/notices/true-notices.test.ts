/**
 * For each kind of notice: a moment at which it is true and shown, and a similar moment at which it would be false and is not shown. The
 * table's type requires both. sentences.test.ts has further sentences.
 */

import { describe, expect, it } from 'vitest';
import { mmhg } from '../../../../firmware-protocol/quantities.ts';
import type { OpenFailure } from '../../../../src/boots/boots.ts';
import type { Notice } from '../../../../src/session/notices/notice.ts';
import { words } from '../../../../src/words/in-use.ts';
import { statusOf } from '../../status.ts';
import { DrivenSession, featureOf, running } from '../driven-session.ts';
import { back, lost, over, preparedAfter, run, stuckAt, unheard } from '../moments.ts';

interface Moments {
  readonly so: () => DrivenSession;
  readonly notSo: () => DrivenSession;
}

const forbidden = { kind: 'link', state: 'forbidden' } as const;
const noLeg = { kind: 'noLeg', side: 'left', share: 0.5 } as const;
const silent = { kind: 'bluetooth', state: 'silent' } as const;
const left = (status = statusOf({ holder: 0 })) =>
  new DrivenSession().open(status, featureOf({ kind: 'left' }));
const choosing = () => new DrivenSession().tell({ kind: 'connect' });
const notOpened = (failure: OpenFailure) =>
  choosing().tell({ kind: 'chosen' }).tell({ kind: 'openFailed', failure });
const opened = () => choosing().tell({ kind: 'chosen' }).open();
const starting = () => new DrivenSession().open().after(3000).tell({ kind: 'start' });
const heldByAnother = () =>
  starting().outcome('requestControl', {
    kind: 'rejected',
    response: { result: 'notPermitted', op: 'requestControl', reason: 'heldByAnother' },
  });
const needsPress = () =>
  starting().outcome('requestControl', {
    kind: 'rejected',
    response: { result: 'needsPress', op: 'requestControl' },
  });
const damaged = { kind: 'garbled', cause: { kind: 'frame', detail: 'short' } } as const;
const refusedPause = () =>
  run()
    .tell({ kind: 'pause' })
    .outcome('pause', { kind: 'rejected', response: { result: 'failed', op: 'pause' } });
const storing = () =>
  new DrivenSession()
    .open(
      statusOf({ holder: 0 }),
      featureOf({ abilities: { ...featureOf().abilities, storesSessions: true } }),
    )
    .tell({ kind: 'deleteRecords' })
    .control();

const moments: Readonly<Record<Notice['kind'], Moments>> = {
  noBluetooth: {
    so: () => choosing().tell({ kind: 'notChosen', reason: 'off', detail: '' }),
    notSo: () => choosing().tell({ kind: 'notChosen', reason: 'cancelled', detail: '' }),
  },
  chooserCancelled: {
    so: () => choosing().tell({ kind: 'notChosen', reason: 'cancelled', detail: '' }),
    notSo: () => choosing().tell({ kind: 'notChosen', reason: 'failed', detail: 'NetworkError' }),
  },
  notBoots: {
    so: () => notOpened({ kind: 'notBoots', cause: { kind: 'frame', detail: 'short' } }),
    notSo: () => notOpened({ kind: 'couldNotConnect', cause: { kind: 'noAnswer' } }),
  },
  changedBoots: {
    so: () =>
      run()
        .tell(lost)
        .tell(back)
        .tell({ kind: 'reopened', failure: { kind: 'changedBoots', what: 'zones', side: null } }),
    notSo: () => run().tell(lost).tell(back).tell({ kind: 'reopened', failure: null }),
  },
  wrongVersion: {
    so: () => notOpened({ kind: 'wrongVersion', theirs: '2.0', ours: '1.0' }),
    notSo: opened,
  },
  payloadTooSmall: { so: () => notOpened({ kind: 'payloadTooSmall', bytes: 20 }), notSo: opened },
  limitsTooWide: {
    so: () => notOpened({ kind: 'limitsTooWide', limit: 'target' }),
    notSo: () => notOpened({ kind: 'payloadTooSmall', bytes: 20 }),
  },
  couldNotConnect: {
    so: () => notOpened({ kind: 'couldNotConnect', cause: { kind: 'noAnswer' } }),
    notSo: () => notOpened({ kind: 'couldNotConnect', cause: { kind: 'noAnswer' } }).open(),
  },
  linkLost: {
    so: () => run().tell(lost),
    notSo: () => run().tell(lost).tell(back).tell({ kind: 'reopened', failure: null }),
  },
  bluetoothLost: {
    so: () => run().tell(lost).tell(silent),
    notSo: () => run().tell(lost).tell(silent).tell({ kind: 'bluetooth', state: 'answers' }),
  },
  permissionLost: {
    so: () => run().tell(lost).tell(forbidden),
    notSo: () => run().tell(lost).tell(forbidden).tell(lost),
  },
  notPermitted: {
    so: () => notOpened({ kind: 'notPermitted' }),
    notSo: () => notOpened({ kind: 'couldNotConnect', cause: { kind: 'noAnswer' } }),
  },
  heldByAnother: { so: heldByAnother, notSo: needsPress },
  needsPress: { so: needsPress, notSo: heldByAnother },
  pressed: {
    so: () => needsPress().hear(statusOf({ flags: { ...statusOf().flags, buttonPressed: true } })),
    // Here somebody presses the button although the page has not asked for it.
    notSo: () =>
      new DrivenSession().open().hear(statusOf({ flags: { ...statusOf().flags, buttonPressed: true } })),
  },
  controlLost: {
    so: () => run().hear(running({ holder: 99 })),
    notSo: () => run().tell({ kind: 'disowned' }),
  },
  otherTab: {
    so: () => run().tell({ kind: 'disowned' }),
    notSo: () => run().hear(running({ holder: 99 })),
  },
  silent: {
    so: () => run().tell({ kind: 'pause' }).unknown('pause').hear(statusOf()),
    notSo: () => run().tell({ kind: 'pause' }).unknown('pause').hear(over('stoppedAtBoots')),
  },
  standingStill: {
    so: () => run().tell({ kind: 'standingStill', sides: [] }),
    // These boots are being stopped, so they should stand still.
    notSo: () => run().tell({ kind: 'stop' }).tell({ kind: 'standingStill', sides: [] }),
  },
  garbled: { so: () => run().tell(damaged), notSo: () => run().tell(damaged).tick(20_001) },
  refused: { so: refusedPause, notSo: () => refusedPause().hear(over('stoppedByController')) },
  programRefused: {
    so: () =>
      new DrivenSession()
        .open(statusOf({ holder: 0 }), featureOf({ highestTarget: mmhg(40) }))
        .tell({ kind: 'start' }),
    notSo: starting,
  },
  clamped: {
    so: () => new DrivenSession().open().tell({ kind: 'setIntensity', intensity: mmhg(95) }),
    notSo: () => new DrivenSession().open().tell({ kind: 'setIntensity', intensity: mmhg(80) }),
  },
  notAPair: {
    so: () => left().tell({ kind: 'notAdded', why: { kind: 'chosenTwice' } }),
    notSo: () => left().tell({ kind: 'addOther' }),
  },
  stopNotConfirmed: { so: unheard, notSo: () => run().tell({ kind: 'stop' }).succeed('stop').tick(1250) },
  stopNotSendable: {
    so: () => run().tell(lost).tell(silent).tell({ kind: 'stop' }),
    notSo: () => run().tell(lost).tell({ kind: 'stop' }).tick(1250),
  },
  notEmptying: { so: () => stuckAt(50), notSo: () => stuckAt(5) },
  failed: {
    so: () => run().tell({ kind: 'failed', error: new Error('a bug') }),
    notSo: () => run().tell(damaged),
  },
  airNotKnown: { so: () => stuckAt(null), notSo: () => stuckAt(5) },
  notBegun: {
    // The link was lost for more than ten seconds while the session was prepared.
    so: () => preparedAfter(10_001),
    notSo: () => preparedAfter(10_000),
  },
  addAfterStop: {
    so: () =>
      left(statusOf({ holder: 99, therapy: 'running' }))
        .tell({ kind: 'stop' })
        .tell({ kind: 'addOther' }),
    notSo: () => left().tell({ kind: 'addOther' }),
  },
  grantLost: {
    so: () =>
      starting()
        .hear(statusOf({ holder: 77 }))
        .outcome('requestControl', { kind: 'unknown', cause: { kind: 'grantLost' } }),
    notSo: () => starting().outcome('requestControl', { kind: 'unknown', cause: { kind: 'noAnswer' } }),
  },
  notHeard: {
    so: () => run().tell({ kind: 'pause' }).unknown('pause').hear(running()),
    notSo: () =>
      run()
        .tell({ kind: 'pause' })
        .unknown('pause')
        .hear(running({ therapy: 'paused', operation: 'venting' })),
  },
  notNow: {
    so: () => run().tell(lost).tell({ kind: 'pause' }),
    notSo: () => run().tell(lost).tell({ kind: 'pause' }).tell(back).tick(250),
  },
  calledOff: {
    so: () => new DrivenSession().load().hear(statusOf({ operation: 'idle' })),
    // Here the person called the start off on this page.
    notSo: () => new DrivenSession().load().tell({ kind: 'stop' }).succeed('stop').hear(statusOf()),
  },
  rebooted: {
    so: () => run().hear(statusOf({ bootCount: 2, endReason: 'rebooted', holder: 0 })),
    notSo: () => run().hear(over('stoppedAtBoots')),
  },
  misfit: {
    so: () => run().tell({ kind: 'misfit', findings: [noLeg] }),
    // Here the person has gone on all the same.
    notSo: () =>
      run()
        .tell({ kind: 'misfit', findings: [noLeg] })
        .hear(running({ therapy: 'paused' }))
        .hear(running()),
  },
  recordsDeleted: {
    so: () => storing().succeed('deleteRecords'),
    notSo: storing,
  },
  batteryLow: {
    so: () => run().hear(running({ battery: 20 })),
    notSo: () => run().hear(running({ battery: 21 })),
  },
  limitBroken: {
    so: () => run().tell({ kind: 'limitBroken', broken: { limit: 'target', side: 'left', zone: 0 } }),
    // Here the boots are being stopped already.
    notSo: () =>
      run()
        .tell({ kind: 'stop' })
        .tell({ kind: 'limitBroken', broken: { limit: 'target', side: 'left', zone: 0 } }),
  },
  fault: {
    so: () => run().hear(statusOf({ operation: 'faulted', endReason: 'fault', fault: 'leak' })),
    notSo: () => run().hear(running({ warning: 'leak' })),
  },
  warning: {
    so: () => run().hear(running({ warning: 'leak' })),
    notSo: () =>
      run()
        .hear(running({ warning: 'leak' }))
        .hear(running()),
  },
};

const shown = ({ view }: DrivenSession): readonly Notice[] =>
  [view.notice, view.latched].filter((notice) => notice !== null);
const kinds = Object.keys(moments) as readonly Notice['kind'][];

describe.each(kinds)('the notice %s', (kind) => {
  it('is shown when it is true, and says something', () => {
    const session = moments[kind].so();
    const notice = shown(session).find((one) => one.kind === kind);
    expect(shown(session)).toContainEqual(expect.objectContaining({ kind }));
    if (notice) expect(words.notice(notice, session.view.boots).title).not.toBe('');
  });
  it('is not shown when it is false', () => {
    expect(shown(moments[kind].notSo()).map((notice) => notice.kind)).not.toContain(kind);
  });
});
