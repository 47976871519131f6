import { expect, it } from 'vitest';
import { mmhg } from '../../../../firmware-protocol/quantities.ts';
import { lastSession, rememberSession } from '../../../../src/app/session/last-session.ts';
import { trail } from '../../../../src/program/presets/trail.ts';
import { startingSettings } from '../../../../src/program/program.ts';
import { bootsView, sessionView } from '../../session-view.ts';

function storage(text: string | null = null) {
  let kept = text;
  return {
    getItem: () => kept,
    setItem: (_: string, next: string) => {
      kept = next;
    },
  };
}

const running = sessionView({
  phase: 'running',
  boots: bootsView({ simulated: true }),
  settings: { ...startingSettings(trail), intensity: mmhg(48) },
});

it('the page remembers the running session with its settings and boots', () => {
  const kept = storage();
  const again = rememberSession(running, null, kept);
  expect(again).toMatchObject({ program: 'trail', name: 'Trail', intensity: 48, simulated: true });
  expect(lastSession(kept)).toEqual(again);
});

it('`rememberSession` returns the same object while nothing has changed, so that home is not redrawn', () => {
  const kept = storage();
  const again = rememberSession(running, null, kept);
  expect(rememberSession(running, again, kept)).toBe(again);
  expect(rememberSession({ ...running, phase: 'ended' }, again, kept)).toBe(again);
  expect(rememberSession({ ...running, minutes: 15 }, again, kept)).not.toBe(again);
});

it('the page remembers no session before one runs', () => {
  expect(rememberSession({ ...running, phase: 'preparing' }, null, storage())).toBeNull();
  expect(lastSession(storage())).toBeNull();
});

it.each([
  '{',
  '[]',
  '{"program":1}',
  '{"program":"trail","name":"Trail","intensity":900,"minutes":30,"simulated":true}',
  'null',
])('a stored session that cannot be read is ignored: %s', (text) => {
  expect(lastSession(storage(text))).toBeNull();
});

it('the last session lasts as long as the page if localStorage is switched off', () => {
  const off = {
    getItem: (): string | null => {
      throw new DOMException('off', 'SecurityError');
    },
    setItem: () => {
      throw new DOMException('off', 'SecurityError');
    },
  };
  expect(lastSession(off)).toBeNull();
  expect(rememberSession(running, null, off)).toMatchObject({ program: 'trail' });
});
