import { describe, expect, it } from 'vitest';
import { statusOf } from '../../status.ts';
import { TOKEN } from '../driven-session.ts';
import { over, reconnected, unheard } from '../moments.ts';

describe('a Stop that was not confirmed before its boots were disconnected', () => {
  it('is sent first when they are connected again and still run that session', () => {
    const session = reconnected(TOKEN & 0xffff);
    expect(session.kinds).toEqual(['stop']);
    expect(session.view.phase).toBe('stopping');
    session.succeed('stop').hear(over('stoppedByController')).measure([0, 0, 0, 0, 0, 0]);
    expect(session.view).toMatchObject({ phase: 'ended', ended: 'stoppedByController' });
  });

  it('is not sent to another controller’s session, to other boots, or to boots at rest', () => {
    expect(reconnected(9).kinds).toEqual([]);
    expect(reconnected(TOKEN & 0xffff, 'T-2').kinds).toEqual([]);
    const session = unheard().tell({ kind: 'disconnect' });
    expect(session.open(statusOf({ holder: TOKEN & 0xffff })).kinds).toEqual([]);
  });
});
