/**
 * What the firmware knows about its own hardware: how soft each bag is, what the pump delivers, what a valve
 * passes. The figures are engineering estimates for a median leg; the regulator corrects them by measurement.
 */

/**
 * For five equal lengths of the leg, foot to hip, L: volume at which the bag goes taut, and extra volume that
 * multiplies its pressure by e.
 */
const SLACK_FIFTHS = [0.6, 0.7, 0.9, 1.1, 1.4];
const STRETCH_FIFTHS = [0.16, 0.18, 0.25, 0.28, 0.35];
/** Pressure at which a bag goes taut, and scale of its stiffening, mmHg. */
const TAUT = 2;
const STIFFENING = 10;
const AMBIENT = 760;
/** Pressure at which the pump stalls, mmHg. */
const STALL = 250;
/** Flow through an open valve, L/min/√mmHg. */
export const VALVE = 1.6;
/** Slack of the largest leg in the loosest boot, as a multiple of the median leg's. */
const LARGEST = 1.65;
const MILLILITRES = 1000;
/** Bisection steps for the manifold pressure: to a hundredth of a mmHg. */
const SPLIT_STEPS = 15;

/** Square root with the sign of the difference, mmHg; linear where the flow is laminar. */
const orifice = (difference: number): number => {
  if (difference > 1) return Math.sqrt(difference);
  return difference < -1 ? -Math.sqrt(-difference) : difference;
};

const stretchOf = (fifths: readonly number[], zone: number, zones: number): number => {
  let sum = 0;
  fifths.forEach((fifth, i) => {
    const from = Math.max((zone / zones) * 5, i);
    const to = Math.min(((zone + 1) / zones) * 5, i + 1);
    sum += Math.max(0, to - from) * fifth;
  });
  return sum;
};

/**
 * Air that each zone of a leg takes at most without a rise, L, in pieces of 0.05 L: a bag that has taken more
 * than one and a half times the slack volume of the largest leg loses it elsewhere.
 */
export const airWithoutRise = (zonesPerLeg: number): readonly number[] =>
  Array.from(
    { length: zonesPerLeg },
    (_, zone) => Math.ceil(20 * 1.5 * LARGEST * stretchOf(SLACK_FIFTHS, zone, zonesPerLeg)) / 20,
  );

export class AirModel {
  /** Slack volume by zone, mL. */
  readonly #slacks: Float64Array;
  /** By valve, summed over its zones, mL. */
  readonly #slack: Float64Array;
  readonly #stretch: Float64Array;
  /** Slack volume by valve, relative to the mean. */
  readonly #size: Float64Array;
  /** By zone of a leg, mL. */
  readonly #withoutRise: readonly number[];

  /**
   * @param pumpFlow free flow of the pump, L/min
   * @param valves the zones on each valve
   */
  constructor(
    zonesPerLeg: number,
    readonly pumpFlow: number,
    readonly valves: readonly (readonly number[])[],
  ) {
    const of = (fifths: readonly number[], zone: number) =>
      MILLILITRES * stretchOf(fifths, zone % zonesPerLeg, zonesPerLeg);
    const byValve = (fifths: readonly number[]) =>
      Float64Array.from(valves, (zones) => zones.reduce((sum, zone) => sum + of(fifths, zone), 0));
    this.#withoutRise = airWithoutRise(zonesPerLeg).map((litres) => litres * MILLILITRES);
    this.#slacks = Float64Array.from(valves.flat(), (zone) => of(SLACK_FIFTHS, zone));
    this.#slack = byValve(SLACK_FIFTHS);
    this.#stretch = byValve(STRETCH_FIFTHS);
    const mean = this.#slack.reduce((sum, slack) => sum + slack, 0) / valves.length;
    this.#size = this.#slack.map((slack) => slack / mean);
  }

