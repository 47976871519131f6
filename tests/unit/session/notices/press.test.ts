/** The notices about a press that boots want before they give control. */

import { describe, expect, it } from 'vitest';
import type { Side } from '../../../../firmware-protocol/zones.ts';
import { statusOf } from '../../status.ts';
import { DrivenSession } from '../driven-session.ts';

const asked = (sides: readonly Side[] = []): DrivenSession =>
  new DrivenSession()
    .open()
    .after(3000)
    .tell({ kind: 'start' })
    .outcome('requestControl', {
      kind: 'rejected',
      response: { result: 'needsPress', op: 'requestControl' },
      sides,
    });
const press = (session: DrivenSession): DrivenSession =>
  session.hear(statusOf({ holder: 0, flags: { ...statusOf().flags, buttonPressed: true } }));
const close = (session: DrivenSession): DrivenSession => session.tell({ kind: 'dismissNotice' });

describe('the notice that asks for a press', () => {
  it('goes when the person disconnects, and so does the one that says the button was pressed', () => {
    for (const session of [asked(), press(asked())]) {
      expect(session.tell({ kind: 'disconnect' }).view).toMatchObject({ boots: null, notice: null });
    }
  });

  it('can be closed to read what it hides, and a press is reported and counted down all the same', () => {
    const session = asked(['left']).hear(statusOf({ holder: 0, warning: 'leak', warningZone: 1 }));
    expect(session.view.notice?.kind).toBe('needsPress');
    expect(close(session).view.notice?.kind).toBe('warning');
    expect(press(close(session)).view).toMatchObject({
      notice: { kind: 'pressed', sides: ['left'], toStart: true },
      pressLeft: 10,
    });
    expect(session.tick(10_000).view.notice).toBeNull();
  });

  it('is over once control is granted: a later press is not said to count', () => {
    const session = press(close(asked())).tell({ kind: 'start' }).control();
    expect(session.view.notice).toBeNull();
    session.hear(statusOf({ flags: { ...statusOf().flags, buttonPressed: false } }));
    expect(press(session).view.notice?.kind).not.toBe('pressed');
  });
});
