import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { milliseconds, mmhg, seconds } from '../../../firmware-protocol/quantities.ts';
import { encodeBatch } from '../../../firmware-protocol/timeline.ts';
import type { CutOutcome } from '../../../src/scheduler/event.ts';
import { runs } from '../../seed.ts';
import { statusOf } from '../status.ts';
import { DrivenSession, running, TOKEN, telemetryOf } from './driven-session.ts';

describe('a session that another controller started', () => {
  it('is shown and not taken over: only status reads and Stop are sent', () => {
    const session = new DrivenSession().open(running({ holder: 99 }));
    expect(session.state.phase).toBe('found');
    expect(session.sent).toEqual([]);
    for (const kind of ['start', 'pause', 'resume'] as const)
      expect(session.tell({ kind }).effects).toEqual([]);
    expect(session.tell({ kind: 'stop' }).sent).toEqual(['stop']);
  });

  it('is shown as ended, with the reason, when it ends', () => {
    const session = new DrivenSession()
      .open(running({ holder: 99 }))
      .hear(statusOf({ endReason: 'finished' }));
    expect(session.view).toMatchObject({ phase: 'ended', ended: 'finished' });
  });

  it('keeps its link open by a status read now and then, although the boots report all the time', () => {
    const session = new DrivenSession().open(running({ holder: 99 }));
    session.after(29_000).hear(running({ holder: 99 }));
    session.after(2000).hear(running({ holder: 99 }));
    expect(session.tick(100).kinds).toEqual(['readStatus']);
  });
});

describe('boots that send no status', () => {
  it('have their status read, even while they go on sending telemetry', () => {
    const session = new DrivenSession().run();
    let asked = 0;
    for (let i = 0; i < 20; i++) {
      session.tell({ kind: 'telemetry', telemetry: telemetryOf([9, 9, 9, 9, 9, 9]) });
      asked += session.tick(200).kinds.filter((kind) => kind === 'readStatus').length;
    }
    expect(asked).toBe(1);
  });
});

describe('control', () => {
  it('that passed to another controller leaves the session watched only: not fed, without a token', () => {
    const session = new DrivenSession().run().hear(running({ holder: 99 }));
    expect(session.state).toMatchObject({ phase: 'found', token: 0, notice: { kind: 'controlLost' } });
    expect(session.kinds).toEqual(['retire']);
  });

  it('that passed to another controller does not cancel a Stop that is on its way', () => {
    const session = new DrivenSession()
      .run()
      .tell({ kind: 'stop' })
      .hear(running({ holder: 99 }));
    expect(session.state.phase).toBe('stopping');
    expect(session.tick(300).sent).toEqual(['stop']);
    // Even if the boots acknowledge Stop and play on for the other controller, the page goes on sending Stop.
    session
      .succeed('stop')
      .after(1000)
      .hear(running({ holder: 99 }));
    expect(session.state).toMatchObject({ phase: 'stopping', notice: { kind: 'stopNotConfirmed' } });
    expect(session.tick(300).sent).toEqual(['stop']);
  });

  it('is recognised by the low half of the token', () => {
    expect(new DrivenSession().run().hear(running({ holder: TOKEN & 0xffff })).state.phase).toBe('running');
  });
});

describe('boots whose status contradicts what the page shows', () => {
  const paused = statusOf({ therapy: 'paused', operation: 'venting', cycles: 1 });

  it('that run while the page shows a pause are shown running, and can be paused and lowered again', () => {
    const session = new DrivenSession().run().tell({ kind: 'pause' }).hear(paused).hear(running());
    expect(session.state.phase).toBe('running');
    expect(session.tell({ kind: 'setIntensity', intensity: mmhg(30) }).sent).toEqual(['ceiling']);
    expect(session.tell({ kind: 'pause' }).sent).toEqual(['pause']);
  });

  it.each(['running', 'paused'] as const)(
    'that are %s before Start was sent run another controller’s session',
    (therapy) => {
      const session = new DrivenSession().open().tell({ kind: 'start' }).control();
      session.hear(therapy === 'running' ? running() : paused);
      expect(session.state.phase).toBe('found');
      expect(session.kinds).toContain('retire');
    },
  );

  it.each(['running', 'paused'] as const)(
    'that are %s after the session has ended run another controller’s session',
    (therapy) => {
      const session = new DrivenSession().run().hear(statusOf({ endReason: 'finished' }));
      expect(session.hear(therapy === 'running' ? running() : paused).state.phase).toBe('found');
    },
  );
});

