import { firstValueFrom } from 'rxjs';
import { expect, it } from 'vitest';
import { mmhg } from '../../../../firmware-protocol/quantities.ts';
import { hasPlan, rememberHasPlan } from '../../../../src/app/plan/has-plan.ts';
import { planKeeper, readStoredPlan, unknownPerson } from '../../../../src/app/plan/plan-keeper.ts';
import { type DeviceState, deviceStateValue } from '../../../../src/journal/stored.ts';
import type { PlanRow } from '../../../../src/plan/stored.ts';
import { openStore, type Store } from '../../../../src/store/store.ts';
import { at, requestFor } from '../../plan/request-for.ts';
import { device } from '../../store/tabs.ts';

const someone = (person: string): DeviceState =>
  ({ device: 'd'.repeat(24), person: person.repeat(24), order: 0 }) as DeviceState;
const uses = (store: Store, person: string) => store.value(deviceStateValue).put(someone(person));

const request = requestFor('ultra', {
  person: { owns: ['roller'], highest: mmhg(45) },
  reports: [{ kind: 'done', step: 'day0-walk-home', at: at('2026-11-29T14:00') }],
});
const ultra: PlanRow = { request, person: request.person };

const shown = (store: Store) => {
  const seen: PlanRow[] = [];
  const keeper = planKeeper(store, () => undefined);
  keeper.plans.subscribe((plan) => seen.push(plan));
  return { keeper, seen };
};

it('a plan is there at the next visit, with its reports', async () => {
  const here = device();
  const store = here.tab();
  await uses(store, 'a');
  const keeper = planKeeper(store, () => undefined);
  expect(await firstValueFrom(keeper.plans)).toEqual({ request: null, person: unknownPerson });
  expect(await keeper.keep(ultra)).toBe('kept');
  expect(await firstValueFrom(planKeeper(here.tab(), () => undefined).plans)).toEqual(ultra);
  expect(await readStoredPlan(here.tab())).toEqual(ultra);
});

it('a removed plan leaves what its person owns', async () => {
  const here = device();
  const store = here.tab();
  await uses(store, 'a');
  const keeper = planKeeper(store, () => undefined);
  await firstValueFrom(keeper.plans);
  await keeper.keep({ request: null, person: request.person });
  expect(await readStoredPlan(here.tab())).toEqual({ request: null, person: request.person });
});

it('each person has their own plan, and the keeper follows who uses the device', async () => {
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

it('a plan that is kept before another person’s plan has been read belongs to the person before', async () => {
  const store = device().tab();
  await uses(store, 'a');
  const { keeper, seen } = shown(store);
  await expect.poll(() => seen.length).toBe(1);
  const keptAs: string[] = [];
  const changes = store
    .value(deviceStateValue)
    .watch()
    .subscribe((found) => {
      if (found.kind === 'found' && found.row.person.startsWith('b'))
        void keeper.keep(ultra).then((kept) => keptAs.push(kept));
    });
  await uses(store, 'b');
  await expect.poll(() => keptAs).toEqual(['kept']);
  changes.unsubscribe();
  await expect.poll(() => seen.at(-1)).toEqual({ request: null, person: unknownPerson });
  expect(await readStoredPlan(store)).toMatchObject({ request: null });
  await uses(store, 'a');
  await expect.poll(() => seen.at(-1)).toEqual(ultra);
});

it('the keeper emits no plan until somebody uses the device', async () => {
  const store = device().tab();
  const { seen } = shown(store);
  expect(await readStoredPlan(store)).toEqual({ request: null, person: unknownPerson });
  expect(seen).toEqual([]);
  await uses(store, 'a');
  await expect.poll(() => seen.length).toBe(1);
});

it('an unreadable plan counts as none', async () => {
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

it('without storage, `keep` answers that the plan is lost with the page', async () => {
  const store = openStore({ indexedDB: undefined, IDBKeyRange: undefined }, () => 0);
  const { keeper, seen } = shown(store);
  await expect.poll(() => seen.length).toBe(1);
  expect(await keeper.keep(ultra)).toBe('lost');
});

it('a hint in localStorage says whether there is a plan, so that home reserves its place from the beginning', () => {
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
