/** What all sessions in virtual time need: a clock, the notices and phases that were shown, and ways to wait. */

import { map } from 'rxjs';
import { milliseconds } from '../../firmware-protocol/quantities.ts';
import type { Status } from '../../firmware-protocol/status.ts';
import { VirtualClock } from '../../src/clock/virtual-clock.ts';
import { resumable } from '../../src/session/may-begin.ts';
import { glanceOf } from '../../src/session/reading/glance.ts';
import { createSession, type Session } from '../../src/session/session.ts';
import type { SessionOptions } from '../../src/session/session-options.ts';
import { startable } from '../../src/session/start.ts';
import type { Notice, Phase } from '../../src/session/view.ts';
import type { SimulatedBoots } from '../../src/simulator/simulated-boots.ts';

/** True pressures in the zones of boots, mmHg: foot first; on boots for both legs, left leg first. */
export const pressuresIn = ({ plant }: SimulatedBoots): number[] =>
  Array.from({ length: plant.zones }, (_, zone) => plant.pressure(zone));

export abstract class Rig {
  readonly clock = new VirtualClock();
  abstract readonly session: Session;
  /** Notices and phases that the page has shown, oldest first, without repeats in a row. */
  readonly notices: Notice[] = [];
  readonly phases: Phase[] = [];

  /** Switches the boots on. Only then can the session's chooser find them. */
  protected abstract switchOn(): void | Promise<void>;
  /** Whether the boots squeeze with more than this pressure, mmHg: a hub in any zone, a pair in a zone of each boot. */
  protected abstract squeezes(pressure: number): boolean;

  protected open(options: Omit<SessionOptions, 'clock'>): Session {
    const session = createSession({ clock: this.clock, ...options });
    session.states.pipe(map(glanceOf)).subscribe(({ notice, phase }) => {
      if (notice && this.notices.at(-1) !== notice) this.notices.push(notice);
      if (this.phases.at(-1) !== phase) this.phases.push(phase);
    });
    return session;
  }

  get kinds(): Notice['kind'][] {
    return this.notices.map(({ kind }) => kind);
  }
  get status(): Status {
    const { status } = this.session.glance;
    if (!status) throw new Error('the boots have no status');
    return status;
  }

  pass(seconds: number): Promise<void> {
    return this.clock.run(milliseconds(seconds * 1000));
  }
  /** @returns whether the condition became true within `atMost` s */
  until(met: () => boolean, atMost = 120): Promise<boolean> {
    return this.clock.runUntil(met, milliseconds(atMost * 1000));
  }

  /** @returns whether Start became possible within `atMost` s: as far as the page knows, the air is out */
  untilStartable(atMost = 15): Promise<boolean> {
    return this.until(() => startable(this.session.states.value).kind === 'yes', atMost);
  }
  untilResumable(atMost = 15): Promise<boolean> {
    return this.until(() => resumable(this.session.states.value).kind === 'yes', atMost);
  }

  async connect(): Promise<void> {
    await this.switchOn();
    this.session.connect();
    await this.until(
      () => this.session.glance.link === 'connected' || this.session.glance.link === 'none',
      30,
    );
  }

  /** Connects, starts a session of the chosen program, and waits until the boots squeeze. */
  async run(minutes = 10): Promise<void> {
    await this.connect();
    this.session.setMinutes(minutes);
    this.session.start();
    if (await this.until(() => this.squeezes(40), 180)) return;
    throw new Error(`it does not squeeze: ${this.session.glance.phase}, ${this.kinds.join()}`);
  }
}
