import { describe, expect, it } from 'vitest';
import type { Status } from '../../../../firmware-protocol/status.ts';
import { statusOf } from '../../status.ts';
import { running, TOKEN, Told, telemetryOf } from '../told.ts';

const paused = statusOf({ therapy: 'paused', operation: 'venting', cycles: 1 });
const pausing = () => new Told().run().tell({ kind: 'pause' });
const resuming = () => pausing().hear(paused).empty().tell({ kind: 'resume' });
const unsure = () => new Told().load().unknown('start');
const found = () => new Told().open(running({ holder: 99 }));
const ended = () => new Told().run().hear(statusOf({ endReason: 'finished' }));

describe('what the boots say', () => {
  it('is kept, with when it was said; what they measure too', () => {
    const told = new Told()
      .run()
      .after(700)
      .hear(running({ battery: 41 }));
    expect(told.whole).toMatchObject({ status: { battery: 41 }, statusAt: 700 });
    told.after(100).measure([1, 2, 3, 4, 5, 6]);
    expect(told.whole).toMatchObject({ statusAt: 700, measuredAt: 800 });
    expect(told.whole).toMatchObject({ telemetry: telemetryOf([1, 2, 3, 4, 5, 6]) });
  });

  it('of a session that begins makes what they measure new; of one that goes on it does not', () => {
    const told = new Told()
      .load()
      .after(5000)
      .hear(statusOf({ operation: 'ready', held: 9 }))
      .succeed('start');
    told.after(300).hear(running());
    expect(told.whole).toMatchObject({ measuredAt: 5300 });
    expect(told.after(900).hear(running()).whole).toMatchObject({ measuredAt: 5300 });
    expect(told.after(900).hear(statusOf({ endReason: 'finished' })).whole).toMatchObject({
      measuredAt: 5300,
    });
  });

  it.each([
    ['running', running(), { run: 'running', pausing: 'pausing', resuming: 'running', unsure: 'running' }],
    ['paused', paused, { run: 'paused', pausing: 'paused', resuming: 'resuming', unsure: 'paused' }],
    [
      'stopped',
      statusOf({ endReason: 'finished' }),
      { run: 'ended', pausing: 'ended', resuming: 'ended', unsure: 'ended' },
    ],
  ] as const)('is where they are, whatever they were: %s', (_, status, phases) => {
    expect(new Told().run().hear(status).state.phase).toBe(phases.run);
    expect(pausing().hear(status).state.phase).toBe(phases.pausing);
    expect(resuming().hear(status).state.phase).toBe(phases.resuming);
    expect(unsure().hear(status).state.phase).toBe(phases.unsure);
    expect(found().hear(status).state.phase).toBe(status.therapy === 'stopped' ? 'ended' : 'found');
    expect(ended().hear(status).state.phase).toBe(status.therapy === 'stopped' ? 'ended' : 'found');
  });

  it('that a session not known is stopped is made safe, and said to have been silent', () => {
    const told = unsure().hear(statusOf({ operation: 'ready' }));
    expect(told.sent).toEqual(['stop']);
    expect(told.view.notice?.kind).toBe('silent');
  });

  it('goes to the scheduler once they have its script, with what is measured', () => {
    const heard = (told: Told) => {
      const { plan } = told.state;
      return plan?.report;
    };
    const told = new Told()
      .run()
      .measure([1, 2, 3, 4, 5, 6])
      .after(100)
      .hear(running({ battery: 12 }));
    expect(heard(told)).toMatchObject({ at: 100, status: { battery: 12 }, pressures: [1, 2, 3, 4, 5, 6] });
    expect(heard(new Told().run())?.pressures).toEqual([]);
    const stopping = told
      .tell({ kind: 'stop' })
      .after(100)
      .hear(running({ battery: 11 }));
    expect(heard(stopping)).toMatchObject({ at: 100 });
  });
});

describe('control', () => {
  it.each([
    { holder: TOKEN & 0xffff, phase: 'running' },
    { holder: 0, phase: 'running' },
    { holder: 9, phase: 'found' },
  ])('is another’s where a running session has another holder: $holder', ({ holder, phase }) => {
    expect(new Told().run().hear(running({ holder })).state.phase).toBe(phase);
  });

  it('is not lost by what stopped boots say of their holder', () => {
    const told = new Told().load().hear(statusOf({ operation: 'ready', holder: 9 }));
    expect(told.state.phase).toBe('preparing');
  });
});

