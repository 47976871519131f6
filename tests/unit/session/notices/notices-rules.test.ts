/** Which notices are kept, for how long, and which of them is shown: each rule by itself, without events of a session. */

import { describe, expect, it } from 'vitest';
import { instant } from '../../../../firmware-protocol/quantities.ts';
import type { Message } from '../../../../src/session/notices/notice.ts';
import {
  addNotice,
  chooseShown,
  dismissShown,
  dropAllNotices,
  dropNotices,
  mayReplace,
} from '../../../../src/session/notices/notices.ts';
import { hasBoots, initialState, type SessionState, type WithBoots } from '../../../../src/session/state.ts';
import { statusOf } from '../../status.ts';
import { DrivenSession, telemetryOf } from '../driven-session.ts';

const opened = new DrivenSession().open().whole;
const boots = (over: Partial<WithBoots> = {}): WithBoots => {
  if (!hasBoots(opened)) throw new Error('there are no boots');
  return { ...opened, ...over };
};
const heard = { since: instant(0), ran: true, sent: null, confirmed: true } as const;
const garbled: Message = { kind: 'garbled', cause: { kind: 'frame', detail: 'short' } };
const lost: Message = { kind: 'linkLost', playingOn: true };
const leak: Message = { kind: 'fault', fault: 'leak', side: null, part: null };
const warned: Message = { kind: 'warning', fault: 'leak', side: null, part: null };
const unknownAir: Message = { kind: 'airNotKnown', places: [], sides: [] };

const seen = (state: SessionState, ...messages: readonly Message[]) =>
  chooseShown(
    state,
    messages.reduce<SessionState>((session, message) => addNotice(session, message), state),
  );

describe('the notices that are kept', () => {
  it('are the newest of each kind', () => {
    const one = addNotice(addNotice(boots(), lost), leak);
    expect(one.notices).toEqual([lost, leak]);
    const other: Message = { kind: 'linkLost', playingOn: false };
    expect(addNotice(one, other).notices).toEqual([leak, other]);
    expect(addNotice(one, { ...lost })).toBe(one);
  });

  it('include one about an invalid frame, however many others follow', () => {
    const one = addNotice(boots(), garbled);
    expect(addNotice(one, { kind: 'garbled', cause: { kind: 'frame', detail: 'long' } })).toBe(one);
  });

  it('can be removed by kind, all at once, or the one that a person dismisses', () => {
    const all = seen(boots({ status: statusOf({ fault: 'leak' }) }), lost, leak, garbled);
    expect(all.notice).toEqual(leak);
    expect(dropNotices(all, 'linkLost', 'garbled').notices).toEqual([leak]);
    expect(dropAllNotices(all).notices).toEqual([]);
    expect(dismissShown(all).notices).toEqual([lost, garbled]);
    const nothing = boots();
    expect(dismissShown(nothing)).toBe(nothing);
  });
});

describe('the notice that is shown', () => {
  it('is the gravest, and of two that are equally grave the newest', () => {
    expect(mayReplace(leak, lost)).toBe(true);
    expect(mayReplace(lost, leak)).toBe(false);
    expect(mayReplace(lost, lost)).toBe(true);
    expect(seen(boots(), garbled, lost).notice).toEqual(lost);
    expect(seen(boots(), lost, garbled).notice).toEqual(lost);
    expect(seen(boots()).notice).toBeNull();
  });

  it('stays the same object while it says the same', () => {
    const before = seen(boots(), lost);
    expect(chooseShown(before, { ...before, notices: [{ ...lost }] }).notice).toBe(before.notice);
    expect(
      chooseShown(before, { ...before, notices: [{ kind: 'linkLost', playingOn: false }] }).notice,
    ).not.toBe(before.notice);
    expect(chooseShown(before, before).notices).toBe(before.notices);
  });
});

describe('a notice holds', () => {
  const holds = (state: SessionState, message: Message): boolean => seen(state, message).notices.length > 0;
  const at = (ms: number) => boots({ now: instant(ms), garbledAt: instant(1000) });

  it('for 20 s after the last one, if it is about invalid frames', () => {
    expect(holds(at(21_000), garbled)).toBe(true);
    expect(holds(at(21_001), garbled)).toBe(false);
    expect(holds(initialState, garbled)).toBe(false);
  });

  it('for as long as the boots report it, if it is a fault or a warning', () => {
    expect(holds(boots({ status: statusOf({ fault: 'leak' }) }), leak)).toBe(true);
    expect(holds(boots({ status: statusOf({ fault: 'sensor' }) }), leak)).toBe(false);
    expect(holds(boots({ status: statusOf({ warning: 'leak' }) }), warned)).toBe(true);
    expect(holds(boots({ status: statusOf({ fault: 'leak' }) }), warned)).toBe(false);
    expect(holds(initialState, leak)).toBe(false);
    expect(holds(initialState, warned)).toBe(false);
  });

  it('until the air is known to be out, if it says that this is unknown; without boots it never is known', () => {
    const empty = { measuredAt: instant(0), telemetry: telemetryOf([0, 0, 0, 0, 0, 0]) };
    expect(holds(boots({ ...empty, emptied: false }), unknownAir)).toBe(false);
    expect(
      holds(
        boots({ emptied: false, telemetry: null, status: statusOf({ operation: 'venting' }) }),
        unknownAir,
      ),
    ).toBe(true);
    expect(holds(initialState, unknownAir)).toBe(true);
  });

  it('as long as there are boots, if it is about a lost link', () => {
    expect(holds(boots(), lost)).toBe(true);
    expect(holds(initialState, lost)).toBe(false);
  });

  it.each([
    { kind: 'failed', detail: '' },
    { kind: 'rebooted' },
    { kind: 'silent' },
    { kind: 'controlLost' },
    { kind: 'couldNotConnect', cause: { kind: 'link', detail: '' } },
    { kind: 'noBluetooth', why: 'off' },
    { kind: 'notBegun' },
    { kind: 'chooserCancelled' },
    { kind: 'recordsDeleted', outcome: 'done' },
    { kind: 'notAPair', why: { kind: 'sameLeg', side: 'left' } },
  ] as const)('is until a person has read it for $kind', (message) => {
    expect(holds(boots({ now: instant(10_000_000) }), message)).toBe(true);
    expect(holds(initialState, message)).toBe(true);
  });
});

describe('trouble with Stop', () => {
  const standing = (stopping: WithBoots['stopping']) =>
    chooseShown(boots(), boots({ stopping, unstopped: ['left'] })).notice;

  it('follows from the state of stopping, and nobody can dismiss it', () => {
    expect(standing({ kind: 'notHeard', since: instant(0), ran: true, sent: null })).toEqual({
      kind: 'stopNotConfirmed',
      sides: ['left'],
    });
    expect(standing({ kind: 'disobeyed', ...heard })).toEqual({ kind: 'stopNotConfirmed', sides: ['left'] });
    for (const kind of ['notFalling', 'notEmpty'] as const)
      expect(standing({ kind, ...heard, zones: [1, 3] })).toEqual({
        kind: 'notEmptying',
        places: [
          { side: 'left', part: 'calf' },
          { side: 'right', part: 'foot' },
        ],
        sides: [],
      });
  });

  it('gives no notice while a Stop works', () => {
    expect(standing({ kind: 'none' })).toBeNull();
    expect(standing({ kind: 'asked', since: instant(0), ran: true, sent: null })).toBeNull();
    expect(standing({ kind: 'emptying', ...heard })).toBeNull();
    expect(chooseShown(initialState, initialState).notice).toBeNull();
  });
});
