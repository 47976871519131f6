import { describe, expect, it } from 'vitest';
import { opCodes } from '../../../../firmware-protocol/command.ts';
import { type Instant, instant } from '../../../../firmware-protocol/quantities.ts';
import type { Status } from '../../../../firmware-protocol/status.ts';
import {
  askToStop,
  emptyAfterRestart,
  emptyByThemselves,
  isEndedByBoots,
  isStopDue,
  isUnheard,
  onNotConfirmed,
  onStatusWhileStopping,
  onStopAnswer,
  onStopOutcome,
  onStopSent,
  type Stopping,
  type UnderWay,
} from '../../../../src/session/regions/stopping.ts';
import { statusOf } from '../../status.ts';

const at = (ms: number): Instant => instant(ms);
const none = { kind: 'none' } as const;
/** A Stop that was pressed at 1000 ms and sent at once, in a session that had begun. */
const pressed = (): UnderWay => onStopSent(askToStop(at(1000), true), at(1000));
const emptying = (): Stopping => onStopAnswer(pressed(), at(1500));
const stopped = (over: Partial<Status> = {}): Status =>
  statusOf({ lastOp: opCodes.stop, operation: 'venting', ...over });
const running = statusOf({ therapy: 'running', operation: 'playing' });
const disobeyed = (): Stopping => onStatusWhileStopping(emptying(), running, at(2500));
const stuck = (kind: 'notFalling' | 'notEmpty', confirmed = true): UnderWay => ({
  kind,
  since: at(1500),
  ran: true,
  sent: { at: at(3000), underWay: 0 },
  confirmed,
  zones: [1],
});

describe('a Stop that was requested', () => {
  it('is neither heard nor sent yet, and knows whether a session had begun', () => {
    expect(askToStop(at(1000), true)).toEqual({ kind: 'asked', since: 1000, ran: true, sent: null });
    expect(askToStop(at(1000), false)).toMatchObject({ ran: false });
    expect(isUnheard(pressed())).toBe(true);
    expect(isEndedByBoots(pressed())).toBe(false);
  });

  it('is heard once the boots respond', () => {
    expect(emptying()).toEqual({
      kind: 'emptying',
      since: 1500,
      ran: true,
      sent: { at: 1000, underWay: 1 },
      confirmed: false,
    });
    expect(isUnheard(emptying())).toBe(false);
    expect(isEndedByBoots(emptying())).toBe(false);
  });

  it('is heard at the first response: a second one changes nothing', () => {
    const before = emptying();
    expect(onStopAnswer(before, at(1800))).toBe(before);
    expect(onStopAnswer(disobeyed(), at(3000))).toEqual(disobeyed());
    expect(onStopAnswer(none, at(1800))).toBe(none);
  });

  it('is heard once stopped boots report it as their last command, however soon', () => {
    expect(onStatusWhileStopping(pressed(), stopped(), at(1010))).toMatchObject({
      kind: 'emptying',
      since: 1010,
      confirmed: true,
    });
    expect(onStatusWhileStopping(pressed(), { ...running, lastOp: opCodes.stop }, at(1010)).kind).toBe(
      'asked',
    );
  });

  it.each([
    { later: 999, operation: 'idle', kind: 'asked' },
    { later: 1000, operation: 'idle', kind: 'emptying' },
    { later: 1000, operation: 'venting', kind: 'emptying' },
    { later: 5000, operation: 'preparing', kind: 'asked' },
    { later: 5000, operation: 'ready', kind: 'asked' },
  ] as const)(
    'is heard, if stopped boots report another last command, only once they are at rest for 1 s: $operation, $later ms',
    ({ later, operation, kind }) => {
      const status = stopped({ lastOp: opCodes.keepAlive, operation });
      expect(onStatusWhileStopping(pressed(), status, at(1000 + later)).kind).toBe(kind);
    },
  );

  it('becomes notHeard if a boot of a pair does not confirm it, and stays so until it is heard', () => {
    const unheard = onNotConfirmed(pressed(), at(2001));
    expect(unheard).toEqual({ kind: 'notHeard', since: 1000, ran: true, sent: { at: 1000, underWay: 1 } });
    expect(isUnheard(unheard)).toBe(true);
    expect(onNotConfirmed(unheard, at(2500))).toBe(unheard);
    expect(onStopAnswer(unheard, at(2600)).kind).toBe('emptying');
    expect(onStatusWhileStopping(unheard, stopped(), at(2600)).kind).toBe('emptying');
    expect(onStatusWhileStopping(unheard, running, at(2600))).toBe(unheard);
  });
});

