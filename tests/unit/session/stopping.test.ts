import { describe, expect, it } from 'vitest';
import { opCodes } from '../../../firmware-protocol/command.ts';
import { statusOf } from '../status.ts';
import { DrivenSession, running, telemetryOf } from './driven-session.ts';

const full = [50, 40, 30, 50, 40, 30];
const stopped = statusOf({ operation: 'venting', lastOp: opCodes.stop, endReason: 'stoppedByController' });
const idle = { ...stopped, operation: 'idle' } as const;

/** Lets `ms` pass, with telemetry and a tick every 250 ms. @returns what was sent meanwhile */
function pass(
  session: DrivenSession,
  ms: number,
  pressures: (at: number) => readonly (number | null)[],
): string[] {
  const sent: string[] = [];
  for (let at = 250; at <= ms; at += 250) {
    session.after(250).measure(pressures(at));
    sent.push(...session.sent);
    sent.push(...session.tick(0).sent);
  }
  return sent;
}

const stopping = (): DrivenSession => {
  const session = new DrivenSession().run().measure(full).tell({ kind: 'stop' });
  session.tick(50).succeed('stop').hear(stopped);
  return session;
};
/** The pressures of `full` after `at` ms of venting. */
const falling = (at: number): number[] => full.map((pressure) => pressure * Math.exp(-at / 2500));

describe('a Stop that the boots have heard', () => {
  it('lasts until every zone is below 20 mmHg, and is not sent again meanwhile', () => {
    const session = stopping();
    expect(session.view).toMatchObject({ phase: 'stopping', airOut: 'no' });
    expect(pass(session, 2250, falling)).toEqual([]);
    expect(session.view).toMatchObject({ phase: 'stopping', airOut: 'no', notice: null });
    pass(session, 250, () => [0, 19, 0, 0, 0, 0]);
    expect(session.view).toMatchObject({ phase: 'ended', airOut: 'yes', ended: 'stoppedByController' });
  });

  it('is sent at once when it is pressed again', () => {
    const session = stopping();
    pass(session, 500, falling);
    expect(session.tell({ kind: 'stop' }).sent).toEqual(['stop']);
    expect(session.state.phase).toBe('stopping');
  });

  it('is repeated if zones do not fall for two seconds, and the notice names them, the fullest first', () => {
    const session = stopping();
    expect(pass(session, 1750, () => full)).toEqual([]);
    expect(session.state.notice).toBe(null);
    const sent = pass(session, 2000, () => [...full.slice(0, 5), 8]);
    expect(sent.length).toBeGreaterThanOrEqual(2);
    expect(new Set(sent)).toEqual(new Set(['stop']));
    expect(session.view).toMatchObject({ phase: 'stopping', notice: { kind: 'notEmptying', sides: [] } });
    expect(session.state.notice).toMatchObject({
      places: [
        { side: 'left', part: 'foot' },
        { side: 'right', part: 'foot' },
        { side: 'left', part: 'calf' },
        { side: 'right', part: 'calf' },
        { side: 'left', part: 'thigh' },
      ],
    });
    pass(session, 1000, () => [0, 0, 0, 0, 0, 0]);
    expect(session.view).toMatchObject({ phase: 'ended', notice: null, airOut: 'yes' });
  });

  it('is repeated if a zone falls but is not empty after seven seconds', () => {
    const session = stopping();
    const slowly = (at: number) => [0, 0, 0, 50 - at / 300, 0, 0];
    expect(pass(session, 6750, slowly)).toEqual([]);
    expect(session.state.notice).toBe(null);
    expect(pass(session, 500, (at) => slowly(6750 + at))).toContain('stop');
    expect(session.state).toMatchObject({
      phase: 'stopping',
      notice: { kind: 'notEmptying', places: [{ side: 'right', part: 'foot' }] },
    });
  });

  it('is not repeated because a leg moves', () => {
    const session = stopping();
    pass(session, 1500, (at) => falling(2 * at));
    pass(session, 750, () => [30, 0, 0, 0, 0, 0]);
    expect(session.state.notice).toBe(null);
  });

  it('is repeated to boots that acknowledged it and play on, until their status reports that they have stopped', () => {
    const session = new DrivenSession()
      .run()
      .measure([5, 5, 5, 5, 5, 5])
      .tell({ kind: 'stop' })
      .succeed('stop');
    session.after(1000).hear(running());
    expect(session.state).toMatchObject({ phase: 'stopping', notice: { kind: 'stopNotConfirmed' } });
    expect(session.tick(300).sent).toEqual(['stop']);
    session.succeed('stop').hear(running()).measure([5, 5, 5, 5, 5, 5]);
    expect(session.state.notice?.kind).toBe('stopNotConfirmed');
    session.hear(stopped).measure([5, 5, 5, 5, 5, 5]);
    expect(session.state).toMatchObject({ phase: 'ended', notice: null });
  });
});

