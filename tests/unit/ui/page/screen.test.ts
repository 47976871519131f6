import { describe, expect, it } from 'vitest';
import type { Gate } from '../../../../src/journal/gate.ts';
import type { WallTime } from '../../../../src/plan/time/wall-clock.ts';
import type { Phase, SessionView } from '../../../../src/session/view.ts';
import {
  canPause,
  detourAfter,
  isEmergency,
  moveAfterGate,
  moveAfterStep,
  screenAt,
  screenOf,
  underWay,
} from '../../../../src/ui/page/screen.ts';
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

const emergency = {
  kind: 'locked',
  lock: { sign: 'emergency', since: '2026-11-29T10:00' as WallTime, opens: 'clinician' },
} as const;

describe('the screen shown', () => {
  it('is the choice of boots at first', () => {
    expect(screenOf(view({}), null, 'none')).toBe('welcome');
    expect(screenOf(view({ link: 'connecting' }), null, 'none')).toBe('welcome');
  });

  it('is the choice of a program once simulated boots are connected', () => {
    expect(screenOf(view({ link: 'connected', boots: boots(true) }), null, 'none')).toBe('choose');
  });

  it('is the gate with the safety questions before real boots can run a program', () => {
    const real = view({ link: 'connected', boots: boots(false) });
    expect(screenOf(real, null, 'none')).toBe('gate');
    expect(screenOf(real, { kind: 'open' }, 'none')).toBe('choose');
    expect(screenOf(view({}), null, 'atGate')).toBe('gate');
  });

  it('is only the emergency, unless boots may be squeezing', () => {
    for (const phase of ['idle', 'ended'] as const)
      expect(screenOf(view({ phase, link: 'connected', boots: boots(true) }), emergency, 'none')).toBe(
        'gate',
      );
    expect(screenOf(view({ phase: 'running', boots: boots(true) }), emergency, 'none')).toBe('session');
    expect(isEmergency(emergency)).toBe(true);
    expect(isEmergency(null)).toBe(false);
  });

  it.each(phases)('has Stop on it while %s, whatever the link and the gate', (phase) => {
    for (const link of ['none', 'connecting', 'connected', 'reconnecting'] as const) {
      const now = view({ phase, link, boots: boots(false) });
      expect(screenOf(now, null, 'none')).toBe('session');
      expect(underWay(now)).toBe(true);
    }
  });

  it.each(['justStopped', 'stopping'] as const)(
    'keeps Stop after the end for as long as a second press of Stop may follow: %s',
    (why) => {
      for (const phase of ['ended', 'idle'] as const) {
        const now = view({
          phase,
          link: 'connected',
          boots: boots(true),
          startable: { kind: 'no', why },
        });
        expect(screenOf(now, null, 'none')).toBe('session');
        expect(underWay(now)).toBe(true);
        expect(underWay({ ...now, startable: { kind: 'no', why: 'airNotOut' } })).toBe(false);
      }
    },
  );

  it('is the end of the session until the user moves on', () => {
    const over = view({ phase: 'ended', ended: 'finished', link: 'connected', boots: boots(true) });
    expect(screenOf(over, null, 'none')).toBe('ended');
    expect(screenOf(over, null, 'pastEnd')).toBe('choose');
    expect(screenOf({ ...over, link: 'none', boots: null }, null, 'pastEnd')).toBe('welcome');
  });
});

it('the screen is that of the place in the address, whatever the boots do, and the place “boots” shows the screen for their state', () => {
  const running = view({ phase: 'running', link: 'connected', boots: boots(true) });
  expect(screenAt({ name: 'plan', path: [] }, running, { kind: 'open' }, 'none')).toBe('plan');
  expect(screenAt(bootsPlace, running, { kind: 'open' }, 'none')).toBe('session');
  expect(screenAt(bootsPlace, view({}), { kind: 'open' }, 'none')).toBe('welcome');
  expect(screenAt(home, running, { kind: 'open' }, 'none')).toBe('home');
  expect(screenAt(home, running, emergency, 'none')).toBe('home');
});

