import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { milliseconds, mmhg, seconds } from '../../../firmware-protocol/quantities.ts';
import { encodeBatch } from '../../../firmware-protocol/timeline.ts';
import type { CutOutcome } from '../../../src/scheduler/event.ts';
import { runs } from '../../seed.ts';
import { statusOf } from '../status.ts';
import { running, TOKEN, Told, telemetryOf } from './told.ts';

describe('a session that was found', () => {
  it('is shown, not taken over: nothing but questions and Stop are sent', () => {
    const told = new Told().open(running({ holder: 99 }));
    expect(told.state.phase).toBe('found');
    expect(told.sent).toEqual([]);
    for (const kind of ['start', 'pause', 'resume'] as const) expect(told.tell({ kind }).effects).toEqual([]);
    expect(told.tell({ kind: 'stop' }).sent).toEqual(['stop']);
  });

  it('that ends is told to have ended, with the reason', () => {
    const told = new Told().open(running({ holder: 99 })).hear(statusOf({ endReason: 'finished' }));
    expect(told.view).toMatchObject({ phase: 'ended', ended: 'finished' });
  });

  it('keeps its link by asking now and then, though the boots are heard all the time', () => {
    const told = new Told().open(running({ holder: 99 }));
    told.after(29_000).hear(running({ holder: 99 }));
    told.after(2000).hear(running({ holder: 99 }));
    expect(told.tick(100).kinds).toEqual(['readStatus']);
  });
});

describe('boots that say nothing of how they are', () => {
  it('are asked, also while they go on telling what they measure', () => {
    const told = new Told().run();
    let asked = 0;
    for (let i = 0; i < 20; i++) {
      told.tell({ kind: 'telemetry', telemetry: telemetryOf([9, 9, 9, 9, 9, 9]) });
      asked += told.tick(200).kinds.filter((kind) => kind === 'readStatus').length;
    }
    expect(asked).toBe(1);
  });
});

describe('control', () => {
  it('that passed to another leaves the session found, unfed and without a token', () => {
    const told = new Told().run().hear(running({ holder: 99 }));
    expect(told.state).toMatchObject({ phase: 'found', token: 0, notice: { kind: 'controlLost' } });
    expect(told.kinds).toEqual(['retire']);
  });

  it('that passed to another does not take a Stop back that is on its way', () => {
    const told = new Told()
      .run()
      .tell({ kind: 'stop' })
      .hear(running({ holder: 99 }));
    expect(told.state.phase).toBe('stopping');
    expect(told.tick(300).sent).toEqual(['stop']);
    // Nor if they go on as that other's once they have answered it.
    told
      .succeed('stop')
      .after(1000)
      .hear(running({ holder: 99 }));
    expect(told.state).toMatchObject({ phase: 'stopping', notice: { kind: 'stopNotConfirmed' } });
    expect(told.tick(300).sent).toEqual(['stop']);
  });

  it('is known by the low half of the token', () => {
    expect(new Told().run().hear(running({ holder: TOKEN & 0xffff })).state.phase).toBe('running');
  });
});

describe('boots that contradict what is said', () => {
  const paused = statusOf({ therapy: 'paused', operation: 'venting', cycles: 1 });

  it('run although it is said to be paused: it is said to run, and can be paused and lowered again', () => {
    const told = new Told().run().tell({ kind: 'pause' }).hear(paused).hear(running());
    expect(told.state.phase).toBe('running');
    expect(told.tell({ kind: 'setIntensity', intensity: mmhg(30) }).sent).toEqual(['ceiling']);
    expect(told.tell({ kind: 'pause' }).sent).toEqual(['pause']);
  });

  it.each(['running', 'paused'] as const)(
    'are %s before they were told to start: that is somebody else’s session',
    (therapy) => {
      const told = new Told().open().tell({ kind: 'start' }).control();
      told.hear(therapy === 'running' ? running() : paused);
      expect(told.state.phase).toBe('found');
      expect(told.kinds).toContain('retire');
    },
  );

  it.each(['running', 'paused'] as const)('are %s though all is over: that session was found', (therapy) => {
    const told = new Told().run().hear(statusOf({ endReason: 'finished' }));
    expect(told.hear(therapy === 'running' ? running() : paused).state.phase).toBe('found');
  });
});

describe('boots that start afresh', () => {
  it('in the middle of a session have ended it', () => {
    const told = new Told().run().hear(statusOf({ bootCount: 2, endReason: 'rebooted', holder: 0 }));
    expect(told.state).toMatchObject({ phase: 'ended', token: 0, notice: { kind: 'rebooted' } });
  });

  it('while nothing ran have ended nothing', () => {
    const told = new Told().open().hear(statusOf({ bootCount: 2, holder: 0 }));
    expect(told.state).toMatchObject({ phase: 'idle', notice: { kind: 'rebooted' } });
  });

  it('while they prepared lead back to where Start was pressed', () => {
    const told = new Told().load().hear(statusOf({ bootCount: 2, holder: 0 }));
    expect(told.state).toMatchObject({ phase: 'idle', preparing: null, notice: { kind: 'rebooted' } });
  });
});

