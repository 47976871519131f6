import { describe, expect, it } from 'vitest';
import { seconds } from '../../../../firmware-protocol/quantities.ts';
import { rememberedOf } from '../../../../src/session/memory/remembered.ts';
import { noOwnLimits } from '../../../../src/session/own-limits.ts';
import { hasBoots } from '../../../../src/session/state.ts';
import { statusOf } from '../../status.ts';
import { DrivenSession, featureOf, running } from '../driven-session.ts';

const paused = statusOf({ therapy: 'paused', operation: 'venting', cycles: 1 });
/**
 * Lets `ms` pass, with a tick and a call of `heard` every 500 ms. @returns the effects of the ticks, except events for the scheduler:
 * commands by their names, others by kind
 */
function pass(session: DrivenSession, ms: number, heard: () => unknown): string[] {
  const done: string[] = [];
  for (let at = 500; at <= ms; at += 500) {
    session.after(500);
    heard();
    done.push(
      ...session.tick(0).effects.map((each) => (each.kind === 'command' ? each.request.op : each.kind)),
    );
  }
  return done.filter((each) => each !== 'schedule');
}
/** A running session. @param allowance how long these boots may play on without hearing from the page, s */
const runningOn = (allowance: number, physicalStop = true): DrivenSession => {
  const { abilities } = featureOf();
  const feature = featureOf({
    abilities: { ...abilities, physicalStop },
    longestAllowance: seconds(allowance),
  });
  const session = new DrivenSession()
    .open(statusOf({ holder: 0 }), feature)
    .tell({ kind: 'start' })
    .control();
  session
    .succeed('prepare')
    .hear(statusOf({ operation: 'preparing' }))
    .hear(statusOf({ operation: 'ready' }));
  return session
    .hear(statusOf({ operation: 'ready', held: 100 }))
    .succeed('start')
    .hear(running());
};

describe('keep-alives', () => {
  it.each([
    { allowance: 255, physicalStop: true, period: 10_000 },
    { allowance: 30, physicalStop: true, period: 10_000 },
    { allowance: 12, physicalStop: true, period: 4000 },
    { allowance: 255, physicalStop: false, period: 10_000 / 3 },
    { allowance: 6, physicalStop: false, period: 2000 },
  ])('are sent to running boots three times within what they allow: $allowance s, $physicalStop', (case_) => {
    const early = runningOn(case_.allowance, case_.physicalStop).after(Math.ceil(case_.period) - 1);
    expect(early.hear(running()).tick(0).sent).toEqual([]);
    const due = runningOn(case_.allowance, case_.physicalStop).after(Math.ceil(case_.period));
    expect(due.hear(running()).tick(0).sent).toEqual(['keepAlive']);
    expect(due.tick(Math.ceil(case_.period) - 1).sent).toEqual([]);
    expect(due.hear(running()).tick(1).sent).toEqual(['keepAlive']);
  });

  it('go by what the boots were told at the start, whatever the person has set since', () => {
    const own = { ...noOwnLimits, alone: seconds(6) };
    const session = new DrivenSession().tell({ kind: 'setOwnLimits', own }).run();
    const since = session.after(100).tell({ kind: 'setOwnLimits', own: noOwnLimits });
    expect(since.after(1900).hear(running()).tick(0).sent).toEqual(['keepAlive']);
  });

  /** A session that an earlier page began. @param allowance what that page stored, s; null = nothing */
  const recalled = (allowance: number | null): DrivenSession => {
    const { whole } = new DrivenSession().run();
    if (!hasBoots(whole)) throw new Error('there are no boots');
    const stored = rememberedOf(whole, { tokens: {}, shifts: null });
    if (!stored) throw new Error('nothing is remembered');
    const remembered = { ...stored, allowance: allowance === null ? null : seconds(allowance) };
    return new DrivenSession().open(running(), featureOf(), remembered).control();
  };
  it.each([
    [255, 10_000],
    [6, 2000],
    // Five seconds are the shortest allowance.
    [null, 5000 / 3],
  ])(
    'go by what an earlier page told the boots: %s s; if that is not known, by the shortest',
    (allowance, period) => {
      const session = recalled(allowance).after(Math.ceil(period) - 1);
      expect(session.hear(running()).tick(0).sent).toEqual([]);
      expect(session.after(1).hear(running()).tick(0).sent).toEqual(['keepAlive']);
    },
  );

  it('count from the last frame sent, whatever it was', () => {
    const session = new DrivenSession().run().after(9000).hear(running()).tell({ kind: 'pause' });
    expect(session.after(2000).hear(paused).tick(0).sent).toEqual([]);
    expect(session.after(7999).hear(paused).tick(0).sent).toEqual([]);
    expect(session.after(1).hear(paused).tick(0).sent).toEqual(['keepAlive']);
  });

  it('are sent while preparing, pausing and paused, but not in another controller’s session nor after the end', () => {
    const sent = (session: DrivenSession, status = running()) =>
      session.after(10_000).hear(status).tick(0).sent;
    const ready = statusOf({ operation: 'preparing' });
    expect(
      sent(new DrivenSession().open().tell({ kind: 'start' }).control().succeed('prepare'), ready),
    ).toEqual(['keepAlive']);
    expect(sent(new DrivenSession().run().tell({ kind: 'pause' }).hear(paused), paused)).toEqual([
      'keepAlive',
    ]);
    expect(sent(new DrivenSession().open(running({ holder: 99 })), running({ holder: 99 }))).toEqual([]);
    expect(sent(new DrivenSession().open(), statusOf({ holder: 0 }))).toEqual([]);
    const over = statusOf({ endReason: 'finished' });
    expect(sent(new DrivenSession().run().hear(over), over)).toEqual([]);
  });

  it('are not sent without a link', () => {
    const session = new DrivenSession().run().tell({ kind: 'link', state: 'reconnecting' });
    expect(session.tick(60_000).effects).toEqual([]);
  });
});

