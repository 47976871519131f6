import { describe, expect, it } from 'vitest';
import { mmhg } from '../../../firmware-protocol/quantities.ts';
import type { WorldEvent } from '../../../src/session/event.ts';
import { hasBoots } from '../../../src/session/state.ts';
import { statusOf } from '../status.ts';
import { DrivenSession, featureOf, running } from './driven-session.ts';

const ended = statusOf({ endReason: 'stoppedByController' });
const paused = statusOf({ therapy: 'paused', operation: 'venting', cycles: 1 });
const empty = [0, 0, 19, 0, 0, 0];

/** A session that was stopped, and that the boots have ended. Tests then measure how much air is left. */
const stopped = () => new DrivenSession().run().tell({ kind: 'stop' }).succeed('stop').hear(ended);
const venting = statusOf({ operation: 'venting', endReason: 'finished' });
const finished = () => new DrivenSession().run().hear(venting);
const begins = (session: DrivenSession, kind: 'start' | 'resume') =>
  session.tell({ kind }).effects.length > 0;

describe('Start', () => {
  it('does nothing within 1.5 s of the last press of Stop, and the view says why', () => {
    for (const later of [0, 60, 250, 350, 800, 1200, 1499]) {
      const session = stopped().after(later).measure(empty);
      expect(session.tick(0).view.startable).toEqual({ kind: 'no', why: 'justStopped' });
      expect(begins(session, 'start')).toBe(false);
      expect(session.state.phase).toBe('ended');
    }
    const again = new DrivenSession()
      .run()
      .tell({ kind: 'stop' })
      .after(1400)
      .tell({ kind: 'stop' })
      .succeed('stop');
    again.hear(ended).after(1400).measure(empty);
    expect(begins(again, 'start')).toBe(false);
    again.after(200).measure(empty);
    expect(again.view.startable).toEqual({ kind: 'yes' });
    expect(begins(again, 'start')).toBe(true);
  });

  it('does nothing within 1.5 s of a Stop during preparation', () => {
    const session = new DrivenSession().load().tell({ kind: 'stop' }).succeed('stop').hear(statusOf());
    expect(session.state.phase).toBe('idle');
    expect(session.view.startable).toEqual({ kind: 'no', why: 'justStopped' });
    expect(begins(session.after(1200), 'start')).toBe(false);
    expect(begins(session.after(300), 'start')).toBe(true);
  });

  it('does nothing before every zone is measured below 20 mmHg', () => {
    const session = finished().after(1600).measure([0, 0, 20, 0, 0, 0]);
    expect(session.view.startable).toEqual({ kind: 'no', why: 'airNotOut' });
    expect(begins(session, 'start')).toBe(false);
    expect(begins(session.measure([0, null, 0, 0, 0, 0]), 'start')).toBe(false);
    expect(begins(session.measure(empty), 'start')).toBe(true);
  });

  it('treats an unknown or old pressure as not empty, until the boots report that they are empty', () => {
    const unheard = finished().after(9_000).tick(0);
    expect(unheard.view.startable).toEqual({ kind: 'no', why: 'airNotOut' });
    expect(unheard.hear(ended).view.startable).toEqual({ kind: 'yes' });
    const old = new DrivenSession().run().measure(empty).after(2_600).hear(venting).after(1_600).tick(0);
    expect(old.view.startable).toEqual({ kind: 'no', why: 'airNotOut' });
    const found = new DrivenSession().open(statusOf({ holder: 0, operation: 'venting' }));
    expect(found.view.startable).toEqual({ kind: 'no', why: 'airNotOut' });
  });

  it('does nothing just after a session has ended by itself, because the press was meant for another button', () => {
    const session = new DrivenSession()
      .run()
      .measure(empty)
      .hear(statusOf({ endReason: 'finished' }));
    expect(session.view.startable).toEqual({ kind: 'no', why: 'justEnded' });
    expect(begins(session, 'start')).toBe(false);
    expect(begins(session.empty(), 'start')).toBe(true);
  });

  it('is impossible for other reasons too, each of which the view gives', () => {
    const why = (session: DrivenSession) =>
      session.view.startable.kind === 'no' ? session.view.startable.why : 'nothing';
    expect(why(new DrivenSession())).toBe('noBoots');
    expect(why(new DrivenSession().open())).toBe('nothing');
    expect(why(new DrivenSession().run())).toBe('underWay');
    expect(why(new DrivenSession().open().tell({ kind: 'link', state: 'reconnecting' }))).toBe('outOfTouch');
    expect(why(new DrivenSession().open(statusOf({ fault: 'leak', operation: 'faulted' })))).toBe('latched');
    const weak = new DrivenSession().open(statusOf({ holder: 0 }), featureOf({ highestTarget: mmhg(40) }));
    expect(why(weak)).toBe('unfit');
    expect(weak.tell({ kind: 'start' }).view.notice?.kind).toBe('programRefused');
  });
});