describe('preparing', () => {
  it('that somebody stopped at the boots is over at once', () => {
    for (const operation of ['idle', 'venting'] as const) {
      const told = new Told().load().hear(statusOf({ operation }));
      expect(told.state.phase).toBe('idle');
      expect(told.kinds).toEqual(['retire']);
      expect(told.state.notice).toEqual({ kind: 'calledOff', by: 'unknown' });
    }
  });

  it('says that it was the button where that was pressed just now', () => {
    const pressed = { ...statusOf().flags, buttonPressed: true };
    const now = new Told().load().hear(statusOf({ operation: 'idle', flags: pressed }));
    expect(now.state.notice).toEqual({ kind: 'calledOff', by: 'button' });
    expect(now.tell({ kind: 'start' }).state.notice).toBe(null);
    const long = new Told()
      .open(statusOf({ holder: 0, flags: pressed }))
      .tell({ kind: 'start' })
      .control();
    long.succeed('prepare').hear(statusOf({ operation: 'preparing', flags: pressed }));
    long.hear(statusOf({ operation: 'idle', flags: pressed }));
    expect(long.state.notice).toEqual({ kind: 'calledOff', by: 'unknown' });
  });

  it('says nothing of it where the person called it off on this page', () => {
    const told = new Told().load().tell({ kind: 'stop' }).succeed('stop').hear(statusOf());
    expect(told.state).toMatchObject({ phase: 'idle', notice: null });
  });

  it('that a fault ended says which fault', () => {
    const told = new Told().load();
    told.hear(statusOf({ operation: 'faulted', fault: 'sensor', faultZone: 4 }));
    expect(told.state.phase).toBe('idle');
    expect(told.state.notice).toEqual({ kind: 'fault', fault: 'sensor', side: 'right', part: 'calf' });
    expect(told.tick(30_000).state.notice?.kind).toBe('fault');
  });

  it('starts only what the boots hold', () => {
    const told = new Told().load();
    expect(told.kinds).toEqual(['play']);
    expect(told.hear(statusOf({ operation: 'ready', held: 0 })).sent).toEqual([]);
    expect(told.hear(statusOf({ operation: 'ready', held: 3 })).sent).toEqual(['start']);
    expect(told.hear(statusOf({ operation: 'ready', held: 5 })).sent).toEqual([]);
  });
});

describe('absurd boots', () => {
  const u16 = fc.integer({ min: 0, max: 0xffff });
  const u32 = fc.oneof(fc.constant(2 ** 32 - 1), fc.integer({ min: 0, max: 2 ** 32 - 1 })).map(milliseconds);
  const absurd = fc.record({
    therapy: fc.constantFrom('stopped', 'running', 'running', 'paused'),
    operation: fc.constantFrom('idle', 'ready', 'playing', 'waiting', 'venting', 'faulted'),
    playhead: fc.oneof(u32, fc.integer({ min: 0, max: 600_000 }).map(milliseconds)),
    waited: u32,
    wall: u16.map(seconds),
    held: u16,
    free: u16,
    cycles: u16,
    gates: u16,
    bootCount: fc.constantFrom(1, 1, 1, 1, 2),
    holder: fc.constantFrom(TOKEN & 0xffff, TOKEN & 0xffff, TOKEN & 0xffff, 0, 9),
  } as const);
  const wish = fc.constantFrom(
    { kind: 'pause' },
    { kind: 'resume' },
    { kind: 'setMinutes', minutes: 60 },
    { kind: 'setIntensity', intensity: 20 },
    { kind: 'setIntensity', intensity: 80 },
    { kind: 'played', report: { kind: 'late' } },
    { kind: 'played', report: { kind: 'inForce' } },
    { kind: 'tick' },
  ) as fc.Arbitrary<Parameters<Told['tell']>[0] | { kind: 'played'; report: CutOutcome }>;

  it('never make it throw, nor compose what cannot be encoded, nor ask for more than 80 mmHg', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(absurd, wish), { maxLength: 12 }), (said) => {
        const told = new Told().run();
        for (const [status, event] of said) {
          const then = () => {
            told.after(200);
            return event.kind === 'played' ? told.played(event.report) : told.tell(event);
          };
          for (const step of [() => told.hear(statusOf(status)), then]) {
            step();
            expect(() => told.view).not.toThrow();
            for (const effect of told.effects) {
              if (effect.kind !== 'play') continue;
              const { keyframes, from } = effect.cut;
              expect(from).toBeLessThanOrEqual(told.state.plan?.script.end ?? 0);
              for (const { targets } of keyframes)
                for (const target of targets)
                  if (typeof target === 'number') expect(target).toBeLessThan(80.1);
              for (const keyframe of keyframes.slice(0, 3)) {
                const batch = { number: 1, token: TOKEN, replace: true, base: from, keyframes: [keyframe] };
                encodeBatch({ ...batch, base: keyframe.at }, true);
              }
              const times = keyframes.map(({ at }) => at);
              expect(times).toEqual([...times].sort((a, b) => a - b));
            }
          }
        }
      }),
      { numRuns: runs(60) },
    );
  }, 480_000);

  it('that flood the page with nonsense are asked how they are no more than twice a second', () => {
    const told = new Told().run();
    let asked = 0;
    for (let i = 0; i < 1000; i++) {
      told.after(2).tell({ kind: 'garbled', cause: { kind: 'frame', detail: 'the check does not match' } });
      asked += told.kinds.filter((kind) => kind === 'readStatus').length;
    }
    expect(asked).toBeGreaterThan(0);
    expect(asked).toBeLessThanOrEqual(5);
  });
});
