import { describe, expect, it } from 'vitest';
import type { Phase, SessionView } from '../../../../src/session/view.ts';
import { canPause, detourAfter, screenAt, screenOf, underWay } from '../../../../src/ui/page/screen.ts';
import { boots as bootsPlace, home } from '../../../../src/ui/places/place.ts';
import { bootsView, sessionView } from '../../session-view.ts';

const boots = (simulated: boolean): SessionView['boots'] => bootsView({ simulated });
const view = sessionView;
const phases: readonly Phase[] = [
  'preparing',
  'running',
  'pausing',
  'paused',
  'resuming',
  'stopping',
  'unsure',
  'found',
];

describe('the screen shown', () => {
  it('is the choice of boots at first', () => {
    expect(screenOf(view({}), false, 'none')).toBe('welcome');
    expect(screenOf(view({ link: 'connecting' }), false, 'none')).toBe('welcome');
  });

  it('is the choice of a program as soon as simulated boots are connected', () => {
    expect(screenOf(view({ link: 'connected', boots: boots(true) }), false, 'none')).toBe('choose');
  });

  it('is the safety text before real boots can run a program', () => {
    const real = view({ link: 'connected', boots: boots(false) });
    expect(screenOf(real, false, 'none')).toBe('acknowledge');
    expect(screenOf(real, true, 'none')).toBe('choose');
    expect(screenOf(view({}), false, 'reading')).toBe('acknowledge');
  });

  it.each(phases)('has Stop on it while %s, whatever the link and the acknowledgement', (phase) => {
    for (const link of ['none', 'connecting', 'connected', 'reconnecting'] as const) {
      const now = view({ phase, link, boots: boots(false) });
      expect(screenOf(now, false, 'none')).toBe('session');
      expect(underWay(now)).toBe(true);
    }
  });

  it.each(['justStopped', 'stopping'] as const)(
    'has Stop on it after the end for as long as a second press of Stop may follow: %s',
    (why) => {
      for (const phase of ['ended', 'idle'] as const) {
        const now = view({
          phase,
          link: 'connected',
          boots: boots(true),
          startable: { kind: 'no', why },
        });
        expect(screenOf(now, false, 'none')).toBe('session');
        expect(underWay(now)).toBe(true);
        expect(underWay({ ...now, startable: { kind: 'no', why: 'airNotOut' } })).toBe(false);
      }
    },
  );

  it('is the end of the session until the user moves on', () => {
    const over = view({ phase: 'ended', ended: 'finished', link: 'connected', boots: boots(true) });
    expect(screenOf(over, false, 'none')).toBe('ended');
    expect(screenOf(over, false, 'pastEnd')).toBe('choose');
    expect(screenOf({ ...over, link: 'none', boots: null }, false, 'pastEnd')).toBe('welcome');
  });
});

it('is the place itself in a place of its own, whatever the boots do, and their screen elsewhere', () => {
  const running = view({ phase: 'running', link: 'connected', boots: boots(true) });
  expect(screenAt({ name: 'plan', path: [] }, running, true, 'none')).toBe('plan');
  expect(screenAt(bootsPlace, running, true, 'none')).toBe('session');
  expect(screenAt(bootsPlace, view({}), true, 'none')).toBe('welcome');
  expect(screenAt(home, running, true, 'none')).toBe('home');
});

it('offers Pause only while it does something: on running boots with a link', () => {
  expect(canPause(view({ phase: 'running', link: 'connected' }))).toBe(true);
  expect(canPause(view({ phase: 'running', link: 'reconnecting' }))).toBe(false);
  for (const phase of phases.filter((each) => each !== 'running')) {
    expect(canPause(view({ phase, link: 'connected' }))).toBe(false);
  }
});

describe('a detour', () => {
  const connected = view({ link: 'connected', boots: boots(false) });

  it('through the safety text ends once boots are connected', () => {
    expect(detourAfter('reading', view({ link: 'connecting' }))).toBe('reading');
    expect(detourAfter('reading', connected)).toBe('none');
  });

  it('past the end of a session lasts until that end is over', () => {
    expect(detourAfter('pastEnd', { ...connected, phase: 'ended' })).toBe('pastEnd');
    for (const phase of ['idle', 'preparing'] as const) {
      expect(detourAfter('pastEnd', { ...connected, phase })).toBe('none');
    }
  });
});
