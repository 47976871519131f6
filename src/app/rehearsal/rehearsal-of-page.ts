/** The panel of faults on the page: what can be set on the simulated boots of now, and what is set. Loads with simulated boots. */

import { distinctUntilChanged, map, type Observable } from 'rxjs';
import type { Clock } from '../../clock/clock.ts';
import type { SessionView } from '../../session/view.ts';
import '../../ui/places/maker/register-rehearsal.ts';
import type { RehearsalView, RehearsedFault } from '../../ui/places/maker/rehearsal-view.ts';
import { faultsOf, isMomentary, mend, type RehearsedBoots, rehearse } from './rehearsal.ts';

export class RehearsalOfPage {
  readonly #boots: { readonly simulated: readonly RehearsedBoots[] };
  readonly #clock: Clock;
  readonly #show: (view: RehearsalView | null) => void;
  #view: SessionView['boots'] = null;
  #now: readonly RehearsedFault[] = [];

  constructor(
    boots: { readonly simulated: readonly RehearsedBoots[] },
    session: { readonly view: Observable<SessionView> },
    clock: Clock,
    show: (view: RehearsalView | null) => void,
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
  get view(): RehearsalView | null {
    const boots = this.#view;
    if (!boots?.simulated) return null;
    return {
      faults: faultsOf(this.#boots.simulated),
      sides: boots.sides,
      parts: boots.parts,
      now: this.#now,
    };
  }

  set(fault: RehearsedFault): void {
    if (this.view === null) return;
    rehearse(this.#boots.simulated, this.#clock, fault);
    if (!isMomentary(fault)) this.#now = [...this.#now, fault];
    this.#shown();
  }

  mend(): void {
    mend(this.#boots.simulated);
    this.#now = [];
    this.#shown();
  }

  #shown(): void {
    this.#show(this.view);
  }
}
