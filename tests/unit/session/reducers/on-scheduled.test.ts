import { describe, expect, it } from 'vitest';
import { milliseconds, mmhg } from '../../../../firmware-protocol/quantities.ts';
import type { Order, SchedulerNotice } from '../../../../src/scheduler/event.ts';
import type { Problem } from '../../../../src/session/view.ts';
import { inWords } from '../../in-words.ts';
import { statusOf } from '../../status.ts';
import { DrivenSession } from '../driven-session.ts';

/** The session after its scheduler has returned these orders and notices. */
function scheduled(
  session: DrivenSession,
  orders: readonly Order[],
  notices: readonly SchedulerNotice[] = [],
): DrivenSession {
  const { plan } = session.state;
  if (!plan) throw new Error('nothing is played');
  return session.tell({ kind: 'scheduled', result: { plan, orders, notices } });
}
const problem: Problem = { kind: 'allZonesOff' };

describe('orders of the scheduler', () => {
  it('are carried out in sequence', () => {
    const session = scheduled(new DrivenSession().run(), [
      { kind: 'ceiling', ceiling: mmhg(40) },
      { kind: 'cut', keyframes: [], from: milliseconds(1200) },
      { kind: 'resume' },
    ]);
    expect(session.effects).toEqual([
      { kind: 'command', request: { op: 'ceiling', ceiling: 40 } },
      { kind: 'play', cut: { keyframes: [], from: 1200 } },
      { kind: 'command', request: { op: 'resume', at: 0 } },
    ]);
  });

  it('are void once the program has ended or is being stopped', () => {
    const cut: Order = { kind: 'cut', keyframes: [], from: milliseconds(1200) };
    const { plan } = new DrivenSession().run().state;
    if (!plan) throw new Error('nothing is played');
    const result = { plan, orders: [cut], notices: [] };
    const over = new DrivenSession().run().hear(statusOf({ endReason: 'finished' }));
    expect(over.tell({ kind: 'scheduled', result }).effects).toEqual([]);
    const stopping = new DrivenSession().run().tell({ kind: 'stop' });
    expect(stopping.tell({ kind: 'scheduled', result }).effects).toEqual([]);
  });

  it('count as something sent to the boots if one is Resume', () => {
    const session = new DrivenSession().run();
    const spokenAt = () => ('lastSentAt' in session.whole ? session.whole.lastSentAt : null);
    scheduled(session.after(5000), [{ kind: 'cut', keyframes: [], from: milliseconds(0) }]);
    expect(spokenAt()).toBe(0);
    scheduled(session, [{ kind: 'resume' }]);
    expect(spokenAt()).toBe(5000);
  });

  it('to end lead to Stop, with the reason', () => {
    const refused = scheduled(new DrivenSession().run(), [
      { kind: 'end', why: { kind: 'refused', reason: 'outOfLimits' } },
    ]);
    expect(refused.sent).toEqual(['stop']);
    expect(refused.state.notice).toEqual({ kind: 'refused', command: 'timeline', reason: 'outOfLimits' });
    const failed = scheduled(new DrivenSession().run(), [
      { kind: 'end', why: { kind: 'failed', error: new Error('a bug') } },
    ]);
    expect(failed.sent).toEqual(['stop']);
    expect(failed.state.notice).toEqual({ kind: 'failed', detail: 'Error: a bug' });
  });
});

describe('notices of the scheduler', () => {
  it.each([
    [
      { kind: 'lowered', asked: mmhg(60), set: mmhg(44.5) },
      {
        place: 'intensity',
        reason: 'On these legs your boots fill too slowly for 60 mmHg.',
        suggestion: 'It is set to 44.5 mmHg.',
      },
    ],
    [
      { kind: 'notChanged', why: 'ending' },
      {
        place: 'session',
        reason: 'The session is just ending.',
        suggestion: 'The session goes on as it was.',
      },
    ],
    [
      { kind: 'notChanged', why: problem },
      {
        place: 'zones',
        reason: 'Every zone that this program squeezes is switched off.',
        suggestion: 'The session goes on as it was.',
      },
    ],
    [
      { kind: 'endsEarly', why: 'air' },
      {
        place: 'session',
        reason: 'The boots now fill too slowly on these legs, even at the lowest pressure.',
        suggestion: 'The session ends with this wave. Check hoses, bags and battery.',
      },
    ],
    [
      { kind: 'endsEarly', why: problem },
      {
        place: 'zones',
        reason: 'Every zone that this program squeezes is switched off.',
        suggestion: 'The session ends with this wave.',
      },
    ],
  ] as const)('is told with where, why and what follows: %j', (notice, said) => {
    const shown = scheduled(new DrivenSession().run(), [], [notice]).state.notice;
    expect(shown?.kind === 'clamped' && inWords([shown.problem])).toEqual([said]);
  });

  it('come with a plan whose wanted settings become those of the setup', () => {
    const session = new DrivenSession().run();
    const { plan } = session.state;
    if (!plan) throw new Error('nothing is played');
    const wanted = { ...plan.wanted, intensity: mmhg(44) };
    session.tell({ kind: 'scheduled', result: { plan: { ...plan, wanted }, orders: [], notices: [] } });
    expect(session.view.intensity).toBe(44);
  });
});
