import { describe, expect, it } from 'vitest';
import { opCodes } from '../../../firmware-protocol/command.ts';
import { statusOf } from '../status.ts';
import { running, Told, telemetryOf } from './told.ts';

const full = [50, 40, 30, 50, 40, 30];
const stopped = statusOf({ operation: 'venting', lastOp: opCodes.stop, endReason: 'stoppedByController' });
const idle = { ...stopped, operation: 'idle' } as const;

/** Every 250 ms something is measured, and it is looked at the time. @returns what was sent meanwhile */
function pass(told: Told, ms: number, pressures: (at: number) => readonly (number | null)[]): string[] {
  const sent: string[] = [];
  for (let at = 250; at <= ms; at += 250) {
    told.after(250).measure(pressures(at));
    sent.push(...told.sent);
    sent.push(...told.tick(0).sent);
  }
  return sent;
}

const stopping = (): Told => {
  const told = new Told().run().measure(full).tell({ kind: 'stop' });
  told.tick(50).succeed('stop').hear(stopped);
  return told;
};
/** As legs let go that stood at 50 mmHg. */
const falling = (at: number): number[] => full.map((pressure) => pressure * Math.exp(-at / 2500));

describe('Stop that was heard', () => {
  it('lasts until every zone is below 20 mmHg, and is not sent again meanwhile', () => {
    const told = stopping();
    expect(told.view).toMatchObject({ phase: 'stopping', airOut: 'no' });
    expect(pass(told, 2250, falling)).toEqual([]);
    expect(told.view).toMatchObject({ phase: 'stopping', airOut: 'no', notice: null });
    pass(told, 250, () => [0, 19, 0, 0, 0, 0]);
    expect(told.view).toMatchObject({ phase: 'ended', airOut: 'yes', ended: 'stoppedByController' });
  });

  it('is sent at once when it is pressed again', () => {
    const told = stopping();
    pass(told, 500, falling);
    expect(told.tell({ kind: 'stop' }).sent).toEqual(['stop']);
    expect(told.state.phase).toBe('stopping');
  });

  it('is repeated where nothing falls for two seconds, and the parts are named, the fullest first', () => {
    const told = stopping();
    expect(pass(told, 1750, () => full)).toEqual([]);
    expect(told.state.notice).toBe(null);
    const sent = pass(told, 2000, () => [...full.slice(0, 5), 8]);
    expect(sent.length).toBeGreaterThanOrEqual(2);
    expect(new Set(sent)).toEqual(new Set(['stop']));
    expect(told.view).toMatchObject({ phase: 'stopping', notice: { kind: 'notEmptying', sides: [] } });
    expect(told.state.notice).toMatchObject({
      places: [
        { side: 'left', part: 'foot' },
        { side: 'right', part: 'foot' },
        { side: 'left', part: 'calf' },
        { side: 'right', part: 'calf' },
        { side: 'left', part: 'thigh' },
      ],
    });
    pass(told, 1000, () => [0, 0, 0, 0, 0, 0]);
    expect(told.view).toMatchObject({ phase: 'ended', notice: null, airOut: 'yes' });
  });

  it('is repeated where a zone falls, but is not empty after seven seconds', () => {
    const told = stopping();
    const slowly = (at: number) => [0, 0, 0, 50 - at / 300, 0, 0];
    expect(pass(told, 6750, slowly)).toEqual([]);
    expect(told.state.notice).toBe(null);
    expect(pass(told, 500, (at) => slowly(6750 + at))).toContain('stop');
    expect(told.state).toMatchObject({
      phase: 'stopping',
      notice: { kind: 'notEmptying', places: [{ side: 'right', part: 'foot' }] },
    });
  });

  it('is not taken for ignored by a leg that moves', () => {
    const told = stopping();
    pass(told, 1500, (at) => falling(2 * at));
    pass(told, 750, () => [30, 0, 0, 0, 0, 0]);
    expect(told.state.notice).toBe(null);
  });

  it('is repeated until their own status says so where boots answered it and went on', () => {
    const told = new Told().run().measure([5, 5, 5, 5, 5, 5]).tell({ kind: 'stop' }).succeed('stop');
    told.after(1000).hear(running());
    expect(told.state).toMatchObject({ phase: 'stopping', notice: { kind: 'stopNotConfirmed' } });
    expect(told.tick(300).sent).toEqual(['stop']);
    told.succeed('stop').hear(running()).measure([5, 5, 5, 5, 5, 5]);
    expect(told.state.notice?.kind).toBe('stopNotConfirmed');
    told.hear(stopped).measure([5, 5, 5, 5, 5, 5]);
    expect(told.state).toMatchObject({ phase: 'ended', notice: null });
  });
});

