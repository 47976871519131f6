import { describe, expect, it } from 'vitest';
import { statusOf } from '../../status.ts';
import { running, Told } from '../told.ts';

const paused = statusOf({ therapy: 'paused', operation: 'venting', cycles: 1 });
const lost = (told: Told) => told.tell({ kind: 'link', state: 'reconnecting' });
const back = (told: Told) => told.tell({ kind: 'link', state: 'connected' });
const reopened = (told: Told) => told.tell({ kind: 'reopened', failure: null });

describe('a lost link', () => {
  it('is said, and whether the boots play on by themselves', () => {
    const told = lost(new Told().run().after(700));
    expect(told.whole).toMatchObject({ link: { kind: 'reconnecting', since: 700 } });
    expect(told.view.notice).toEqual({ kind: 'linkLost', playingOn: true });
    expect(lost(new Told().open()).view.notice).toEqual({ kind: 'linkLost', playingOn: false });
    expect(lost(new Told().load()).view.notice).toEqual({ kind: 'linkLost', playingOn: false });
    expect(lost(new Told().open(running({ holder: 99 }))).view.notice).toEqual({
      kind: 'linkLost',
      playingOn: true,
    });
  });

  it('said again is nothing new', () => {
    const told = lost(new Told().run());
    const { whole } = told;
    expect(lost(told.after(0)).whole).toEqual(whole);
    const connected = new Told().run();
    expect(back(connected).effects).toEqual([]);
  });

  it('leaves pause and resume unsure, and what runs or is paused as it is', () => {
    const phase = (told: Told) => lost(told).state.phase;
    expect(phase(new Told().run())).toBe('running');
    expect(phase(new Told().run().tell({ kind: 'pause' }))).toBe('unsure');
    const held = () => new Told().run().tell({ kind: 'pause' }).hear(paused);
    expect(phase(held())).toBe('paused');
    expect(phase(held().empty().tell({ kind: 'resume' }))).toBe('unsure');
    expect(lost(new Told().load()).whole).toMatchObject({ therapy: { step: 'interrupted' } });
  });
});

describe('a link that is back', () => {
  it('is read anew first; then control is asked for, of a session of this page only', () => {
    expect(back(lost(new Told().run())).kinds).toEqual(['reopen']);
    expect(reopened(back(lost(new Told().run()))).sent).toEqual(['requestControl']);
    expect(reopened(back(lost(new Told().run().tell({ kind: 'pause' })))).sent).toEqual(['requestControl']);
    for (const told of [
      new Told().open(),
      new Told()
        .run()
        .hear(statusOf({ endReason: 'finished' }))
        .empty(),
      new Told().open(running({ holder: 99 })),
    ])
      expect(reopened(back(lost(told))).effects).toEqual([]);
  });

  it('takes back what was said of boots that could not be read', () => {
    const told = back(lost(new Told().run()));
    told.tell({ kind: 'reopened', failure: { kind: 'notBoots', cause: { kind: 'otherBoots' } } });
    expect(told.kinds).toEqual(['abandonLink']);
    back(lost(told));
    expect(told.view.notice?.kind).toBe('notBoots');
    expect(reopened(told).view.notice).toBeNull();
  });

  it('that could not be read is not given up while it is gone again, or something is being stopped', () => {
    const failure = { kind: 'notBoots', cause: { kind: 'otherBoots' } } as const;
    expect(lost(back(lost(new Told().run()))).tell({ kind: 'reopened', failure }).effects).toEqual([]);
    const stopping = back(lost(new Told().run().tell({ kind: 'stop' })));
    expect(stopping.tell({ kind: 'reopened', failure }).effects).toEqual([]);
  });

  it('carries a Stop that was not heard first, and again once the boots were read', () => {
    const told = lost(new Told().run().tell({ kind: 'stop' }));
    expect(back(told).kinds).toEqual(['stop', 'reopen']);
    expect(reopened(told).sent).toEqual(['stop']);
    const heard = lost(new Told().run().tell({ kind: 'stop' }).succeed('stop'));
    expect(back(heard).kinds).toEqual(['reopen']);
    expect(reopened(heard).effects).toEqual([]);
  });

  it('after ten seconds stops what was being prepared, and says that it has not begun', () => {
    const told = reopened(back(lost(new Told().load()).after(10_001)));
    expect(told.sent).toEqual(['stop']);
    expect(told.view.notice?.kind).toBe('notBegun');
  });

  it('after a blink goes on with what was being prepared, from what the boots report', () => {
    const told = reopened(back(lost(new Told().load()).after(10_000)));
    expect(told.sent).toEqual(['requestControl']);
    told.control().hear(statusOf({ operation: 'ready' }));
    expect(told.kinds).toEqual(['play']);
    expect(told.hear(statusOf({ operation: 'ready', held: 9 })).sent).toEqual(['start']);
  });

  it('after a blink begins again with what had not got as far as the boots', () => {
    const told = lost(new Told().open().after(3000).tell({ kind: 'start' }));
    reopened(back(told.after(5000).hear(statusOf({ holder: 0 }))));
    expect(told.sent).toEqual(['requestControl']);
    expect(told.control().sent).toEqual(['prepare']);
  });

  it('after a blink goes on with nothing that the boots no longer prepare, and says so', () => {
    const told = lost(new Told().load()).after(5000);
    reopened(back(told).hear(statusOf()));
    expect(told.sent).toEqual(['stop']);
    expect(told.view.notice?.kind).toBe('notBegun');
  });

  it('before the outcome of Start was known goes on, and starts what has not started', () => {
    const told = new Told()
      .load()
      .hear(statusOf({ operation: 'ready', held: 100 }))
      .unknown('start');
    reopened(back(lost(told).after(3000)).hear(statusOf({ operation: 'ready', held: 100 })));
    told.control().hear(statusOf({ operation: 'ready', held: 100 }));
    expect(told.hear(statusOf({ operation: 'ready', held: 100 })).sent).toEqual(['start']);
  });
});
