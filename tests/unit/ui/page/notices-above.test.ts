import { describe, expect, it } from 'vitest';
import type { FaultNotice, SessionView } from '../../../../src/session/view.ts';
import { noticesAbove } from '../../../../src/ui/page/notices-above.ts';
import { bootsView, sessionView } from '../../session-view.ts';

const latched: FaultNotice = { kind: 'fault', fault: 'leak', side: 'left', part: 'calf' };
const leak = 'Left boot, calf: not holding pressure';
const unconfirmed = { kind: 'stopNotConfirmed', sides: ['right'] } as const;
const titles = (more: Partial<SessionView>): string[] =>
  noticesAbove(sessionView({ boots: bootsView(), ...more })).map(({ title }) => title);

describe('the notices above a screen', () => {
  it('include an unconfirmed Stop, unless the Stop button shows it', () => {
    expect(titles({ phase: 'stopping', notice: unconfirmed })).toEqual([]);
    expect(titles({ phase: 'idle', notice: unconfirmed })).toEqual([
      'The right boot has not confirmed the stop',
    ]);
  });

  it('include a latched fault once, with its boot and part, even below another notice', () => {
    expect(titles({ phase: 'ended', latched, notice: latched })).toEqual([leak]);
    expect(titles({ phase: 'ended', latched, notice: null })).toEqual([leak]);
    expect(titles({ phase: 'ended', latched, notice: { kind: 'rebooted' } })).toEqual([
      'The boots restarted',
      leak,
    ]);
  });
});