describe('Stop on a link that carries nothing back by itself', () => {
  const deaf = () => new Told().run().tell({ kind: 'stop' });

  it('asks the boots how they are, and is over once they say that they are empty', () => {
    const told = deaf();
    let asked = 0;
    for (let at = 0; at < 2000; at += 250) {
      told.tick(250);
      asked += told.kinds.filter((kind) => kind === 'readStatus').length;
      told.unknown('stop');
    }
    expect(asked).toBeGreaterThanOrEqual(1);
    expect(told.hear(idle).state).toMatchObject({ phase: 'ended', notice: null, stopping: null });
    expect(told.view.airOut).toBe('yes');
  });

  it('is over for boots that came to rest by themselves, whatever they did last', () => {
    const told = deaf()
      .after(900)
      .hear(statusOf({ lastOp: opCodes.keepAlive, endReason: 'finished' }));
    expect(told.state.phase).toBe('stopping');
    told.after(200).hear(statusOf({ lastOp: opCodes.keepAlive, endReason: 'finished' }));
    expect(told.state.phase).toBe('ended');
  });

  it('lets no more than three frames wait', () => {
    const told = deaf();
    let sent = 0;
    for (let at = 0; at < 6000; at += 250) sent += told.tick(250).sent.filter((op) => op === 'stop').length;
    expect(sent).toBe(2);
    told.unknown('stop');
    expect(told.tick(250).sent).toEqual(['stop']);
  });
});

describe('air of which nothing is known', () => {
  it('is never taken to be out, and does not keep the session from ending: it is said', () => {
    const told = stopping();
    pass(told, 6750, () => [0, 0, null, 0, 0, 0]);
    expect(told.view).toMatchObject({ phase: 'stopping', airOut: 'unknown' });
    pass(told, 500, () => [0, 0, null, 0, 0, 0]);
    expect(told.view).toMatchObject({
      phase: 'ended',
      notice: { kind: 'airNotKnown', places: [{ side: 'left', part: 'thigh' }] },
    });
    expect(told.view.airOut).not.toBe('yes');
    told.hear(idle);
    expect(told.view).toMatchObject({ airOut: 'yes', notice: null });
  });

  it('stands as it was last measured where nothing is measured any more', () => {
    const told = stopping();
    pass(told, 8000, () => [50, 0, 0, 0, 0, 0]);
    for (let at = 0; at < 30_000; at += 1000) told.tick(1000);
    expect(told.state).toMatchObject({ phase: 'stopping', notice: { kind: 'notEmptying' } });
  });
});

describe('an end that the boots come to by themselves', () => {
  const finished = statusOf({ operation: 'venting', endReason: 'finished' });

  it('is told at once, and the air is watched as it goes out', () => {
    const told = new Told().run().measure(full).after(100).hear(finished);
    expect(told.view).toMatchObject({ phase: 'ended', airOut: 'no' });
    expect(told.tell({ kind: 'start' }).effects).toEqual([]);
    expect(pass(told, 3000, falling)).toEqual([]);
    expect(told.state).toMatchObject({ phase: 'ended', stopping: null, notice: null });
  });

  it.each([
    ['nothing falls', () => full],
    ['the air goes out too slowly', (at: number) => [50 - at / 300, 0, 0, 0, 0, 0]],
  ])('is stopped, and it is said, where %s', (_, pressures) => {
    const told = new Told().run().measure(full).hear(finished);
    const sent = pass(told, 7500, pressures);
    expect(sent).toContain('stop');
    expect(told.state).toMatchObject({ phase: 'stopping', notice: { kind: 'notEmptying' } });
    told.succeed('stop').hear(finished);
    pass(told, 500, () => [0, 0, 0, 0, 0, 0]);
    expect(told.view).toMatchObject({ phase: 'ended', ended: 'finished', notice: null });
  });

  it('is of boots that stay empty: what they hold later is said too', () => {
    const told = new Told().run().measure([0, 0, 0, 0, 0, 0]).hear(idle);
    pass(told, 500, () => [0, 0, 0, 0, 0, 0]);
    expect(told.state).toMatchObject({ phase: 'ended', stopping: null });
    pass(told, 2500, () => full);
    expect(told.state).toMatchObject({ phase: 'stopping', notice: { kind: 'notEmptying' } });
  });
});

it('telemetry from before Stop was heard is no sign that the air is out', () => {
  const told = new Told().run().tell({ kind: 'telemetry', telemetry: telemetryOf([0, 0, 0, 0, 0, 0]) });
  told.after(500).tell({ kind: 'stop' }).succeed('stop').hear(stopped);
  expect(told.view).toMatchObject({ phase: 'stopping', airOut: 'no' });
});
