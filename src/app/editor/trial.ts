/**
 * Tries a program on simulated boots, in its own session and on its own clock; the page's session is not affected. A trial starts by itself. Once the
 * program has ended, or the user ends the trial, the boots let their air out, and the trial is over.
 */

import { isHub } from '../../../firmware-protocol/feature.ts';
import { type Mmhg, mmhg } from '../../../firmware-protocol/quantities.ts';
import type { Cancel } from '../../clock/clock.ts';
import type { VirtualClock } from '../../clock/virtual-clock.ts';
import { requestBoots } from '../../gatt/choose-device.ts';
import { legParts, type Program } from '../../program/program.ts';
import { createSession, type Session } from '../../session/session.ts';
import type { SessionView } from '../../session/view.ts';
import { seededRandom } from '../../simulator/random.ts';
import type { TrialView } from '../../ui/places/editor/trial/trial-view.ts';
import { simulatedBoots } from '../session/simulated-bluetooth.ts';
import { TraceRecorder } from '../trace/trace-recorder.ts';

/** Seed of the simulated boots: the same for every trial. */
const SEED = 1;

export interface TrialParts {
  readonly program: Program;
  readonly clock: VirtualClock;
  /** How many times as fast as real time the clock runs. */
  readonly rate: number;
  /** Runs the clock, and calls `advanced` each time it has advanced. */
  readonly play: (advanced: () => void) => Cancel;
  readonly changed: (view: TrialView) => void;
}

export class Trial {
  readonly #parts: TrialParts;
  readonly #session: Session;
  readonly #trace = new TraceRecorder();
  readonly #cancel: Cancel;
  #state: TrialView['state'] = 'beginning';
  #highest: Mmhg = mmhg(0);
  #view: SessionView | null = null;

  constructor(parts: TrialParts) {
    this.#parts = parts;
    const { clock, program, play } = parts;
    const { bluetooth } = simulatedBoots(clock)('hub', { zones: legParts.length, seed: SEED });
    this.#session = createSession({
      clock,
      random: seededRandom(SEED),
      choose: async () => {
        const chosen = await requestBoots(bluetooth);
        return chosen.ok ? { ok: true, devices: [chosen.device], simulated: true } : chosen;
      },
    });
    this.#session.telemetry.subscribe((telemetry) => {
      const { boots: glanced } = this.#session.glance;
      if (!glanced) return;
      const pressures = telemetry.samples.flatMap((sample) => sample.pressures);
      this.#highest = mmhg(Math.max(this.#highest, ...pressures.filter((pressure) => pressure !== null)));
      this.#trace.add(telemetry, {
        sides: glanced.shape.sides,
        zonesPerLeg: telemetry.targets.length / (isHub(glanced.feature) ? 2 : 1),
        samplePeriod: glanced.feature.samplePeriod,
      });
    });
    this.#session.view.subscribe((view) => this.#seen(view));
    this.#session.choose(program);
    this.#session.connect();
    this.#cancel = play(() => this.#show());
  }

  /** Ends the trial: at once if the boots do not run yet. Otherwise stops them, and the trial is over once their air is out. */
  end(): void {
    if (this.#state === 'beginning') this.#over();
    else if (this.#state === 'running') this.#session.stop();
  }

  /** Ends the trial at once, even with air in the boots: they are only simulated. */
  drop(): void {
    this.#state = 'over';
    this.#cancel();
  }

  /** Ends the trial, and shows that it is over: the clock, which draws it, stands still from now on. */
  #over(): void {
    this.drop();
    this.#show();
  }

  #seen(view: SessionView): void {
    this.#view = view;
    switch (this.#state) {
      case 'beginning':
        if (view.phase === 'running') this.#state = 'running';
        else if (view.boots !== null && view.phase === 'idle') this.#begin(view);
        break;
      case 'running':
        if (view.phase === 'ended') this.#state = 'emptying';
        break;
      case 'emptying':
        if (view.airOut === 'yes') this.#over();
        break;
      case 'over':
    }
  }

  /** Starts the session. If high pressures must be confirmed first, confirms them without asking: the legs are simulated too. */
  #begin({ startable, settings }: SessionView): void {
    if (startable.kind === 'yes') this.#session.start();
    else if (!settings.confirmed) this.#session.confirm(true);
  }

  #show(): void {
    if (this.#view === null) return;
    this.#parts.changed({
      state: this.#state,
      session: this.#view,
      trace: this.#trace,
      highest: this.#highest,
      rate: this.#parts.rate,
    });
  }
}
