/** What the notifications about a session say, and what they are sent for. */

import { describe, expect, it } from 'vitest';
import { newsIn } from '../../../../src/app/desk/news.ts';
import type { Notice, SessionView } from '../../../../src/session/view.ts';
import { words } from '../../../../src/words/in-use.ts';
import { bootsView, progress, sessionView } from '../../session-view.ts';

const running: SessionView = sessionView({
  phase: 'running',
  link: 'connected',
  boots: bootsView(),
  progress: progress(),
});
const leftCalf = { side: 'left', part: 'calf' } as const;
const notFilling: Notice = { kind: 'fault', fault: 'notFilling', ...leftCalf };

describe('the news of a session', () => {
  it('say which zone of which boot is at fault, what that means and what to do, if the fault ends the session', () => {
    const news = newsIn(running, { ...running, phase: 'ended', ended: 'fault', notice: notFilling });
    const { means, todo } = words.faults.notFilling;
    expect(news).toEqual({
      kind: 'ended',
      title: words.notice(notFilling, running.boots).title,
      body: `${words.endings.fault.title}. ${means} ${todo}`,
    });
    expect(news?.title).toContain('calf');
  });

  it('say why the session has ended, not what was told before', () => {
    const before: SessionView = { ...running, phase: 'stopping', notice: notFilling };
    const { title, why, next } = words.endings.fault;
    expect(newsIn(before, { ...before, phase: 'ended', ended: 'fault' })).toEqual({
      kind: 'ended',
      title,
      body: `${words.programName(running.program.name)}. ${why} ${next}`,
    });
  });

  const told: readonly Notice[] = [
    { kind: 'limitBroken', limit: 'overPressure', ...leftCalf },
    { kind: 'standingStill', sides: ['left'] },
    { kind: 'batteryLow', level: 'nearlyEmpty' },
    { kind: 'refused', command: 'timeline', reason: 'late' },
    { kind: 'changedBoots', what: 'serial', side: null },
    { kind: 'airNotKnown', places: [leftCalf], sides: ['left'] },
  ];
  it.each(told)('are sent for $kind', (notice) => {
    const { title } = words.notice(notice, running.boots);
    expect(newsIn(running, { ...running, notice })).toMatchObject({ kind: 'trouble', title });
  });

  const untold: readonly Notice[] = [
    { kind: 'batteryLow', level: 'low' },
    { kind: 'refused', command: 'ceiling', reason: 'busy' },
    { kind: 'clamped', problem: { kind: 'nothingLeftOn' } },
  ];
  it.each(untold)('are not sent for $kind if nothing needs the user at once', (notice) => {
    expect(newsIn(running, { ...running, notice })).toBe(null);
  });
});
