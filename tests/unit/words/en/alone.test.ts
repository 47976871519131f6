import { expect, it } from 'vitest';
import { seconds } from '../../../../firmware-protocol/quantities.ts';
import type { Notice } from '../../../../src/session/view.ts';
import { words } from '../../../../src/words/in-use.ts';
import { bootsView } from '../../session-view.ts';

it('a lost link says within what time the boots stop, unless that is not known or one boot of a pair is still fed', () => {
  const said = (more: Parameters<typeof bootsView>[0]) =>
    words.notice({ kind: 'linkLost', playingOn: true }, bootsView(more)).advice[0];
  expect(said({ alone: seconds(30) })).toMatch(/^They will stop by themselves within 30 s\./);
  expect(said({ alone: null })).toMatch(/^They play on with what they hold, then stop by themselves\./);
  expect(said({ alone: seconds(30), pair: true })).toBe(said({ alone: null }));
});

it('a page that is cut off from Bluetooth says when the boots stop, that Stop cannot be sent, and what to do', () => {
  type Session = Extract<Notice, { kind: 'bluetoothLost' }>['session'];
  const said = (session: Session, more: Parameters<typeof bootsView>[0] = {}) =>
    words.notice({ kind: 'bluetoothLost', session }, bootsView(more)).advice.join(' ');
  // Of a pair, both boots are cut off from the page, so the sentence is the same.
  for (const pair of [true, false])
    expect(said('playing', { alone: seconds(30), pair })).toMatch(
      /^They will stop by themselves within 30 s\./,
    );
  for (const session of ['playing', 'paused', 'other'] as const) {
    expect(said(session)).toContain('Stop cannot be sent from this page. To stop now: press the button');
    expect(said(session, { physicalStop: false })).toContain('To stop now: unplug the hose.');
  }
  expect(said('none')).not.toContain('Stop');
  for (const session of ['playing', 'paused', 'other', 'none'] as const) {
    expect(said(session)).toContain('Reload the page');
    expect(said(session)).not.toContain('looking for');
  }
});

it('the words before Start say how long the boots play on without this page', () => {
  expect(words.choose.alone(bootsView({ alone: seconds(30) }))).toContain('for up to 30 s, then stop');
  expect(words.choose.alone(bootsView({ alone: null }))).toContain('to the end');
  expect(words.choose.alone(bootsView({ alone: null }))).not.toContain('each leg');
  expect(words.choose.alone(bootsView({ alone: null, pair: true }))).toContain('each leg by itself');
});