describe('a Stop on a link that delivers no notifications', () => {
  const deaf = () => new DrivenSession().run().tell({ kind: 'stop' });

  it('reads the status, and is over once the boots report that they are empty', () => {
    const session = deaf();
    let asked = 0;
    for (let at = 0; at < 2000; at += 250) {
      session.tick(250);
      asked += session.kinds.filter((kind) => kind === 'readStatus').length;
      session.unknown('stop');
    }
    expect(asked).toBeGreaterThanOrEqual(1);
    expect(session.hear(idle).state).toMatchObject({ phase: 'ended', notice: null, stopping: null });
    expect(session.view.airOut).toBe('yes');
  });

  it('is over for boots that have come to rest by themselves, whatever their last command was', () => {
    const session = deaf()
      .after(900)
      .hear(statusOf({ lastOp: opCodes.keepAlive, endReason: 'finished' }));
    expect(session.state.phase).toBe('stopping');
    session.after(200).hear(statusOf({ lastOp: opCodes.keepAlive, endReason: 'finished' }));
    expect(session.state.phase).toBe('ended');
  });

  it('keeps no more than three frames waiting', () => {
    const session = deaf();
    let sent = 0;
    for (let at = 0; at < 6000; at += 250)
      sent += session.tick(250).sent.filter((op) => op === 'stop').length;
    expect(sent).toBe(2);
    session.unknown('stop');
    expect(session.tick(250).sent).toEqual(['stop']);
  });
});

describe('air of unknown pressure', () => {
  it('never counts as out, but the session ends, with a notice', () => {
    const session = stopping();
    pass(session, 6750, () => [0, 0, null, 0, 0, 0]);
    expect(session.view).toMatchObject({ phase: 'stopping', airOut: 'unknown' });
    pass(session, 500, () => [0, 0, null, 0, 0, 0]);
    expect(session.view).toMatchObject({
      phase: 'ended',
      notice: { kind: 'airNotKnown', places: [{ side: 'left', part: 'thigh' }] },
    });
    expect(session.view.airOut).not.toBe('yes');
    session.hear(idle);
    expect(session.view).toMatchObject({ airOut: 'yes', notice: null });
  });

  it('counts as last measured if nothing is measured any more', () => {
    const session = stopping();
    pass(session, 8000, () => [50, 0, 0, 0, 0, 0]);
    for (let at = 0; at < 30_000; at += 1000) session.tick(1000);
    expect(session.state).toMatchObject({ phase: 'stopping', notice: { kind: 'notEmptying' } });
  });
});

describe('boots that end a session by themselves', () => {
  const finished = statusOf({ operation: 'venting', endReason: 'finished' });

  it('end it at once in the view, and the page watches the air go out', () => {
    const session = new DrivenSession().run().measure(full).after(100).hear(finished);
    expect(session.view).toMatchObject({ phase: 'ended', airOut: 'no' });
    expect(session.tell({ kind: 'start' }).effects).toEqual([]);
    expect(pass(session, 3000, falling)).toEqual([]);
    expect(session.state).toMatchObject({ phase: 'ended', stopping: null, notice: null });
  });

  it.each([
    ['nothing falls', () => full],
    ['the air goes out too slowly', (at: number) => [50 - at / 300, 0, 0, 0, 0, 0]],
  ])('is stopped, and it is said, where %s', (_, pressures) => {
    const session = new DrivenSession().run().measure(full).hear(finished);
    const sent = pass(session, 7500, pressures);
    expect(sent).toContain('stop');
    expect(session.state).toMatchObject({ phase: 'stopping', notice: { kind: 'notEmptying' } });
    session.succeed('stop').hear(finished);
    pass(session, 500, () => [0, 0, 0, 0, 0, 0]);
    expect(session.view).toMatchObject({ phase: 'ended', ended: 'finished', notice: null });
  });

  it('must stay empty: a notice says if a zone is full later', () => {
    const session = new DrivenSession().run().measure([0, 0, 0, 0, 0, 0]).hear(idle);
    pass(session, 500, () => [0, 0, 0, 0, 0, 0]);
    expect(session.state).toMatchObject({ phase: 'ended', stopping: null });
    pass(session, 2500, () => full);
    expect(session.state).toMatchObject({ phase: 'stopping', notice: { kind: 'notEmptying' } });
  });
});

it('are not taken to be empty by telemetry from before they heard the Stop', () => {
  const session = new DrivenSession()
    .run()
    .tell({ kind: 'telemetry', telemetry: telemetryOf([0, 0, 0, 0, 0, 0]) });
  session.after(500).tell({ kind: 'stop' }).succeed('stop').hear(stopped);
  expect(session.view).toMatchObject({ phase: 'stopping', airOut: 'no' });
});
