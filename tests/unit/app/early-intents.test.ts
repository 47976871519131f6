import { expect, it } from 'vitest';
import { EarlyIntents } from '../../../src/app/early-intents.ts';
import { type AnyIntentEvent, IntentEvent } from '../../../src/ui/events.ts';
import type { PageIntents } from '../../../src/ui/page-intents.ts';
import { home } from '../../../src/ui/places/place.ts';

const calls: string[] = [];
/** A stand-in for the session: writes the name of each intent that it gets into `calls`. */
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

it('queues an intent until the session has loaded, then carries it out', () => {
  const { early, take, connecting } = page();
  take(new IntentEvent('connectSimulated', []));
  expect(calls).toEqual([]);
  expect(connecting).toEqual([true]);
  early.open(session);
  expect(calls).toEqual(['session: connectSimulated']);
  take(new IntentEvent('start', []));
  expect(calls).toEqual(['session: connectSimulated', 'session: start']);
  expect(connecting).toEqual([true]);
});

it('carries out at once an intent that needs no session, and not again later', () => {
  const { early, take } = page();
  take(new IntentEvent('go', [home]), new IntentEvent('connectPaired', []));
  expect(calls).toEqual(['at once: go']);
  early.open(session);
  expect(calls).toEqual(['at once: go', 'session: connectPaired']);
});

it('carries out the intents of an opened place, both before and after the session has loaded', () => {
  const { early, take } = page();
  early.also({ dismissLibraryOutcome: () => calls.push('place: dismissLibraryOutcome') });
  take(new IntentEvent('dismissLibraryOutcome', []));
  early.open({ ...session, go: () => calls.push('session: go') });
  take(new IntentEvent('dismissLibraryOutcome', []), new IntentEvent('go', [home]));
  expect(calls).toEqual(['place: dismissLibraryOutcome', 'place: dismissLibraryOutcome', 'session: go']);
});

it('says that boots will connect for each intent that connects them', () => {
  for (const kind of ['connectSimulated', 'connectPaired', 'repeatLastSession'] as const) {
    const { take, connecting } = page();
    take(new IntentEvent('speakState', []), new IntentEvent(kind, []));
    expect(connecting, kind).toEqual([false, true]);
  }
});

it('empties the queue when the user cancels', () => {
  const { early, take, connecting } = page();
  take(new IntentEvent('connectPaired', []), new IntentEvent('disconnect', []));
  expect(connecting).toEqual([true, false]);
  early.open(session);
  expect(calls).toEqual([]);
});
