import { expect, it } from 'vitest';
import { EarlyIntents } from '../../../src/app/early-intents.ts';
import { type AnyIntentEvent, IntentEvent } from '../../../src/ui/events.ts';
import type { PageIntents } from '../../../src/ui/page-intents.ts';
import { home } from '../../../src/ui/places/place.ts';

const calls: string[] = [];
/** Every intent notes its name. */
const session = new Proxy({} as PageIntents, {
  get: (_, kind) => () => calls.push(`session: ${String(kind)}`),
});

function page() {
  calls.length = 0;
  const connecting: boolean[] = [];
  const early = new EarlyIntents({ go: () => calls.push('at once: go') }, (now) => connecting.push(now));
  const take = (...events: readonly AnyIntentEvent[]): void => events.forEach(early.take);
  return { early, take, connecting };
}

it('keeps an intent until the session is there, then carries it out', () => {
  const { early, take, connecting } = page();
  take(new IntentEvent('chooseSimulated', []));
  expect(calls).toEqual([]);
  expect(connecting).toEqual([true]);
  early.open(session);
  expect(calls).toEqual(['session: chooseSimulated']);
  take(new IntentEvent('start', []));
  expect(calls).toEqual(['session: chooseSimulated', 'session: start']);
  expect(connecting).toEqual([true]);
});

it('carries out at once what needs no session, and not again later', () => {
  const { early, take } = page();
  take(new IntentEvent('go', [home]), new IntentEvent('choosePaired', []));
  expect(calls).toEqual(['at once: go']);
  early.open(session);
  expect(calls).toEqual(['at once: go', 'session: choosePaired']);
});

it('carries out what an opened place adds, before the session is there and after', () => {
  const { early, take } = page();
  early.also({ dismissSaid: () => calls.push('place: dismissSaid') });
  take(new IntentEvent('dismissSaid', []));
  early.open({ ...session, go: () => calls.push('session: go') });
  take(new IntentEvent('dismissSaid', []), new IntentEvent('go', [home]));
  expect(calls).toEqual(['place: dismissSaid', 'place: dismissSaid', 'session: go']);
});

it('forgets what was kept when the user cancels', () => {
  const { early, take, connecting } = page();
  take(new IntentEvent('choosePaired', []), new IntentEvent('disconnect', []));
  expect(connecting).toEqual([true, false]);
  early.open(session);
  expect(calls).toEqual([]);
});
