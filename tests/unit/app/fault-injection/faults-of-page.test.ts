import { BehaviorSubject } from 'rxjs';
import { expect, it, vi } from 'vitest';
import type { InjectableBoots } from '../../../../src/app/fault-injection/fault-injection.ts';
import { FaultsOfPage } from '../../../../src/app/fault-injection/faults-of-page.ts';
import { restingView } from '../../../../src/app/session/resting-view.ts';
import { simulatedBoots } from '../../../../src/app/session/simulated-bluetooth.ts';
import { VirtualClock } from '../../../../src/clock/virtual-clock.ts';
import type { BootsView, SessionView } from '../../../../src/session/view.ts';

vi.mock('../../../../src/ui/places/maker/register-faults.ts', () => ({}));

it('shows the injected faults of the boots that are connected, and not those of other boots or of zones that they lack', () => {
  const clock = new VirtualClock();
  const switchOn = simulatedBoots(clock);
  const session = { view: new BehaviorSubject<SessionView>(restingView) };
  const chooser: { simulated: readonly InjectableBoots[] } = { simulated: [] };
  const faults = new FaultsOfPage(chooser, session, clock, { has: () => false }, () => undefined);
  const connect = (zones: number) => {
    chooser.simulated = [switchOn('hub', { zones, seed: 1 })];
    const boots: Partial<BootsView> = { simulated: true, serial: String(zones), sides: ['left', 'right'] };
    session.view.next({ ...restingView, boots: boots as BootsView });
  };
  const leak = { name: 'leak', side: 'left', zone: 1 } as const;

  connect(3);
  faults.inject({ ...leak, zone: 4 });
  expect(faults.view?.injected).toEqual([]);
  connect(5);
  faults.inject(leak);
  expect(faults.view?.injected).toEqual([leak]);
  session.view.next(restingView);
  connect(3);
  expect(faults.view?.injected).toEqual([]);
  faults.removeAll();
  session.view.next(restingView);
  connect(5);
  expect(faults.view?.injected).toEqual([leak]);
  faults.removeAll();
  expect(faults.view?.injected).toEqual([]);
});

it('injects a fault into the leg that the page names, also when left and right are swapped', () => {
  const clock = new VirtualClock();
  const switchOn = simulatedBoots(clock);
  const boots: Partial<BootsView> = { simulated: true, sides: ['left', 'right'] };
  const session = { view: new BehaviorSubject<SessionView>({ ...restingView, boots: boots as BootsView }) };
  const injected = (kinds: readonly ('hub' | 'left' | 'right')[]) => {
    const simulated = kinds.map((kind) => switchOn(kind, { zones: 3, seed: 1 }));
    const faults = new FaultsOfPage({ simulated }, session, clock, { has: () => true }, () => undefined);
    faults.inject({ name: 'limb-absent', side: 'left', zone: null });
    const places = simulated.map((one) => one.boots.plant.faults);
    faults.removeAll();
    expect(simulated.flatMap((one) => one.boots.plant.faults)).toEqual([]);
    return places;
  };
  expect(injected(['hub'])).toEqual([[{ kind: 'limbAbsent', leg: 1 }]]);
  expect(injected(['left', 'right'])).toEqual([[], [{ kind: 'limbAbsent', leg: 0 }]]);
});
