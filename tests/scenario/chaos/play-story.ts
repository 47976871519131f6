/**
 * Plays a story (chaos-events.ts) on simulated boots, and checks the promises of a session (session-promises.ts) meanwhile. Then ends the
 * disturbances, and checks that a session still starts.
 */

import { milliseconds, mmhg, seconds } from '../../../firmware-protocol/quantities.ts';
import { postMarathon } from '../../../src/program/presets/post-marathon.ts';
import { asProgrammed } from '../../../src/program/program.ts';
import type { PlantFault } from '../../../src/simulator/faults/plant-faults.ts';
import { SessionRig } from '../session/rig.ts';
import { Truth } from '../truth/truth.ts';
import {
  type AtTheBoots,
  isOfTheAir,
  isPersonInput,
  type OfTheAir,
  type PersonInput,
  type Story,
  type Trouble,
} from './chaos-events.ts';
import { OtherController } from './other-controller.ts';
import { Promises } from './session-promises.ts';

const faultAt = (kind: PlantFault['kind'], zone: number): PlantFault => {
  switch (kind) {
    case 'leak':
      return { kind, zone, coefficient: 0.05 };
    case 'kinkedHose':
    case 'unpluggedZone':
    case 'sensorFreeze':
    case 'sensorDropout':
      return { kind, zone };
    default:
      return { kind: 'pumpStall' };
  }
};

class StoryPlayer {
  readonly rig: SessionRig;
  readonly other: OtherController;
  readonly promises: Promises;
  readonly truth: Truth;

  constructor({ seed, zones, capacity, payload }: Story) {
    this.rig = new SessionRig({ seed, zones, boots: { capacity }, link: { payload } });
    this.other = new OtherController(this.rig.boots.peripheral);
    this.promises = new Promises(this.rig, () => this.other.status());
    this.truth = new Truth(this.rig);
  }

  async pass(lasting: number, met: () => boolean = () => false): Promise<boolean> {
    const steps = Math.round(lasting * 10);
    for (let step = 0; step < steps && !met(); step++) {
      await this.rig.pass(0.1);
      this.promises.look();
      this.truth.look();
      if (Math.round(this.promises.now * 10) % 50 === 0) this.other.keepAlive();
    }
    return met();
  }

  input(input: PersonInput): void {
    const { session } = this.rig;
    if (input.kind === 'setIntensity') session.setIntensity(mmhg(input.mmhg));
    else if (input.kind === 'setMinutes') session.setMinutes(input.minutes);
    else if (input.kind === 'choose') session.choose(input.program);
    else if (input.kind === 'confirm') session.confirm(input.confirmed);
    else if (input.kind === 'setZone') session.setZone(input.side, input.zone, input.setting);
    else {
      if (input.kind === 'start' || input.kind === 'resume') this.promises.attempted(input.kind);
      if (input.kind === 'stop') this.promises.stopAsked();
      if (input.kind === 'disconnect') this.promises.disturbed();
      session[input.kind]();
    }
  }

  #later(lasting: number, end: () => void): void {
    this.rig.clock.after(milliseconds(lasting * 1000), end);
  }

  happen(trouble: Trouble): void {
    if (isOfTheAir(trouble)) this.#disturb(trouble);
    else this.#happenAtBoots(trouble);
  }

  #disturb(trouble: OfTheAir): void {
    const { rig } = this;
    const { faults } = rig.radio;
    switch (trouble.kind) {
      case 'linkLost':
        faults.unreachable = trouble.away > 0;
        rig.radio.lose();
        this.promises.disturbed();
        this.#later(trouble.away, () => {
          faults.unreachable = false;
        });
        break;
      case 'silent':
        faults.silent = true;
        this.#later(trouble.lasting, () => {
          faults.silent = false;
        });
        break;
      case 'delayed':
        faults.delay = milliseconds(trouble.ms);
        this.#later(trouble.lasting, () => {
          faults.delay = milliseconds(0);
        });
        break;
      default:
        faults[trouble.kind] += trouble.count;
    }
  }

  #happenAtBoots(trouble: AtTheBoots): void {
    const { other, promises } = this;
    const { peripheral, plant } = this.rig.boots;
    switch (trouble.kind) {
      case 'reset':
        promises.disturbed();
        peripheral.reset();
        break;
      case 'button':
        peripheral.pressButton();
        break;
      case 'plantFault':
        promises.broken();
        plant.inject(faultAt(trouble.fault, trouble.zone));
        break;
      case 'repair':
        plant.repair();
        break;
      case 'otherTakesControl':
        promises.disturbed();
        if (trouble.pressed) peripheral.pressButton();
        other.takeControl();
        break;
      case 'otherStops':
        other.send({ op: 'stop' });
        break;
      case 'otherPauses':
        other.send({ op: 'pause' });
        break;
      case 'otherResumes':
        other.send({ op: 'resume', at: milliseconds(0) });
        break;
      case 'otherLetsGo':
        other.letGo();
        break;
    }
  }

  askForStartableSession(): void {
    const { session, zones } = this.rig;
    session.choose(postMarathon);
    session.setIntensity(mmhg(55));
    session.setMinutes(10);
    session.confirm(false);
    for (const side of ['left', 'right'] as const)
      for (let zone = 0; zone < zones; zone++) session.setZone(side, zone, asProgrammed);
  }

  heal(): void {
    const { faults } = this.rig.radio;
    Object.assign(faults, { unreachable: false, silent: false, unanswered: 0, swallowed: 0, garbled: 0 });
    faults.delay = milliseconds(0);
    this.rig.boots.plant.repair();
    this.other.letGo();
  }
}

const SETTLING_TIME = seconds(45);

/** @throws Error that names the broken promise */
export async function playStory(story: Story): Promise<void> {
  const player = new StoryPlayer(story);
  const { rig } = player;
  const { session } = rig;
  const connected = () => session.glance.link === 'connected';
  session.connect();
  await player.pass(10, connected);
  player.input({ kind: 'start' });
  for (const { wait, what } of story.events) {
    await player.pass(wait);
    if (isPersonInput(what)) player.input(what);
    else player.happen(what);
  }
  player.heal();
  await player.pass(SETTLING_TIME);
  player.input({ kind: 'stop' });
  await player.pass(SETTLING_TIME);
  if (session.glance.link === 'none') {
    session.connect();
    if (!(await player.pass(20, connected))) throw new Error('it no longer connects');
    player.input({ kind: 'stop' });
    await player.pass(15);
  }
  session.acknowledgeFault();
  await player.pass(3);
  player.askForStartableSession();
  player.input({ kind: 'start' });
  if (!(await player.pass(40, () => session.glance.phase === 'running'))) {
    const { phase, preparing, link, notice } = session.glance;
    throw new Error(
      `it does not start any more: ${phase} ${preparing} ${link} ${JSON.stringify(notice)} ${rig.phases.join()}`,
    );
  }
  session.disconnect();
  await player.pass(3);
  session.disconnect();
  rig.boots.stop();
}
