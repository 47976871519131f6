import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mayReplace } from '../../../../src/session/notices/notices.ts';
import { isStopTrouble, type Notice } from '../../../../src/session/view.ts';
import { runs } from '../../../seed.ts';
import { statusOf } from '../../status.ts';
import { DrivenSession, running } from '../driven-session.ts';

const garble = (session: DrivenSession, detail = 'the check does not match') =>
  session.tell({ kind: 'garbled', cause: { kind: 'frame', detail } });
/** Tests copy this session, because composing one takes long. */
const begun = new DrivenSession().run();
const run = (): DrivenSession => begun.copy();
const unheard = () => run().tell({ kind: 'stop' }).tick(1250);

/** Events that may come while a session runs or is being stopped. Most of them cause a notice. */
const happenings: Readonly<Record<string, (session: DrivenSession) => unknown>> = {
  garbled: (session) => garble(session),
  'link lost': (session) => session.tell({ kind: 'link', state: 'reconnecting' }),
  'link back': (session) => session.tell({ kind: 'link', state: 'connected' }),
  'cannot be read': (session) =>
    session.tell({ kind: 'reopened', failure: { kind: 'changedBoots', what: 'serial', side: null } }),
  refused: (session) => session.played({ kind: 'refused', reason: 'order' }),
  'control lost': (session) =>
    session.outcome('ceiling', {
      kind: 'rejected',
      response: { result: 'notPermitted', op: 'ceiling', reason: 'noControl' },
    }),
  warning: (session) => session.hear(running({ warning: 'leak', warningZone: 1 })),
  fault: (session) => session.hear(running({ fault: 'leak', faultZone: 1 })),
  clamped: (session) => session.tell({ kind: 'setMinutes', minutes: 500 }),
  'not added': (session) => session.tell({ kind: 'notAdded', why: { kind: 'sameLeg', side: 'left' } }),
  dismissed: (session) => session.tell({ kind: 'dismissNotice' }),
  tick: (session) => session.tick(250),
};

describe('a Stop that is not confirmed', () => {
  it('has the same notice for as long as it is true, whatever else happens', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...Object.keys(happenings)), { maxLength: 30 }), (names) => {
        const session = unheard();
        const { notice } = session.view;
        expect(notice).toEqual({ kind: 'stopNotConfirmed', sides: [] });
        for (const name of names) {
          happenings[name]?.(session.after(10));
          expect(session.view.notice).toBe(notice);
        }
      }),
      { numRuns: runs(50) },
    );
  });

  it('is not replaced by a notice about damaged frames, however many come', () => {
    const session = unheard();
    const { notice } = session.view;
    for (let i = 0; i < 60; i++) expect(garble(session.after(150), `frame ${i}`).view.notice).toBe(notice);
  });

  it('gives way to other notices that hold once the boots have stopped', () => {
    const session = garble(unheard().hear(running({ fault: 'leak', faultZone: 1 })));
    const last = statusOf({ fault: 'leak', faultZone: 1, operation: 'faulted', endReason: 'fault' });
    session.succeed('stop').hear(last).measure([0, 0, 0, 0, 0, 0]);
    expect(session.view.notice).toMatchObject({ kind: 'fault', fault: 'leak' });
  });
});

describe('the notice that is shown', () => {
  it('is the gravest of those that hold, in whatever order they came', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...Object.keys(happenings)), { maxLength: 30 }), (names) => {
        const session = run();
        for (const name of names) {
          happenings[name]?.(session.after(10));
          const { notice, notices: all } = session.whole;
          for (const other of all) expect(notice && mayReplace(notice, other)).toBe(true);
          expect(all.length).toBeLessThanOrEqual(new Set(all.map(({ kind }) => kind)).size);
        }
      }),
      { numRuns: runs(50) },
    );
  });

  it('stays the same object as long as it says the same', () => {
    const session = garble(run());
    const { notice } = session.view;
    expect(notice?.kind).toBe('garbled');
    for (let i = 0; i < 20; i++) expect(garble(session.after(100), `${i}`).tick(50).view.notice).toBe(notice);
  });

  it('goes once its cause has passed', () => {
    expect(garble(run()).tick(19_000).view.notice?.kind).toBe('garbled');
    expect(garble(run()).tick(21_000).view.notice).toBe(null);
    const lost = run().tell({ kind: 'link', state: 'reconnecting' });
    lost.tell({ kind: 'link', state: 'connected' });
    expect(lost.view.notice?.kind).toBe('linkLost');
    expect(lost.tell({ kind: 'reopened', failure: null }).view.notice).toBe(null);
    const fault = statusOf({ fault: 'leak', operation: 'faulted', endReason: 'fault' });
    const faulted = run().hear(fault);
    expect(faulted.view.notice?.kind).toBe('fault');
    expect(faulted.hear(statusOf({ endReason: 'fault' })).view.notice).toBe(null);
  });

  it('gives way to the next one when a person dismisses it', () => {
    const session = garble(run().hear(running({ warning: 'leak', warningZone: 1 })));
    expect(session.view.notice?.kind).toBe('warning');
    expect(session.tell({ kind: 'dismissNotice' }).view.notice?.kind).toBe('garbled');
    expect(session.tell({ kind: 'dismissNotice' }).view.notice).toBe(null);
  });

  it('is one that tells a person to stop or empty the boots by hand before any other', () => {
    const hands: readonly Notice[] = [
      { kind: 'stopNotConfirmed', sides: [] },
      { kind: 'notEmptying', places: [], sides: [] },
    ];
    const others: readonly Notice[] = [
      { kind: 'fault', fault: 'leak', side: null, part: null },
      { kind: 'linkLost', playingOn: true },
      { kind: 'rebooted' },
    ];
    for (const notice of hands) {
      expect(isStopTrouble(notice)).toBe(true);
      for (const other of others) expect(mayReplace(other, notice)).toBe(false);
    }
  });
});
