/** Makes what the page's fault panel shows: the faults that the connected simulated boots can have, and the injected faults that last. */

import { distinctUntilChanged, map, type Observable } from 'rxjs';
import type { Clock } from '../../clock/clock.ts';
import type { SessionView } from '../../session/view.ts';
import '../../ui/places/maker/register-faults.ts';
import type { FaultsView, InjectedFault } from '../../ui/places/maker/faults-view.ts';
import {
  type InjectableBoots,
  injectFault,
  isMomentary,
  offeredFaults,
  removeFaults,
} from './fault-injection.ts';

const other = { left: 'right', right: 'left' } as const;

export class FaultsOfPage {
  readonly #chooser: { readonly simulated: readonly InjectableBoots[] };
  readonly #swapped: { has(serial: string): boolean };
  readonly #clock: Clock;
  readonly #show: (view: FaultsView | null) => void;
  #connected: SessionView['boots'] = null;
  #injected: readonly {
    readonly fault: InjectedFault;
    readonly on: readonly InjectableBoots['boots']['plant'][];
  }[] = [];

  constructor(
    chooser: { readonly simulated: readonly InjectableBoots[] },
    session: { readonly view: Observable<SessionView> },
    clock: Clock,
    swapped: { has(serial: string): boolean },
    show: (view: FaultsView | null) => void,
  ) {
    this.#chooser = chooser;
    this.#swapped = swapped;
    this.#clock = clock;
    this.#show = show;
    session.view
      .pipe(
        map(({ boots }) => boots),
        distinctUntilChanged((one, other) => one?.serial === other?.serial && one?.pair === other?.pair),
      )
      .subscribe((boots) => {
        this.#connected = boots;
        this.#showView();
      });
  }

  get view(): FaultsView | null {
    const boots = this.#connected;
    if (!boots?.simulated) return null;
    const simulated = this.#simulated;
    return {
      offered: offeredFaults(simulated),
      sides: boots.sides,
      parts: boots.parts,
      injected: this.#injected
        .filter(({ on }) => simulated.some(({ boots: { plant } }) => on.includes(plant)))
        .map(({ fault }) => fault),
    };
  }

  inject(fault: InjectedFault): void {
    if (this.view === null) return;
    const on = injectFault(this.#simulated, this.#clock, fault).map(({ boots: { plant } }) => plant);
    if (!isMomentary(fault)) this.#injected = [...this.#injected, { fault, on }];
    this.#showView();
  }

  removeAll(): void {
    const simulated = this.#simulated;
    removeFaults(simulated);
    const repaired = simulated.map(({ boots: { plant } }) => plant);
    this.#injected = this.#injected
      .map(({ fault, on }) => ({ fault, on: on.filter((plant) => !repaired.includes(plant)) }))
      .filter(({ on }) => on.length > 0);
    this.#showView();
  }

  /** If the user has swapped left and right on some boots, their sides are swapped here too. */
  get #simulated(): readonly InjectableBoots[] {
    return this.#chooser.simulated.map((one) =>
      this.#swapped.has(one.boots.serial) ? { ...one, sides: one.sides.map((side) => other[side]) } : one,
    );
  }

  #showView(): void {
    this.#show(this.view);
  }
}
