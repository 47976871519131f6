/**
 * Checks that what the page says about squeezing is what the boots do. A false statement may last 3 s, and a leg
 * may stay squeezed for 8 s after the page says that it is released. Compares the page with true pressures and
 * the boots' status, for boots whose link works. A test makes a Truth from its rig, and calls `look` every 0.1 s.
 */

import { rules } from '../../../firmware-protocol/limits.ts';
import { project } from '../../../src/session/reading/project.ts';
import type { Session } from '../../../src/session/session.ts';
import { isActive, isStopTrouble, type SessionView } from '../../../src/session/view.ts';
import type { Radio } from '../../../src/simulator/bluetooth/radio.ts';
import type { SimulatedBoots } from '../../../src/simulator/simulated-boots.ts';
import { OtherController } from '../chaos/other-controller.ts';
import { PairRig } from '../pair/rig.ts';
import { pressuresIn } from '../rig.ts';
import type { SessionRig } from '../session/rig.ts';

/** Time between two looks at the page, s. */
export const LOOK_INTERVAL = 0.1;
const LONGEST_FALSE_STATEMENT = 3;
/** How soon after a stop or pause the legs must be released, s (PROTOCOL.md 8, limit 15). */
const EMPTYING_TIME = 7;
/** Gauges deviate from the true pressure by less than this, mmHg. */
const GAUGE_ERROR = 3;
/** With a longer delay of packets than this, ms, the page cannot know the present. */
const SLOW_LINK_DELAY = 200;

/**
 * What the page says. `rests`: no leg is squeezed. `runs`: a session plays. `underWay`: a session plays or is
 * paused. `releases`: the air is going out. `unknown`: none of these.
 */
export type Claim = 'rests' | 'runs' | 'underWay' | 'releases' | 'unknown';

export function claimOf({ phase, link, stale, stateOld, notice, legs }: SessionView): Claim {
  const isKnown = [...legs.left, ...legs.right].length > 0;
  const isOld = stale || stateOld || link !== 'connected';
  switch (phase) {
    case 'running':
      return isOld ? 'unknown' : 'runs';
    case 'found':
      return isOld ? 'unknown' : 'underWay';
    case 'paused':
      return 'rests';
    case 'idle':
    case 'ended':
      return isKnown ? 'rests' : 'unknown';
    case 'stopping':
      return isStopTrouble(notice) ? 'unknown' : 'releases';
    default:
      return 'unknown';
  }
}

interface Watched {
  readonly name: string;
  readonly boots: SimulatedBoots;
  readonly radio: Radio;
  /** Reads the boots over a link of the test's own. Faults of the page's link do not affect it. */
  readonly own: OtherController;
}

/** A page and the boots that it reaches, each over one of its radios. */
export interface PageWithBoots {
  readonly session: Session;
  readonly clock: { now(): number };
  readonly reached: readonly Watched[];
}

const watch = (name: string, boots: SimulatedBoots, radio: Radio): Watched => ({
  name,
  boots,
  radio,
  own: new OtherController(boots.peripheral),
});

const pageOf = (rig: SessionRig | PairRig): PageWithBoots => ({
  session: rig.session,
  clock: rig.clock,
  reached:
    rig instanceof PairRig
      ? (['left', 'right'] as const).map((side) => watch(side, rig.boots(side), rig.radio(side)))
      : [watch('boots', rig.boots, rig.radio)],
});

function isHeard({ isLinked, faults }: Radio): boolean {
  const { silent, delay, unanswered, swallowed, garbled } = faults;
  return isLinked && !silent && delay <= SLOW_LINK_DELAY && unanswered + swallowed + garbled === 0;
}

export class Truth {
  readonly #session: Session;
  readonly #now: () => number;
  readonly #boots: readonly Watched[];
  /** For how long the page has shown each false statement without a break, s. */
  readonly #shownFor = new Map<string, number>();

  constructor(of: SessionRig | PairRig | PageWithBoots) {
    const { session, clock, reached } = 'reached' in of ? of : pageOf(of);
    this.#session = session;
    this.#now = () => clock.now() / 1000;
    this.#boots = reached;
  }

  get plays(): boolean {
    return this.#boots.some(({ own }) => own.status().therapy === 'running');
  }

  /** @throws Error that names a false statement which the page has shown for too long */
  look(view = project(this.#session.states.value)): void {
    const claim = claimOf(view);
    const heard = this.#boots.filter(({ radio }) => isHeard(radio));
    const plays = ({ own }: Watched): boolean => own.status().therapy === 'running';
    for (const each of this.#boots) {
      const isHere = heard.includes(each);
      const highest = Math.max(...pressuresIn(each.boots));
      const of = `the page says ${view.phase}, and ${each.name}`;
      const releases = claim === 'rests' || claim === 'releases';
      this.#note(`${of} plays a session`, isHere && releases && plays(each));
      this.#note(
        `${of} stands squeezed`,
        isHere && releases && highest > rules.empty + GAUGE_ERROR,
        EMPTYING_TIME + 1,
      );
      const out = view.airOut === 'yes' && highest > rules.empty + GAUGE_ERROR;
      this.#note(`the page says that the air is out, and ${each.name} stands squeezed`, isHere && out);
    }
    const allHere = heard.length === this.#boots.length;
    this.#note(
      `the page says ${view.phase}, and nothing plays`,
      claim === 'runs' && allHere && !this.#boots.some(plays),
    );
    const stopped = this.#boots.every(({ own }) => own.status().therapy === 'stopped');
    this.#note(
      `the page says ${view.phase}, and no session is under way`,
      claim === 'underWay' && allHere && stopped,
    );
    this.#note(
      'the page says that air is left, and all zones are empty',
      allHere && !isActive(view.phase) && view.airOut === 'no' && this.#isEmpty(),
    );
  }

  #isEmpty(): boolean {
    return this.#boots.every(({ boots }) => Math.max(...pressuresIn(boots)) < rules.empty - GAUGE_ERROR);
  }

  #note(statement: string, isShown: boolean, within = LONGEST_FALSE_STATEMENT): void {
    const lasted = isShown ? (this.#shownFor.get(statement) ?? 0) + LOOK_INTERVAL : 0;
    this.#shownFor.set(statement, lasted);
    if (lasted <= within) return;
    const { notice, link } = this.#session.glance;
    throw new Error(
      `${statement}, for ${within} s (at ${this.#now().toFixed(1)} s: ${link}, ${notice?.kind ?? 'no notice'})`,
    );
  }
}
