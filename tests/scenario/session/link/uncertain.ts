/** Causes one uncertain delivery of a command, to a hub or to the left boot of a pair. */

import { type Op, opCodes } from '../../../../firmware-protocol/command.ts';
import { uuids } from '../../../../firmware-protocol/profile.ts';
import { decodeStatus, type Status } from '../../../../firmware-protocol/status.ts';
import type { SimulatedBoots } from '../../../../src/simulator/simulated-boots.ts';
import { PairRig } from '../../pair/rig.ts';
import { pressuresIn } from '../../rig.ts';
import { sent, type Tap } from '../../tap.ts';
import { SessionRig } from '../rig.ts';

export const kinds = ['hub', 'pair'] as const;
export type Kind = (typeof kinds)[number];

export type Trouble = 'answer lost' | 'answered twice' | 'answered late' | 'frame lost';
const answers: Readonly<Record<Trouble, readonly number[]>> = {
  'answer lost': [],
  'answered twice': [0, 0],
  'answered late': [1600],
  'frame lost': [0],
};
export const troubles = Object.keys(answers) as Trouble[];
/** The troubles in which the boots have executed the command. */
export const obeyed = troubles.filter((trouble) => trouble !== 'frame lost');

export class Scene {
  readonly rig: SessionRig | PairRig;
  /** All boots; the first of them has the trouble. */
  readonly all: readonly SimulatedBoots[];
  readonly #tap: Tap;

  constructor(readonly kind: Kind) {
    const rig = kind === 'hub' ? new SessionRig() : new PairRig();
    this.rig = rig;
    this.all = rig instanceof PairRig ? [rig.left, rig.right] : [rig.boots];
    this.#tap = rig instanceof PairRig ? rig.taps.left : rig.tap;
  }

  get session() {
    return this.rig.session;
  }
  get struck(): SimulatedBoots {
    const [first] = this.all;
    if (!first) throw new Error('there are no boots');
    return first;
  }
  get radio() {
    return this.rig instanceof PairRig ? this.rig.radio('left') : this.rig.radio;
  }
  get highest(): number {
    return Math.max(...this.all.flatMap(pressuresIn));
  }
  /** Whether each zone of all boots is open to the outside. */
  get isVenting(): boolean {
    return this.all.every(({ peripheral }) => peripheral.targets.every((target) => target === 'vent'));
  }
  /** The status of each boot, which the test reads over a link of its own. */
  get statuses(): readonly Status[] {
    return this.all.map(({ peripheral }) => {
      const link = peripheral.open({ payload: 244, drop: () => undefined, notify: () => undefined });
      const read = link && decodeStatus(link.read(uuids.status));
      link?.close();
      if (!read?.ok) throw new Error('a boot says nothing');
      return read.value;
    });
  }
  phaseIs(phase: string, within: number): Promise<boolean> {
    return this.rig.until(() => this.session.glance.phase === phase, within);
  }
  sent(op: Op): number {
    return sent(this.#tap, op);
  }

  /** Causes this trouble for the next command with this op code. */
  trouble(op: Op, what: Trouble): void {
    let isMet = false;
    this.#tap.answersAfter = (value) => {
      if (isMet || value[1] !== opCodes[op]) return [0];
      isMet = true;
      return answers[what];
    };
    this.#tap.isLost = (characteristic, value) => {
      const isIt = characteristic === uuids.controlPoint && value[0] === opCodes[op];
      if (what !== 'frame lost' || isMet || !isIt) return false;
      isMet = true;
      return true;
    };
  }
}
