/** The panel of faults on the page: what can be set on the simulated boots of now, and what is set. Loads with simulated boots. */

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

export class FaultsOfPage {
  readonly #boots: { readonly simulated: readonly InjectableBoots[] };
  readonly #clock: Clock;
  readonly #show: (view: FaultsView | null) => void;
  #view: SessionView['boots'] = null;
  #now: readonly InjectedFault[] = [];

  constructor(
    boots: { readonly simulated: readonly InjectableBoots[] },
    session: { readonly view: Observable<SessionView> },
    clock: Clock,
    show: (view: FaultsView | null) => void,
  ) {
    this.#boots = boots;
    this.#clock = clock;
    this.#show = show;
    session.view
      .pipe(
        map(({ boots }) => boots),
        distinctUntilChanged((one, other) => one?.serial === other?.serial && one?.pair === other?.pair),
      )
      .subscribe((boots) => {
        this.#view = boots;
        this.#shown();
      });
  }

  /** Null: there are no simulated boots. */
  get view(): FaultsView | null {
    const boots = this.#view;
    if (!boots?.simulated) return null;
    return {
      offered: offeredFaults(this.#boots.simulated),
      sides: boots.sides,
      parts: boots.parts,
      injected: this.#now,
    };
  }

  inject(fault: InjectedFault): void {
    if (this.view === null) return;
    injectFault(this.#boots.simulated, this.#clock, fault);
    if (!isMomentary(fault)) this.#now = [...this.#now, fault];
    this.#shown();
  }

  removeAll(): void {
    removeFaults(this.#boots.simulated);
    this.#now = [];
    this.#shown();
  }

  #shown(): void {
    this.#show(this.view);
  }
}
