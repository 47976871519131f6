import { describe, expect, it } from 'vitest';
import { statusOf } from '../../status.ts';
import { DrivenSession, running } from '../driven-session.ts';

const paused = statusOf({ therapy: 'paused', operation: 'venting', cycles: 1 });
const lost = (session: DrivenSession) => session.tell({ kind: 'link', state: 'reconnecting' });
const back = (session: DrivenSession) => session.tell({ kind: 'link', state: 'connected' });
const reopened = (session: DrivenSession) => session.tell({ kind: 'reopened', failure: null });

describe('a lost link', () => {
  it('has a notice, which says whether the boots play on by themselves', () => {
    const session = lost(new DrivenSession().run().after(700));
    expect(session.whole).toMatchObject({ link: { kind: 'reconnecting', since: 700 } });
    expect(session.view.notice).toEqual({ kind: 'linkLost', playingOn: true });
    expect(lost(new DrivenSession().open()).view.notice).toEqual({ kind: 'linkLost', playingOn: false });
    expect(lost(new DrivenSession().load()).view.notice).toEqual({ kind: 'linkLost', playingOn: false });
    const held = new DrivenSession().run().tell({ kind: 'pause' }).hear(paused);
    expect(lost(held).view.notice).toEqual({ kind: 'linkLost', playingOn: false });
    expect(lost(new DrivenSession().open(running({ holder: 99 }))).view.notice).toEqual({
      kind: 'linkLost',
      playingOn: true,
    });
  });

  it('that is reported again changes nothing', () => {
    const session = lost(new DrivenSession().run());
    const { whole } = session;
    expect(lost(session.after(0)).whole).toEqual(whole);
    const connected = new DrivenSession().run();
    expect(back(connected).effects).toEqual([]);
  });

  it('makes a session unsure that is pausing or resuming, and leaves one that runs or is paused as it is', () => {
    const phase = (session: DrivenSession) => lost(session).state.phase;
    expect(phase(new DrivenSession().run())).toBe('running');
    expect(phase(new DrivenSession().run().tell({ kind: 'pause' }))).toBe('unsure');
    const held = () => new DrivenSession().run().tell({ kind: 'pause' }).hear(paused);
    expect(phase(held())).toBe('paused');
    expect(phase(held().empty().tell({ kind: 'resume' }))).toBe('unsure');
    expect(lost(new DrivenSession().load()).whole).toMatchObject({ therapy: { step: 'interrupted' } });
  });
});

describe('a link that is back', () => {
  it('leads to reading the boots first, then, for a session of this page only, to a request for control', () => {
    expect(back(lost(new DrivenSession().run())).kinds).toEqual(['reopen']);
    expect(reopened(back(lost(new DrivenSession().run()))).sent).toEqual(['requestControl']);
    expect(reopened(back(lost(new DrivenSession().run().tell({ kind: 'pause' })))).sent).toEqual([
      'requestControl',
    ]);
    for (const session of [
      new DrivenSession().open(),
      new DrivenSession()
        .run()
        .hear(statusOf({ endReason: 'finished' }))
        .empty(),
      new DrivenSession().open(running({ holder: 99 })),
    ])
      expect(reopened(back(lost(session))).effects).toEqual([]);
  });

  it('removes the notice about boots that could not be read', () => {
    const session = back(lost(new DrivenSession().run()));
    session.tell({ kind: 'reopened', failure: { kind: 'changedBoots', what: 'serial', side: null } });
    expect(session.kinds).toEqual(['abandonLink']);
    back(lost(session));
    expect(session.view.notice?.kind).toBe('changedBoots');
    expect(reopened(session).view.notice).toBeNull();
  });

  it('is not dropped for boots that could not be read while it is lost again, or while a Stop is under way', () => {
    const failure = { kind: 'changedBoots', what: 'serial', side: null } as const;
    expect(lost(back(lost(new DrivenSession().run()))).tell({ kind: 'reopened', failure }).effects).toEqual(
      [],
    );
    const stopping = back(lost(new DrivenSession().run().tell({ kind: 'stop' })));
    expect(stopping.tell({ kind: 'reopened', failure }).effects).toEqual([]);
  });

  it('carries a Stop that was not heard first, and again once the boots have been read', () => {
    const session = lost(new DrivenSession().run().tell({ kind: 'stop' }));
    expect(back(session).kinds).toEqual(['stop', 'reopen']);
    expect(reopened(session).sent).toEqual(['stop']);
    const heard = lost(new DrivenSession().run().tell({ kind: 'stop' }).succeed('stop'));
    expect(back(heard).kinds).toEqual(['reopen']);
    expect(reopened(heard).effects).toEqual([]);
  });

  it('after ten seconds stops a session that was being prepared, with a notice that it has not begun', () => {
    const session = reopened(back(lost(new DrivenSession().load()).after(10_001)));
    expect(session.sent).toEqual(['stop']);
    expect(session.view.notice?.kind).toBe('notBegun');
  });

  it('after a short loss continues the preparation from what the boots report', () => {
    const session = reopened(back(lost(new DrivenSession().load()).after(10_000)));
    expect(session.sent).toEqual(['requestControl']);
    // The boots got the program before the loss, so it is not sent again.
    expect(session.control().hear(statusOf({ operation: 'ready' })).kinds).toEqual([]);
    expect(session.hear(statusOf({ operation: 'ready', held: 9 })).sent).toEqual(['start']);
  });

  it('after a short loss begins the preparation again if it had not reached the boots', () => {
    const session = lost(new DrivenSession().open().after(3000).tell({ kind: 'start' }));
    reopened(back(session.after(5000).hear(statusOf({ holder: 0 }))));
    expect(session.sent).toEqual(['requestControl']);
    expect(session.control().sent).toEqual(['prepare']);
  });

  it('after a short loss does not continue what the boots no longer prepare, with a notice', () => {
    const session = lost(new DrivenSession().load()).after(5000);
    reopened(back(session).hear(statusOf()));
    expect(session.sent).toEqual(['stop']);
    expect(session.view.notice?.kind).toBe('notBegun');
  });

  it('before the outcome of Start is known continues, and sends Start if the boots have not started', () => {
    const session = new DrivenSession()
      .load()
      .hear(statusOf({ operation: 'ready', held: 100 }))
      .unknown('start');
    reopened(back(lost(session).after(3000)).hear(statusOf({ operation: 'ready', held: 100 })));
    session.control();
    expect(session.hear(statusOf({ operation: 'ready', held: 100 })).sent).toEqual(['start']);
  });
});