describe('air that is going out', () => {
  it('is confirmed or not by each status, for a second from the response', () => {
    expect(onStatusWhileStopping(emptying(), stopped(), at(1600))).toMatchObject({
      kind: 'emptying',
      confirmed: true,
    });
    const confirmed = onStatusWhileStopping(emptying(), stopped(), at(1600));
    expect(onStatusWhileStopping(confirmed, running, at(2499))).toMatchObject({
      kind: 'emptying',
      confirmed: false,
    });
  });

  it('becomes disobeyed if the boots still play a second after their response', () => {
    expect(onStatusWhileStopping(emptying(), running, at(2499)).kind).toBe('emptying');
    expect(onStatusWhileStopping(emptying(), running, at(2500))).toEqual({
      kind: 'disobeyed',
      since: 1500,
      ran: true,
      sent: { at: 1000, underWay: 1 },
      confirmed: false,
    });
    expect(onStatusWhileStopping(emptying(), stopped(), at(9000)).kind).toBe('emptying');
  });

  it('begins again when boots that played on have stopped after all', () => {
    expect(onStatusWhileStopping(disobeyed(), running, at(3000))).toEqual(disobeyed());
    expect(onStatusWhileStopping(disobeyed(), stopped(), at(3000))).toEqual({
      kind: 'emptying',
      since: 3000,
      ran: true,
      sent: { at: 1000, underWay: 1 },
      confirmed: true,
    });
  });

  it('becomes notHeard if one boot of a pair does not confirm', () => {
    expect(onNotConfirmed(emptyByThemselves(at(1000), true, true), at(2000))).toEqual({
      kind: 'notHeard',
      since: 2000,
      ran: true,
      sent: null,
    });
    for (const state of [disobeyed(), emptying(), stuck('notFalling'), stuck('notEmpty')])
      expect(state.kind !== 'none' && onNotConfirmed(state, at(4000)).kind).toBe('notHeard');
  });

  it('of boots that stopped by themselves needs no Stop as long as nothing is wrong', () => {
    expect(emptyByThemselves(at(1000), false, true)).toEqual({
      kind: 'emptying',
      since: 1000,
      ran: false,
      sent: null,
      confirmed: true,
    });
    expect(isEndedByBoots(emptyByThemselves(at(1000), true, false))).toBe(true);
    expect(isEndedByBoots({ ...stuck('notFalling'), sent: null })).toBe(false);
    expect(isEndedByBoots(none)).toBe(false);
  });

  it('begins with a restart of the boots, whatever the stage was', () => {
    for (const before of [
      none,
      pressed(),
      onNotConfirmed(pressed(), at(2001)),
      emptying(),
      disobeyed(),
      stuck('notFalling'),
    ])
      expect(emptyAfterRestart(before, at(7000), true, false)).toEqual({
        kind: 'emptying',
        since: 7000,
        ran: true,
        sent: null,
        confirmed: false,
      });
  });

  it('that does not go out keeps its warning, and notes whether the boots have stopped', () => {
    for (const kind of ['notFalling', 'notEmpty'] as const) {
      const state = stuck(kind);
      expect(onStatusWhileStopping(state, stopped(), at(5000))).toBe(state);
      expect(onStatusWhileStopping(state, running, at(5000))).toEqual({ ...state, confirmed: false });
    }
  });

  it('does not begin with the status of stopped boots', () => {
    expect(onStatusWhileStopping(none, stopped(), at(1000))).toBe(none);
  });
});

describe('frames without an outcome', () => {
  it('are counted until their outcome is known', () => {
    const twice = onStopSent(pressed(), at(1300));
    expect(twice.sent).toEqual({ at: 1300, underWay: 2 });
    expect(onStopOutcome(twice)).toMatchObject({ kind: 'asked', sent: { at: 1300, underWay: 1 } });
    expect(onStopOutcome(onStopOutcome(onStopOutcome(twice)))).toMatchObject({
      sent: { at: 1300, underWay: 0 },
    });
    expect(onStopOutcome(none)).toBe(none);
    const unsent = askToStop(at(1000), true);
    expect(onStopOutcome(unsent)).toBe(unsent);
  });
});

describe('Stop is due', () => {
  it('at once if it was not sent, and never while the air goes out', () => {
    expect(isStopDue(askToStop(at(1000), true), at(1000))).toBe(true);
    expect(isStopDue({ ...stuck('notFalling'), sent: null }, at(1000))).toBe(true);
    const letting = emptyByThemselves(at(1000), true, true);
    expect(isStopDue(letting, at(60_000))).toBe(false);
  });

  it.each([
    { state: pressed(), after: 1000, every: 300 },
    { state: onNotConfirmed(pressed(), at(2001)), after: 1000, every: 300 },
    { state: stuck('notFalling'), after: 3000, every: 1000 },
    { state: stuck('notEmpty'), after: 3000, every: 1000 },
  ])('every $every ms of one that is $state.kind', ({ state, after, every }) => {
    expect(isStopDue(state, at(after + every - 1))).toBe(false);
    expect(isStopDue(state, at(after + every))).toBe(true);
  });

  it('every 300 ms to boots that play on', () => {
    const state = disobeyed();
    if (state.kind === 'none') throw new Error('nothing is being stopped');
    expect(isStopDue(state, at(1299))).toBe(false);
    expect(isStopDue(state, at(1300))).toBe(true);
  });

  it('never while three frames have no outcome', () => {
    const two = onStopSent(pressed(), at(1300));
    expect(isStopDue(two, at(1600))).toBe(true);
    const three = onStopSent(two, at(1600));
    expect(isStopDue(three, at(60_000))).toBe(false);
    const one = onStopOutcome(three);
    expect(one.kind !== 'none' && isStopDue(one, at(1900))).toBe(true);
  });
});
