import { firstValueFrom } from 'rxjs';
import { expect, it } from 'vitest';
import { mmhg } from '../../../../firmware-protocol/quantities.ts';
import { hasPlan, rememberHasPlan } from '../../../../src/app/plan/has-plan.ts';
import { planKeeper, readStoredPlan, unknownPerson } from '../../../../src/app/plan/plan-keeper.ts';
import { type DeviceState, deviceStateValue } from '../../../../src/journal/stored.ts';
import type { PlanRow } from '../../../../src/plan/stored.ts';
import { openStore, type Store } from '../../../../src/store/store.ts';
import { askedFor, at } from '../../plan/request-for.ts';
import { device } from '../../store/tabs.ts';

const someone = (person: string): DeviceState =>
  ({ device: 'd'.repeat(24), person: person.repeat(24), order: 0 }) as DeviceState;
const uses = (store: Store, person: string) => store.value(deviceStateValue).put(someone(person));

const request = askedFor('ultra', {
  person: { owns: ['roller'], highest: mmhg(45) },
  reports: [{ kind: 'done', step: 'day0-walk-home', at: at('2026-11-29T14:00') }],
});
const ultra: PlanRow = { request, person: request.person };

/** What a tab shows, newest last, until it has shown `count`. */
const shown = (store: Store) => {
  const seen: PlanRow[] = [];
  const keeper = planKeeper(store, () => undefined);
  keeper.plans.subscribe((plan) => seen.push(plan));
  return { keeper, seen };
};

it('is there on the next visit, with all that was said', async () => {
  const here = device();
  const store = here.tab();
  await uses(store, 'a');
  const keeper = planKeeper(store, () => undefined);
  expect(await firstValueFrom(keeper.plans)).toEqual({ request: null, person: unknownPerson });
  expect(await keeper.keep(ultra)).toBe('kept');
  expect(await firstValueFrom(planKeeper(here.tab(), () => undefined).plans)).toEqual(ultra);
  expect(await readStoredPlan(here.tab())).toEqual(ultra);
});

it('remembers what somebody owns when the plan is gone', async () => {
  const here = device();
  const store = here.tab();
  await uses(store, 'a');
  const keeper = planKeeper(store, () => undefined);
  await firstValueFrom(keeper.plans);
  await keeper.keep({ request: null, person: request.person });
  expect(await readStoredPlan(here.tab())).toEqual({ request: null, person: request.person });
});

it('keeps the plans of two people apart, and follows who uses the device', async () => {
  const here = device();
  const store = here.tab();
  await uses(store, 'a');
  const { keeper, seen } = shown(store);
  await expect.poll(() => seen.length).toBe(1);
  await keeper.keep(ultra);
  await uses(store, 'b');
  await expect.poll(() => seen.at(-1)).toEqual({ request: null, person: unknownPerson });
  expect(await readStoredPlan(store)).toMatchObject({ request: null });
  await uses(store, 'a');
  await expect.poll(() => seen.at(-1)).toEqual(ultra);
});

it('waits for somebody to use the device', async () => {
  const store = device().tab();
  const { seen } = shown(store);
  expect(await readStoredPlan(store)).toEqual({ request: null, person: unknownPerson });
  expect(seen).toEqual([]);
  await uses(store, 'a');
  await expect.poll(() => seen.length).toBe(1);
});

it('counts what cannot be read as no plan', async () => {
  const here = device();
  const store = here.tab();
  await uses(store, 'a');
  const row = { plan: '{"format":"other"}', person: { owns: [] } };
  await here.write('plans', { key: 'a'.repeat(24), version: 1, keptAt: 1, row });
  expect(await firstValueFrom(planKeeper(store, () => undefined).plans)).toEqual({
    request: null,
    person: unknownPerson,
  });
});

it('lasts as long as the page where nothing can be kept', async () => {
  const store = openStore({ indexedDB: undefined, IDBKeyRange: undefined }, () => 0);
  const { keeper, seen } = shown(store);
  await expect.poll(() => seen.length).toBe(1);
  expect(await keeper.keep(ultra)).toBe('lost');
});

it('leaves a hint, so that home keeps its place free from the beginning', () => {
  const kept = new Map<string, string>();
  const storage = {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, text: string) => void kept.set(key, text),
    removeItem: (key: string) => void kept.delete(key),
  };
  expect(hasPlan(storage)).toBe(false);
  rememberHasPlan(storage, true);
  expect(hasPlan(storage)).toBe(true);
  rememberHasPlan(storage, false);
  expect(hasPlan(storage)).toBe(false);
  const off = (): never => {
    throw new DOMException('off', 'SecurityError');
  };
  rememberHasPlan({ getItem: off, setItem: off, removeItem: off }, true);
  expect(hasPlan({ getItem: off })).toBe(false);
});
