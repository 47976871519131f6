import { describe, expect, it } from 'vitest';
import type { FaultNotice, SessionView } from '../../../../src/session/view.ts';
import { saidAbove } from '../../../../src/ui/page/notices-above.ts';
import { bootsView, sessionView } from '../../session-view.ts';

const latched: FaultNotice = { kind: 'fault', fault: 'leak', side: 'left', part: 'calf' };
const leak = 'Left boot, calf: not holding pressure';
const unconfirmed = { kind: 'stopNotConfirmed', sides: ['right'] } as const;
const titles = (more: Partial<SessionView>): string[] =>
  saidAbove(sessionView({ boots: bootsView(), ...more })).map(({ title }) => title);

describe('what is said above a screen', () => {
  it('is a Stop that is not confirmed, where it is not said beside Stop', () => {
    expect(titles({ phase: 'stopping', notice: unconfirmed })).toEqual([]);
    expect(titles({ phase: 'idle', notice: unconfirmed })).toEqual([
      'The right boot has not confirmed the stop',
    ]);
  });

  it('is a latched fault by boot and part, once, also after something else was said', () => {
    expect(titles({ phase: 'ended', latched, notice: latched })).toEqual([leak]);
    expect(titles({ phase: 'ended', latched, notice: null })).toEqual([leak]);
    expect(titles({ phase: 'ended', latched, notice: { kind: 'rebooted' } })).toEqual([
      'The boots restarted',
      leak,
    ]);
  });
});
