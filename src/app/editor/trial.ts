/**
 * Tries a program on simulated boots, in a session and on a clock of its own. A trial starts by itself, and is over once its program has
 * ended and the air is out of the boots.
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

const SEED = 1;

export interface TrialParts {
  readonly program: Program;
  readonly clock: VirtualClock;
  readonly rate: number;
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

  /** Stops the boots; the trial is over once their air is out. If the boots do not run yet, ends the trial at once. */
  end(): void {
    if (this.#state === 'beginning') this.#over();
    else if (this.#state === 'running') this.#session.stop();
  }

  drop(): void {
    this.#state = 'over';
    this.#cancel();
  }

  /** Ends the trial and draws it a last time, because the clock, which causes the drawing, has stopped. */
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

  /** Starts the session. If high pressures must be confirmed first, confirms them without asking, because the legs are simulated too. */
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
