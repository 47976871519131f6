import { describe, expect, it } from 'vitest';
import type { Status } from '../../../../firmware-protocol/status.ts';
import { statusOf } from '../../status.ts';
import { DrivenSession, running, TOKEN, telemetryOf } from '../driven-session.ts';

const paused = statusOf({ therapy: 'paused', operation: 'venting', cycles: 1 });
const pausing = () => new DrivenSession().run().tell({ kind: 'pause' });
const resuming = () => pausing().hear(paused).empty().tell({ kind: 'resume' });
const unsure = () => new DrivenSession().load().unknown('start');
const found = () => new DrivenSession().open(running({ holder: 99 }));
const ended = () => new DrivenSession().run().hear(statusOf({ endReason: 'finished' }));

describe('a status', () => {
  it('is kept with the time at which it came, and so is telemetry', () => {
    const session = new DrivenSession()
      .run()
      .after(700)
      .hear(running({ battery: 41 }));
    expect(session.whole).toMatchObject({ status: { battery: 41 }, statusAt: 700 });
    session.after(100).measure([1, 2, 3, 4, 5, 6]);
    expect(session.whole).toMatchObject({ statusAt: 700, measuredAt: 800 });
    expect(session.whole).toMatchObject({ telemetry: telemetryOf([1, 2, 3, 4, 5, 6]) });
  });

  it('that reports the begin of a session makes the measurements new; a later one does not', () => {
    const session = new DrivenSession()
      .load()
      .after(5000)
      .hear(statusOf({ operation: 'ready', held: 9 }))
      .succeed('start');
    session.after(300).hear(running());
    expect(session.whole).toMatchObject({ measuredAt: 5300 });
    expect(session.after(900).hear(running()).whole).toMatchObject({ measuredAt: 5300 });
    expect(session.after(900).hear(statusOf({ endReason: 'finished' })).whole).toMatchObject({
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
    expect(new DrivenSession().run().hear(status).state.phase).toBe(phases.run);
    expect(pausing().hear(status).state.phase).toBe(phases.pausing);
    expect(resuming().hear(status).state.phase).toBe(phases.resuming);
    expect(unsure().hear(status).state.phase).toBe(phases.unsure);
    expect(found().hear(status).state.phase).toBe(status.therapy === 'stopped' ? 'ended' : 'found');
    expect(ended().hear(status).state.phase).toBe(status.therapy === 'stopped' ? 'ended' : 'found');
  });

  it('that reports *stopped* while the session is unsure leads to Stop, with a notice', () => {
    const session = unsure().hear(statusOf({ operation: 'ready' }));
    expect(session.sent).toEqual(['stop']);
    expect(session.view.notice?.kind).toBe('silent');
  });

  it('goes to the scheduler, with the measurements, once the boots have its script', () => {
    const heard = (session: DrivenSession) => {
      const { plan } = session.state;
      return plan?.report;
    };
    const session = new DrivenSession()
      .run()
      .measure([1, 2, 3, 4, 5, 6])
      .after(100)
      .hear(running({ battery: 12 }));
    expect(heard(session)).toMatchObject({ at: 100, status: { battery: 12 }, pressures: [1, 2, 3, 4, 5, 6] });
    expect(heard(new DrivenSession().run())?.pressures).toEqual([]);
    const stopping = session
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
    expect(new DrivenSession().run().hear(running({ holder })).state.phase).toBe(phase);
  });

  it('is not lost if stopped boots report another holder', () => {
    const session = new DrivenSession().load().hear(statusOf({ operation: 'ready', holder: 9 }));
    expect(session.state.phase).toBe('preparing');
  });
});

describe('boots that restarted', () => {
  const afresh = (over: Partial<Status> = {}) =>
    statusOf({ bootCount: 2, holder: 0, endReason: 'rebooted', ...over });

  it('have ended the session, whatever it was doing', () => {
    for (const session of [new DrivenSession().run(), pausing(), resuming(), unsure(), found()]) {
      session.hear(afresh());
      expect(session.view).toMatchObject({ phase: 'ended', ended: 'rebooted', notice: { kind: 'rebooted' } });
      expect(session.whole).toMatchObject({ control: { kind: 'none' } });
    }
  });

  it('vent, and are stopping until the air is out', () => {
    const session = new DrivenSession()
      .run()
      .tell({ kind: 'stop' })
      .after(500)
      .hear(afresh({ operation: 'venting' }));
    expect(session.whole).toMatchObject({
      stopping: { kind: 'emptying', since: 500, sent: null, ran: true },
    });
    // If no session was on when the boots restarted, the page does not show them as stopping.
    const idle = new DrivenSession()
      .open()
      .after(500)
      .hear(afresh({ operation: 'venting' }));
    expect(idle.whole).toMatchObject({ stopping: { kind: 'none' }, therapy: { kind: 'idle' } });
  });
});

describe('faults and warnings', () => {
  const leak = { fault: 'leak', faultZone: 1 } as const;

  it('have one notice, when they begin, with the part', () => {
    const session = new DrivenSession().run().hear(running({ warning: 'leak', warningZone: 4 }));
    expect(session.view.notice).toEqual({ kind: 'warning', fault: 'leak', side: 'right', part: 'calf' });
    session.tell({ kind: 'dismissNotice' }).hear(running({ warning: 'leak', warningZone: 4 }));
    expect(session.view.notice).toBeNull();
    const fault = new DrivenSession().run().hear(running(leak));
    expect(fault.view.notice).toEqual({ kind: 'fault', fault: 'leak', side: 'left', part: 'calf' });
    fault.tell({ kind: 'dismissNotice' }).hear(running(leak));
    expect(fault.view.notice).toBeNull();
    expect(fault.hear(running({ fault: 'sensor', faultZone: null })).view.notice).toMatchObject({
      fault: 'sensor',
      side: null,
      part: null,
    });
  });

  it('in the first status have a notice too', () => {
    expect(
      new DrivenSession().open(statusOf({ holder: 0, operation: 'faulted', ...leak })).view.notice?.kind,
    ).toBe('fault');
    const warned = new DrivenSession().open(statusOf({ holder: 0, warning: 'leak', warningZone: 0 }));
    expect(warned.view.notice?.kind).toBe('warning');
  });
});

describe('invalid frames', () => {
  it('have a notice, and lead to a status read every 500 ms at most', () => {
    const garbled = (session: DrivenSession, ms: number) =>
      session.after(ms).tell({ kind: 'garbled', cause: { kind: 'frame', detail: 'short' } }).kinds;
    const session = new DrivenSession().run().after(600);
    expect(garbled(session, 0)).toEqual(['readStatus']);
    expect(session.view.notice).toEqual({ kind: 'garbled', cause: { kind: 'frame', detail: 'short' } });
    expect(garbled(session, 499)).toEqual([]);
    expect(garbled(session, 1)).toEqual(['readStatus']);
    expect(session.whole).toMatchObject({ garbledAt: 1100 });
  });

  it('lose their notice once none has come for more than 20 s', () => {
    const session = new DrivenSession()
      .run()
      .tell({ kind: 'garbled', cause: { kind: 'frame', detail: 'short' } });
    expect(session.after(20_000).hear(running()).view.notice?.kind).toBe('garbled');
    expect(session.after(1).hear(running()).view.notice).toBeNull();
  });
});

describe('a preparation that somebody called off', () => {
  it.each(['idle', 'venting', 'playing'] as const)(
    'is recognised by boots that are %s, from zeroing on',
    (operation) => {
      const zeroing = new DrivenSession().open().tell({ kind: 'start' }).control().succeed('prepare');
      expect(zeroing.hear(statusOf({ operation })).state).toMatchObject({
        phase: 'idle',
        notice: { kind: 'calledOff' },
      });
      // Before the boots zero their sensors, their status cannot show that somebody has called the preparation off.
      const early = new DrivenSession().open().tell({ kind: 'start' }).control();
      expect(early.hear(statusOf({ operation })).state).toMatchObject({ phase: 'preparing', notice: null });
    },
  );
});