describe('Start on boots that this page has stopped', () => {
  const stoppedBy = (event: WorldEvent, pair = false) => {
    const session = new DrivenSession().run();
    if (hasBoots(session.whole))
      session.whole = { ...session.whole, boots: { ...session.whole.boots, pair } };
    session.tell(event).succeed('stop');
    return session.hear(statusOf({ endReason: 'stoppedByController', lastOp: 1 })).empty();
  };
  const broken = { kind: 'limitBroken', broken: { limit: 'rise', side: 'left', zone: 0 } } as const;
  const stands = { kind: 'standingStill', sides: [] } as const;

  it('is refused after a broken limit, until they are connected anew', () => {
    const session = stoppedBy(broken);
    expect(session.view.startable).toEqual({ kind: 'no', why: 'limitBroken' });
    expect(begins(session, 'start')).toBe(false);
    session
      .tell({ kind: 'dismissNotice' })
      .hear(statusOf({ bootCount: 2, holder: 0 }))
      .empty();
    expect(session.view.startable).toEqual({ kind: 'no', why: 'limitBroken' });
    session.tell({ kind: 'disconnect' });
    expect(session.open().view.startable).toEqual({ kind: 'yes' });
  });

  it('is refused after they stood still, until they are switched off and on', () => {
    const session = stoppedBy(stands);
    expect(session.view.startable).toEqual({ kind: 'no', why: 'standingStill' });
    expect(begins(session, 'start')).toBe(false);
    session.hear(statusOf({ bootCount: 2, holder: 0 })).empty();
    expect(session.view.startable).toEqual({ kind: 'yes' });
  });

  it('is refused after the page failed, even if boots that then stood still are switched off and on', () => {
    const session = stoppedBy({ kind: 'failed', error: new Error('a bug') });
    expect(session.view.startable).toEqual({ kind: 'no', why: 'failed' });
    session
      .after(2000)
      .tell(stands)
      .succeed('stop')
      .hear(statusOf({ bootCount: 2, holder: 0 }))
      .empty();
    expect(session.view.startable).toEqual({ kind: 'no', why: 'failed' });
  });

  it('is refused after one boot of a pair stood still, until they are connected anew, whichever boot is switched off and on', () => {
    const session = stoppedBy({ kind: 'standingStill', sides: ['left'] }, true);
    expect(session.view.startable).toEqual({ kind: 'no', why: 'oneStoodStill' });
    session.hear(statusOf({ bootCount: 2, holder: 0 })).empty();
    expect(session.view.startable).toEqual({ kind: 'no', why: 'oneStoodStill' });
    session.tell({ kind: 'disconnect' });
    expect(session.open().view.startable).toEqual({ kind: 'yes' });
  });
});

describe('Resume', () => {
  it('does nothing until 1.5 s after the boots have paused, nor before the air is out', () => {
    const session = new DrivenSession().run().tell({ kind: 'pause' });
    expect(session.view.resumable).toEqual({ kind: 'no', why: 'notPaused' });
    session.after(100).hear(paused);
    for (const later of [0, 60, 250, 800, 380]) {
      session.after(later).measure(empty);
      expect(session.view.resumable).toEqual({ kind: 'no', why: 'justPaused' });
      expect(begins(session, 'resume')).toBe(false);
    }
    session.after(100).measure([0, 0, 0, 31, 0, 0]);
    expect(session.view.resumable).toEqual({ kind: 'no', why: 'airNotOut' });
    expect(begins(session, 'resume')).toBe(false);
    expect(begins(session.measure(empty), 'resume')).toBe(true);
  });

  it('does nothing once Stop has been pressed', () => {
    const session = new DrivenSession()
      .run()
      .tell({ kind: 'pause' })
      .hear(paused)
      .empty()
      .tell({ kind: 'stop' });
    expect(begins(session, 'resume')).toBe(false);
    expect(session.hear(running()).view.resumable).toEqual({ kind: 'no', why: 'justStopped' });
  });
});
