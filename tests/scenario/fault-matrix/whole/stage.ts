/** A session on a hub (one device for both legs) or a pair of boots. One zone of one leg is struck: it gets a fault. */

import type { Side } from '../../../../firmware-protocol/zones.ts';
import type { Radio } from '../../../../src/simulator/bluetooth/radio.ts';
import type { PlantFault } from '../../../../src/simulator/faults/plant-faults.ts';
import type { SimulatedBoots } from '../../../../src/simulator/simulated-boots.ts';
import { OtherController } from '../../chaos/other-controller.ts';
import { PairRig } from '../../pair/rig.ts';
import { SessionRig } from '../../session/rig.ts';

export type Kind = 'hub' | 'pair';
export const kinds: readonly Kind[] = ['hub', 'pair'];

/** Number of zones of each leg. */
export const ZONES = 4;

export interface Struck {
  readonly side: Side;
  /** Number of the zone, 0 at the foot. */
  readonly zone: number;
}

export const otherSide = (side: Side): Side => (side === 'left' ? 'right' : 'left');

export class Stage {
  readonly rig: SessionRig | PairRig;
  readonly pair: boolean;
  #other: OtherController | null = null;

  constructor(
    readonly kind: Kind,
    readonly struck: Struck,
    seed: number,
  ) {
    this.pair = kind === 'pair';
    this.rig = this.pair ? new PairRig({ seed, zones: ZONES }) : new SessionRig({ seed, zones: ZONES });
  }

  boots(side: Side): SimulatedBoots {
    return this.rig instanceof PairRig ? this.rig.boots(side) : this.rig.boots;
  }
  /** The boots that get the fault. */
  get at(): SimulatedBoots {
    return this.boots(this.struck.side);
  }
  get all(): readonly SimulatedBoots[] {
    return this.rig instanceof PairRig ? [this.rig.left, this.rig.right] : [this.rig.boots];
  }
  radioOf(side: Side): Radio {
    return this.rig instanceof PairRig ? this.rig.radio(side) : this.rig.radio;
  }
  get radio(): Radio {
    return this.radioOf(this.struck.side);
  }
  get other(): OtherController {
    this.#other ??= new OtherController(this.at.peripheral);
    return this.#other;
  }

  /** The zone's number in its boots: on a hub, the right leg's zones come after the left's. */
  zoneOf({ side, zone }: Struck): number {
    return !this.pair && side === 'right' ? ZONES + zone : zone;
  }
  inject(fault: (zone: number) => PlantFault): void {
    this.at.plant.inject(fault(this.zoneOf(this.struck)));
  }

  /** True pressures of a leg, foot first, mmHg. */
  pressures(side: Side): readonly number[] {
    const { plant } = this.boots(side);
    return Array.from({ length: ZONES }, (_, zone) => plant.pressure(this.zoneOf({ side, zone })));
  }
  get highest(): number {
    return Math.max(...this.pressures('left'), ...this.pressures('right'));
  }
}
