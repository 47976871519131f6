import { expect, it } from 'vitest';
import { EarlyIntents } from '../../../src/app/early-intents.ts';
import { type AnyIntentEvent, IntentEvent } from '../../../src/ui/events.ts';
import type { PageIntents } from '../../../src/ui/page-intents.ts';

const calls: string[] = [];
/** Every intent notes its name. */
const session = new Proxy({} as PageIntents, {
  get: (_, kind) => () => calls.push(`session: ${String(kind)}`),
});

function page() {
  calls.length = 0;
  const connecting: boolean[] = [];
  const early = new EarlyIntents({ acknowledge: () => calls.push('at once: acknowledge') }, (now) =>
    connecting.push(now),
  );
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
  take(new IntentEvent('acknowledge', []), new IntentEvent('choosePaired', []));
  expect(calls).toEqual(['at once: acknowledge']);
  early.open(session);
  expect(calls).toEqual(['at once: acknowledge', 'session: choosePaired']);
});

it('carries out what an opened place adds, before the session is there and after', () => {
  const { early, take } = page();
  early.also({ dismissSaid: () => calls.push('place: dismissSaid') });
  take(new IntentEvent('dismissSaid', []));
  early.open({ ...session, acknowledge: () => calls.push('session: acknowledge') });
  take(new IntentEvent('dismissSaid', []), new IntentEvent('acknowledge', []));
  expect(calls).toEqual(['place: dismissSaid', 'place: dismissSaid', 'session: acknowledge']);
});

it('forgets what was kept when the user cancels', () => {
  const { early, take, connecting } = page();
  take(new IntentEvent('choosePaired', []), new IntentEvent('disconnect', []));
  expect(connecting).toEqual([true, false]);
  early.open(session);
  expect(calls).toEqual([]);
});