describe('boots that send nothing', () => {
  it('have their status read after more than 3 s, and every 1.5 s from then on', () => {
    const session = new DrivenSession().run();
    expect(session.tick(3000).kinds).toEqual([]);
    expect(session.tick(1).kinds).toEqual(['readStatus']);
    expect(session.tick(1500).kinds).toEqual([]);
    expect(session.tick(1).kinds).toEqual(['readStatus']);
  });

  it('have their status read every 1.5 s from the beginning if the session is unsure', () => {
    const session = new DrivenSession().load().unknown('start');
    expect(session.kinds).toEqual(['readStatus']);
    expect(session.tick(1500).kinds).toEqual([]);
    expect(session.tick(1).kinds).toEqual(['readStatus']);
  });

  it('at rest have their status read only every 30 s, to keep the link open', () => {
    for (const session of [
      new DrivenSession().open(),
      new DrivenSession()
        .run()
        .hear(statusOf({ endReason: 'finished' }))
        .empty(),
    ]) {
      const asked = session.whole;
      if (!('statusReadAt' in asked)) throw new Error('there are no boots');
      const left = 30_000 - (session.now - asked.statusReadAt);
      expect(session.tick(left).kinds).toEqual([]);
      expect(session.tick(1).kinds).toEqual(['readStatus']);
      expect(session.tick(30_000).kinds).toEqual([]);
      expect(session.tick(1).kinds).toEqual(['readStatus']);
    }
  });

  it('in another controller’s session have their status read after 3 s, and every 30 s even if they report', () => {
    const found = () => new DrivenSession().open(running({ holder: 99 }));
    expect(found().tick(3000).kinds).toEqual([]);
    expect(found().tick(3001).kinds).toEqual(['readStatus']);
    const session = found();
    expect(pass(session, 30_000, () => session.hear(running({ holder: 99 })))).toEqual([]);
    expect(pass(session, 500, () => session.hear(running({ holder: 99 })))).toEqual(['readStatus']);
  });
});

describe('a state that lasts too long', () => {
  it('leads to Stop, with a notice, if it is a step of preparing, after more than 20 s', () => {
    const preparing = () => {
      const session = new DrivenSession().open().tell({ kind: 'start' }).control().succeed('prepare');
      pass(session, 20_000, () => session.hear(statusOf({ operation: 'preparing' })));
      return session;
    };
    expect(preparing().state.phase).toBe('preparing');
    const late = preparing().tick(1);
    expect(late.sent).toEqual(['stop']);
    // The boots have reported statuses all along, so it is zeroing that has failed.
    expect(late.view).toMatchObject({
      phase: 'stopping',
      notice: { kind: 'refused', command: 'prepare', reason: 'failed' },
    });
    const unheard = preparing().after(3000).tick(1);
    expect(unheard.view).toMatchObject({ phase: 'stopping', notice: { kind: 'silent' } });
    // The next step has 20 s again.
    const next = preparing()
      .hear(statusOf({ operation: 'ready' }))
      .tick(20_000);
    expect(next.state.phase).toBe('preparing');
  });

  it('becomes unsure if it is pausing, after more than 3 s, or resuming, after more than 10 s', () => {
    const pausing = () => new DrivenSession().run().tell({ kind: 'pause' });
    expect(pausing().tick(3000).state.phase).toBe('pausing');
    const late = pausing().tick(3001);
    expect(late.state.phase).toBe('unsure');
    expect(late.kinds).toContain('readStatus');
    const resuming = () =>
      new DrivenSession().run().tell({ kind: 'pause' }).hear(paused).empty().tell({ kind: 'resume' });
    expect(resuming().tick(10_000).state.phase).toBe('resuming');
    expect(resuming().tick(10_001).state.phase).toBe('unsure');
  });
});

describe('while a Stop is under way', () => {
  const stopping = () => new DrivenSession().run().tell({ kind: 'stop' });

  it('the status is read if none came for more than 700 ms and none was read for a second', () => {
    const session = stopping();
    const asked = (ms: number) => session.tick(ms).kinds.filter((kind) => kind === 'readStatus').length;
    expect(asked(1000)).toBe(0);
    expect(asked(1)).toBe(1);
    expect(asked(1000)).toBe(0);
    expect(asked(1)).toBe(1);
    session.after(400).hear(running());
    expect(asked(700)).toBe(0);
    expect(asked(1)).toBe(1);
  });

  it('only Stop and status reads are sent, and nothing at all without a link', () => {
    const session = stopping();
    const sent = new Set<string>();
    for (let ms = 0; ms < 30_000; ms += 100) for (const kind of session.tick(100).kinds) sent.add(kind);
    expect([...sent].sort()).toEqual(['readStatus', 'stop']);
    const lost = stopping().tell({ kind: 'link', state: 'reconnecting' });
    expect(lost.tick(5000).effects).toEqual([]);
  });

  it('the acknowledgement of a fault is not withdrawn by the next Stop', () => {
    const session = stopping().hear(running({ fault: 'leak', faultZone: 1 }));
    session.tell({ kind: 'acknowledgeFault' });
    expect(session.sent).toEqual(['requestControl']);
    expect(session.tick(400).sent).toEqual([]);
    expect(session.control().tick(400).sent).toEqual(['stop']);
  });
});