describe('boots that restart', () => {
  it('during a session have ended it', () => {
    const session = new DrivenSession()
      .run()
      .hear(statusOf({ bootCount: 2, endReason: 'rebooted', holder: 0 }));
    expect(session.state).toMatchObject({ phase: 'ended', token: 0, notice: { kind: 'rebooted' } });
  });

  it('while no session is on have ended none', () => {
    const session = new DrivenSession().open().hear(statusOf({ bootCount: 2, holder: 0 }));
    expect(session.state).toMatchObject({ phase: 'idle', notice: { kind: 'rebooted' } });
  });

  it('while they prepare bring the session back to idle', () => {
    const session = new DrivenSession().load().hear(statusOf({ bootCount: 2, holder: 0 }));
    expect(session.state).toMatchObject({ phase: 'idle', preparing: null, notice: { kind: 'rebooted' } });
  });
});

describe('preparing', () => {
  it('ends at once if somebody stops it at the boots', () => {
    for (const operation of ['idle', 'venting'] as const) {
      const session = new DrivenSession().load().hear(statusOf({ operation }));
      expect(session.state.phase).toBe('idle');
      expect(session.kinds).toEqual(['retire']);
      expect(session.state.notice).toEqual({ kind: 'calledOff', by: 'unknown' });
    }
  });

  it('says that it was the button if the button was pressed just now', () => {
    const pressed = { ...statusOf().flags, buttonPressed: true };
    const now = new DrivenSession().load().hear(statusOf({ operation: 'idle', flags: pressed }));
    expect(now.state.notice).toEqual({ kind: 'calledOff', by: 'button' });
    expect(now.tell({ kind: 'start' }).state.notice).toBe(null);
    const long = new DrivenSession()
      .open(statusOf({ holder: 0, flags: pressed }))
      .tell({ kind: 'start' })
      .control();
    long.succeed('prepare').hear(statusOf({ operation: 'preparing', flags: pressed }));
    long.hear(statusOf({ operation: 'idle', flags: pressed }));
    expect(long.state.notice).toEqual({ kind: 'calledOff', by: 'unknown' });
  });

  it('gives no notice if the person called it off on this page', () => {
    const session = new DrivenSession().load().tell({ kind: 'stop' }).succeed('stop').hear(statusOf());
    expect(session.state).toMatchObject({ phase: 'idle', notice: null });
  });

  it('says which fault ended it', () => {
    const session = new DrivenSession().load();
    session.hear(statusOf({ operation: 'faulted', fault: 'sensor', faultZone: 4 }));
    expect(session.state.phase).toBe('idle');
    expect(session.state.notice).toEqual({ kind: 'fault', fault: 'sensor', side: 'right', part: 'calf' });
    expect(session.tick(30_000).state.notice?.kind).toBe('fault');
  });

  it('sends Start only once the boots hold keyframes', () => {
    const session = new DrivenSession().load();
    expect(session.kinds).toEqual(['play']);
    expect(session.hear(statusOf({ operation: 'ready', held: 0 })).sent).toEqual([]);
    expect(session.hear(statusOf({ operation: 'ready', held: 3 })).sent).toEqual(['start']);
    expect(session.hear(statusOf({ operation: 'ready', held: 5 })).sent).toEqual([]);
  });
});

describe('boots that report nonsense', () => {
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
  const request = fc.constantFrom(
    { kind: 'pause' },
    { kind: 'resume' },
    { kind: 'setMinutes', minutes: 60 },
    { kind: 'setIntensity', intensity: 20 },
    { kind: 'setIntensity', intensity: 80 },
    { kind: 'played', report: { kind: 'late' } },
    { kind: 'played', report: { kind: 'inForce' } },
    { kind: 'tick' },
  ) as fc.Arbitrary<Parameters<DrivenSession['tell']>[0] | { kind: 'played'; report: CutOutcome }>;

  it('never make the reducer throw, nor compose what cannot be encoded, nor ask for more than 80 mmHg', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(absurd, request), { maxLength: 12 }), (said) => {
        const session = new DrivenSession().run();
        for (const [status, event] of said) {
          const then = () => {
            session.after(200);
            return event.kind === 'played' ? session.played(event.report) : session.tell(event);
          };
          for (const step of [() => session.hear(statusOf(status)), then]) {
            step();
            expect(() => session.view).not.toThrow();
            for (const effect of session.effects) {
              if (effect.kind !== 'play') continue;
              const { keyframes, from } = effect.cut;
              expect(from).toBeLessThanOrEqual(session.state.plan?.script.end ?? 0);
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

  it('hundreds of times have their status read no more than twice a second', () => {
    const session = new DrivenSession().run();
    let asked = 0;
    for (let i = 0; i < 1000; i++) {
      session
        .after(2)
        .tell({ kind: 'garbled', cause: { kind: 'frame', detail: 'the check does not match' } });
      asked += session.kinds.filter((kind) => kind === 'readStatus').length;
    }
    expect(asked).toBeGreaterThan(0);
    expect(asked).toBeLessThanOrEqual(5);
  });
});
