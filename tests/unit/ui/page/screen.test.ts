import { describe, expect, it } from 'vitest';
import type { Phase, SessionView } from '../../../../src/session/view.ts';
import { canPause, screenOf, type Turns, underWay } from '../../../../src/ui/page/screen.ts';
import { bootsView, sessionView } from '../../session-view.ts';

const turns: Turns = { reading: false, acknowledged: false, movedOn: false };
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

describe('which screen is shown', () => {
  it('begins with the choice of boots', () => {
    expect(screenOf(view({}), turns)).toBe('welcome');
    expect(screenOf(view({ link: 'connecting' }), turns)).toBe('welcome');
  });

  it('lets simulated boots choose a program at once', () => {
    expect(screenOf(view({ link: 'connected', boots: boots(true) }), turns)).toBe('choose');
  });

  it('has real boots acknowledged before a program can be started', () => {
    const real = view({ link: 'connected', boots: boots(false) });
    expect(screenOf(real, turns)).toBe('acknowledge');
    expect(screenOf(real, { ...turns, acknowledged: true })).toBe('choose');
    expect(screenOf(view({}), { ...turns, reading: true })).toBe('acknowledge');
  });

  it.each(phases)('keeps Stop on screen while %s, whatever the link and the acknowledgement', (phase) => {
    for (const link of ['none', 'connecting', 'connected', 'reconnecting'] as const) {
      const now = view({ phase, link, boots: boots(false) });
      expect(screenOf(now, turns)).toBe('session');
      expect(underWay(now)).toBe(true);
    }
  });

  it.each(['justStopped', 'stopping'] as const)(
    'keeps Stop where it stands after the end as long as a second press of it may come: %s',
    (why) => {
      for (const phase of ['ended', 'idle'] as const) {
        const now = view({
          phase,
          link: 'connected',
          boots: boots(true),
          startable: { kind: 'no', why },
        });
        expect(screenOf(now, turns)).toBe('session');
        expect(underWay(now)).toBe(true);
        expect(underWay({ ...now, startable: { kind: 'no', why: 'airNotOut' } })).toBe(false);
      }
    },
  );

  it('shows how a session ended until the person moves on', () => {
    const over = view({ phase: 'ended', ended: 'finished', link: 'connected', boots: boots(true) });
    expect(screenOf(over, turns)).toBe('ended');
    expect(screenOf(over, { ...turns, movedOn: true })).toBe('choose');
    expect(screenOf({ ...over, link: 'none', boots: null }, { ...turns, movedOn: true })).toBe('welcome');
  });
});

it('offers Pause only where a press of it does something: boots that play and can be reached', () => {
  expect(canPause(view({ phase: 'running', link: 'connected' }))).toBe(true);
  expect(canPause(view({ phase: 'running', link: 'reconnecting' }))).toBe(false);
  for (const phase of phases.filter((each) => each !== 'running')) {
    expect(canPause(view({ phase, link: 'connected' }))).toBe(false);
  }
});
