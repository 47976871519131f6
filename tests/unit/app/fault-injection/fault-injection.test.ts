import { describe, expect, it } from 'vitest';
import { milliseconds } from '../../../../firmware-protocol/quantities.ts';
import {
  type InjectableBoots,
  injectFault,
  isMomentary,
  offeredFaults,
  removeFaults,
} from '../../../../src/app/fault-injection/fault-injection.ts';
import { simulatedBoots } from '../../../../src/app/session/simulated-bluetooth.ts';
import { VirtualClock } from '../../../../src/clock/virtual-clock.ts';
import { noFaults } from '../../../../src/simulator/bluetooth/link-parameters.ts';
import { namedFaults } from '../../../../src/simulator/faults/named-faults.ts';
import { namedLinkFaults } from '../../../../src/simulator/faults/named-link-faults.ts';
import type { InjectedFault } from '../../../../src/ui/places/maker/faults-view.ts';
import { faultNames } from '../../../../src/words/maker/fault-name.ts';

function switchedOn(kinds: readonly ('hub' | 'left' | 'right')[]) {
  const clock = new VirtualClock();
  const on = simulatedBoots(clock);
  return { clock, all: kinds.map((kind): InjectableBoots => on(kind, { zones: 3, seed: 1 })) };
}
const faultsIn = (all: readonly InjectableBoots[]) => all.map(({ boots }) => boots.plant.faults);
const isLinkFaulty = ({ radio }: InjectableBoots): boolean =>
  JSON.stringify(radio.faults) !== JSON.stringify(noFaults());

describe('an injected fault', () => {
  it('has one of the simulator’s fault names', () => {
    const all = [...namedFaults, ...namedLinkFaults].map(({ name }) => name);
    expect([...faultNames].sort()).toEqual(all.sort());
  });

  it('of the link hits the link of the chosen boot of a pair', () => {
    const { clock, all } = switchedOn(['left', 'right']);
    injectFault(all, clock, { name: 'no-status', side: 'right', zone: null });
    expect(all.map(({ radio }) => radio.faults.mutes.length)).toEqual([0, 1]);
  });

  it('hits the chosen zone, on a hub and on a pair', () => {
    const hub = switchedOn(['hub']);
    injectFault(hub.all, hub.clock, { name: 'leak', side: 'right', zone: 1 });
    expect(faultsIn(hub.all)).toEqual([[{ kind: 'leak', zone: 4, coefficient: 0.03 }]]);
    const pair = switchedOn(['left', 'right']);
    injectFault(pair.all, pair.clock, { name: 'leak', side: 'right', zone: 1 });
    expect(faultsIn(pair.all)).toEqual([[], [{ kind: 'leak', zone: 1, coefficient: 0.03 }]]);
    injectFault(pair.all, pair.clock, { name: 'limb-absent', side: 'left', zone: null });
    expect(faultsIn(pair.all)[0]).toEqual([{ kind: 'limbAbsent', leg: 0 }]);
    injectFault(hub.all, hub.clock, { name: 'limb-absent', side: 'right', zone: null });
    expect(faultsIn(hub.all)[0]).toContainEqual({ kind: 'limbAbsent', leg: 1 });
  });

  it('hits nothing if the leg has no such zone: on a hub, not the other leg', () => {
    for (const kinds of [['hub'], ['left', 'right']] as const) {
      const { clock, all } = switchedOn(kinds);
      for (const side of ['left', 'right'] as const) injectFault(all, clock, { name: 'leak', side, zone: 3 });
      expect(faultsIn(all).flat()).toEqual([]);
    }
  });

  it('can be injected into every kind of boots, and removed', () => {
    for (const kinds of [['hub'], ['left', 'right'], ['left']] as const) {
      const { clock, all } = switchedOn(kinds);
      const sides = all.flatMap((each) => each.sides);
      for (const { name, needs } of offeredFaults(all)) {
        const fault: InjectedFault = {
          name,
          side: needs === 'nothing' ? null : (sides.at(-1) ?? null),
          zone: needs === 'zone' ? 2 : null,
        };
        injectFault(all, clock, fault);
        const some = faultsIn(all).flat().length > 0 || all.some(isLinkFaulty);
        if (!isMomentary(fault)) expect(some, `${kinds.join()} ${name}`).toBe(true);
        removeFaults(all);
        expect(faultsIn(all).flat()).toEqual([]);
        expect(all.some(isLinkFaulty)).toBe(false);
      }
    }
  });

  it('that is a lost link makes the boots unreachable for twenty seconds', async () => {
    const { clock, all } = switchedOn(['hub']);
    injectFault(all, clock, { name: 'link-loss', side: null, zone: null });
    expect(all[0]?.radio.faults.unreachable).toBe(true);
    await clock.run(milliseconds(21_000));
    expect(all[0]?.radio.faults.unreachable).toBe(false);
  });
});