describe('boots that restarted', () => {
  const afresh = (over: Partial<Status> = {}) =>
    statusOf({ bootCount: 2, holder: 0, endReason: 'rebooted', ...over });

  it('have ended what ran, whatever it was doing', () => {
    for (const told of [new Told().run(), pausing(), resuming(), unsure(), found()]) {
      told.hear(afresh());
      expect(told.view).toMatchObject({ phase: 'ended', ended: 'rebooted', notice: { kind: 'rebooted' } });
      expect(told.whole).toMatchObject({ control: { kind: 'none' } });
    }
  });

  it('let go, and are stopping until the air is out', () => {
    const told = new Told()
      .run()
      .tell({ kind: 'stop' })
      .after(500)
      .hear(afresh({ operation: 'venting' }));
    expect(told.whole).toMatchObject({ stopping: { kind: 'emptying', since: 500, sent: null, ran: true } });
    // Those that were stopped and empty still are.
    const idle = new Told()
      .open()
      .after(500)
      .hear(afresh({ operation: 'venting' }));
    expect(idle.whole).toMatchObject({ stopping: { kind: 'none' }, therapy: { kind: 'idle' } });
  });
});

describe('trouble', () => {
  const leak = { fault: 'leak', faultZone: 1 } as const;

  it('is told once, when it begins, with the part', () => {
    const told = new Told().run().hear(running({ warning: 'leak', warningZone: 4 }));
    expect(told.view.notice).toEqual({ kind: 'warning', fault: 'leak', side: 'right', part: 'calf' });
    told.tell({ kind: 'dismissNotice' }).hear(running({ warning: 'leak', warningZone: 4 }));
    expect(told.view.notice).toBeNull();
    const fault = new Told().run().hear(running(leak));
    expect(fault.view.notice).toEqual({ kind: 'fault', fault: 'leak', side: 'left', part: 'calf' });
    fault.tell({ kind: 'dismissNotice' }).hear(running(leak));
    expect(fault.view.notice).toBeNull();
    expect(fault.hear(running({ fault: 'sensor', faultZone: null })).view.notice).toMatchObject({
      fault: 'sensor',
      side: null,
      part: null,
    });
  });

  it('that boots have when they are first heard is news', () => {
    expect(new Told().open(statusOf({ holder: 0, operation: 'faulted', ...leak })).view.notice?.kind).toBe(
      'fault',
    );
    const warned = new Told().open(statusOf({ holder: 0, warning: 'leak', warningZone: 0 }));
    expect(warned.view.notice?.kind).toBe('warning');
  });
});

describe('frames that make no sense', () => {
  it('are told, and the boots asked how they are, every 500 ms at most', () => {
    const garbled = (told: Told, ms: number) =>
      told.after(ms).tell({ kind: 'garbled', cause: { kind: 'frame', detail: 'short' } }).kinds;
    const told = new Told().run().after(600);
    expect(garbled(told, 0)).toEqual(['readStatus']);
    expect(told.view.notice).toEqual({ kind: 'garbled', cause: { kind: 'frame', detail: 'short' } });
    expect(garbled(told, 499)).toEqual([]);
    expect(garbled(told, 1)).toEqual(['readStatus']);
    expect(told.whole).toMatchObject({ garbledAt: 1100 });
  });

  it('are forgotten once all made sense for more than 20 s', () => {
    const told = new Told().run().tell({ kind: 'garbled', cause: { kind: 'frame', detail: 'short' } });
    expect(told.after(20_000).hear(running()).view.notice?.kind).toBe('garbled');
    expect(told.after(1).hear(running()).view.notice).toBeNull();
  });
});

describe('preparing that somebody called off', () => {
  it.each(['idle', 'venting', 'playing'] as const)(
    'is told by boots that are %s from zeroing on',
    (operation) => {
      const zeroing = new Told().open().tell({ kind: 'start' }).control().succeed('prepare');
      expect(zeroing.hear(statusOf({ operation })).state).toMatchObject({
        phase: 'idle',
        notice: { kind: 'calledOff' },
      });
      // Before that it says nothing of it.
      const early = new Told().open().tell({ kind: 'start' }).control();
      expect(early.hear(statusOf({ operation })).state).toMatchObject({ phase: 'preparing', notice: null });
    },
  );
});