  /** Slack volume of this zone on the largest leg, mL. */
  mostSlack(zone: number): number {
    return (this.#slacks[zone] ?? 0) * LARGEST;
  }

  /** Air that this zone takes at most without a rise, mL. */
  withoutRise(zone: number): number {
    return this.#withoutRise[zone % this.#withoutRise.length] ?? 0;
  }

  /** This zone's share of the air through its valve. */
  shareOf(zone: number, valve: number): number {
    return (this.#slacks[zone] ?? 0) / (this.#slack[valve] ?? 1);
  }

  /** Air that raises the zones on this valve by 1 mmHg, mL. */
  compliance(valve: number, pressure: number): number {
    const slack = this.#slack[valve] ?? 0;
    if (pressure < TAUT) return slack / TAUT;
    const stretch = this.#stretch[valve] ?? 0;
    const volume = slack + stretch * Math.log(1 + (pressure - TAUT) / STIFFENING);
    return (stretch / (STIFFENING + pressure - TAUT)) * (1 + pressure / AMBIENT) + volume / AMBIENT;
  }

  /**
   * Flow of the pump into `open` valves at about `pressure`, mL/s. Driving it through the valves takes extra
   * pressure, which the pump must also work against.
   * @param drive 0 to 1
   */
  flow(drive: number, pressure: number, open: number): number {
    if (open === 0) return 0;
    const free = drive * this.pumpFlow;
    const most = free * Math.max(0, 1 - Math.max(0, pressure) / STALL);
    const steep = free / (STALL * (open * VALVE) ** 2);
    const litres = (2 * most) / (1 + Math.sqrt(1 + 4 * steep * most));
    return (litres * MILLILITRES) / 60;
  }

  /** Drive at which the pump delivers `flow` mL/s into `open` valves; above 1 if it cannot. */
  driveFor(flow: number, pressure: number, open: number): number {
    const against = Math.max(0, pressure) + this.#headOf(flow, open);
    const share = 1 - against / STALL;
    return share > 0 ? (flow * 60) / (MILLILITRES * this.pumpFlow * share) : Number.POSITIVE_INFINITY;
  }

  /** How far the manifold's pressure is above that of zones filling at about `pressure`, mmHg. */
  head(drive: number, pressure: number, open: number): number {
    return open === 0 ? 0 : this.#headOf(this.flow(drive, pressure, open), open);
  }

  /**
   * Splits the pump's flow among the open valves, mL/s. All valves are alike and share one manifold, so more
   * flows where the pressure is lower. Slack zones, whose readings say nothing, share by size. The result is
   * written to `flows`; 0 for a closed valve.
   * @param pressures by valve, mmHg
   * @param open by valve, 1 = open
   */
  split(drive: number, pressures: Float64Array, open: Uint8Array, flows: Float64Array): void {
    const free = drive * this.pumpFlow;
    flows.fill(0);
    let low = Number.POSITIVE_INFINITY;
    let high = STALL;
    let count = 0;
    let only = 0;
    for (let valve = 0; valve < open.length; valve++) {
      if (open[valve] === 0) continue;
      count++;
      only = valve;
      low = Math.min(low, Math.max(TAUT, pressures[valve] ?? 0));
      high = Math.max(high, pressures[valve] ?? 0);
    }
    if (count === 0) return;
    if (count === 1) {
      flows[only] = this.flow(drive, pressures[only] ?? 0, 1);
      return;
    }
    for (let step = 0; step < SPLIT_STEPS; step++) {
      const manifold = (low + high) / 2;
      let left = free * (1 - manifold / STALL);
      for (let valve = 0; valve < open.length; valve++) {
        if (open[valve] === 1) left -= this.#through(valve, manifold, pressures[valve] ?? 0);
      }
      if (left > 0) low = manifold;
      else high = manifold;
    }
    for (let valve = 0; valve < open.length; valve++) {
      if (open[valve] === 1) {
        flows[valve] = (this.#through(valve, low, pressures[valve] ?? 0) * MILLILITRES) / 60;
      }
    }
  }

  /** Flow through one valve, L/min. */
  #through(valve: number, manifold: number, pressure: number): number {
    if (pressure < TAUT) return VALVE * (this.#size[valve] ?? 1) * Math.max(0, orifice(manifold - TAUT));
    return VALVE * orifice(manifold - pressure);
  }

  #headOf(flow: number, open: number): number {
    return ((flow * 60) / (MILLILITRES * open * VALVE)) ** 2;
  }
}