it('an emergency that was reported replaces home too, also without a plan', () => {
  expect(screenAt(home, view({}), emergency, 'none')).toBe('gate');
  expect(screenAt({ name: 'journal', path: [] }, view({}), emergency, 'none')).toBe('journal');
});

it('the page offers Pause only while it works: on running boots with a link', () => {
  expect(canPause(view({ phase: 'running', link: 'connected' }))).toBe(true);
  expect(canPause(view({ phase: 'running', link: 'reconnecting' }))).toBe(false);
  for (const phase of phases.filter((each) => each !== 'running')) {
    expect(canPause(view({ phase, link: 'connected' }))).toBe(false);
  }
});

describe('a person who asks for real boots', () => {
  const unconnected = view({ link: 'none', boots: null });
  const open: Gate = { kind: 'open' };
  const due: Gate = { kind: 'due', why: 'first' };

  it('connects them if the questions are answered, and is asked them first otherwise', () => {
    const none = { detour: 'none', intent: 'connectPaired' };
    expect(moveAfterStep('none', 'pair', open, unconnected)).toEqual(none);
    expect(moveAfterStep('none', 'pair', due, unconnected)).toEqual({ detour: 'atGate', intent: 'go' });
    expect(moveAfterStep('atGate', 'agree', due, unconnected)).toEqual(none);
    // If the questions are answered elsewhere, as in another tab, while their form is on screen, no chooser opens.
    expect(moveAfterGate('atGate', open)).toEqual({ detour: 'atGate', intent: null });
  });

  it('before the answers have been read waits for them, and then connects without another press, or is asked', () => {
    const waits = moveAfterStep('none', 'pair', null, unconnected);
    expect(waits).toEqual({ detour: 'awaitsGate', intent: 'go' });
    expect(screenOf(unconnected, null, 'awaitsGate')).toBe('gate');
    expect(moveAfterGate('awaitsGate', null)).toEqual({ detour: 'awaitsGate', intent: null });
    expect(moveAfterGate('awaitsGate', open)).toEqual({ detour: 'none', intent: 'connectPaired' });
    expect(moveAfterGate('awaitsGate', due)).toEqual({ detour: 'atGate', intent: null });
    expect(moveAfterGate('none', open)).toEqual({ detour: 'none', intent: null });
  });

  it('goes back to where they were, without the boots', () => {
    const connected = view({ link: 'connected', boots: boots(false) });
    expect(moveAfterStep('awaitsGate', 'back', null, unconnected)).toEqual({ detour: 'none', intent: null });
    expect(moveAfterStep('none', 'back', due, connected)).toEqual({ detour: 'none', intent: 'disconnect' });
  });

  it('connects nothing more once boots are connected, whatever their next step', () => {
    const connected = view({ link: 'connected', boots: boots(false) });
    expect(moveAfterStep('none', 'agree', due, connected)).toEqual({ detour: 'none', intent: null });
    expect(moveAfterStep('none', 'moveOn', open, connected)).toEqual({ detour: 'pastEnd', intent: null });
    expect(detourAfter('awaitsGate', connected)).toBe('none');
  });
});

describe('a detour', () => {
  const connected = view({ link: 'connected', boots: boots(false) });

  it('to the gate ends once boots are connected', () => {
    expect(detourAfter('atGate', view({ link: 'connecting' }))).toBe('atGate');
    expect(detourAfter('atGate', connected)).toBe('none');
  });

  it('past the end of a session lasts until the session’s end is over', () => {
    expect(detourAfter('pastEnd', { ...connected, phase: 'ended' })).toBe('pastEnd');
    for (const phase of ['idle', 'preparing'] as const) {
      expect(detourAfter('pastEnd', { ...connected, phase })).toBe('none');
    }
  });
});
