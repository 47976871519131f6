/**
 * What the firmware knows about its own hardware: how soft each bag is, how much air the pump delivers, and how much a
 * valve passes. Pressures are in mmHg; amounts of air and volumes are in mL unless L is stated. The figures are
 * engineering estimates for a median leg.
 */

/** Volume at which a bag goes taut, on five equal lengths of the leg, foot first, L. */
const SLACK_FIFTHS = [0.6, 0.7, 0.9, 1.1, 1.4];
/** Extra volume that makes the exponential part of a taut bag's pressure e times as large, on the same lengths, L. */
const STRETCH_FIFTHS = [0.16, 0.18, 0.25, 0.28, 0.35];
const TAUT_PRESSURE = 2;
/** Factor of the exponential with which a taut bag's pressure grows, mmHg. */
const STIFFENING_PRESSURE = 10;
const AMBIENT_PRESSURE = 760;
const STALL_PRESSURE = 250;
/** Flow coefficient of an open valve, L/min/√mmHg. */
export const VALVE_CONDUCTANCE = 1.6;
/** Slack volume of a bag on the largest leg in the loosest boot, as a multiple of that on the median leg. */
const LARGEST_SLACK = 1.65;
const MILLILITRES_PER_LITRE = 1000;
/** Number of bisections that find the manifold pressure: enough for a hundredth of a mmHg. */
const SPLIT_STEPS = 15;

/**
 * Flow through an orifice of unit conductance, L/min: the root of the pressure difference in mmHg, with its sign;
 * linear below 1 mmHg.
 */
const orifice = (difference: number): number => {
  if (difference > 1) return Math.sqrt(difference);
  return difference < -1 ? -Math.sqrt(-difference) : difference;
};

const amountInZone = (fifths: readonly number[], zone: number, zones: number): number => {
  let sum = 0;
  fifths.forEach((fifth, i) => {
    const from = Math.max((zone / zones) * 5, i);
    const to = Math.min(((zone + 1) / zones) * 5, i + 1);
    sum += Math.max(0, to - from) * fifth;
  });
  return sum;
};

/**
 * Most air that each zone of a leg can take before its pressure rises, L, rounded up to 0.05 L: 1.5 times the slack
 * volume on the largest leg. A bag that has taken more without a rise must be losing air.
 */
export const airWithoutRise = (zonesPerLeg: number): readonly number[] =>
  Array.from(
    { length: zonesPerLeg },
    (_, zone) => Math.ceil(20 * 1.5 * LARGEST_SLACK * amountInZone(SLACK_FIFTHS, zone, zonesPerLeg)) / 20,
  );

export class AirModel {
  readonly valveOf: Uint8Array;
  readonly #slacks: Float64Array;
  /** By zone: its share of the air through its valve, 0 to 1. */
  readonly #shares: Float64Array;
  /** By valve, summed over its zones. */
  readonly #slack: Float64Array;
  readonly #stretch: Float64Array;
  /** Slack volume by valve, relative to the mean of all valves. */
  readonly #size: Float64Array;
  readonly #open: Uint8Array;
  /** By zone of a leg: most air that it can take before its pressure rises. */
  readonly #withoutRise: readonly number[];

  /**
   * @param pumpFlow flow of the pump without back pressure, L/min
   * @param valves the zones on each valve
   */
  constructor(
    zonesPerLeg: number,
    readonly pumpFlow: number,
    readonly valves: readonly (readonly number[])[],
  ) {
    const of = (fifths: readonly number[], zone: number) =>
      MILLILITRES_PER_LITRE * amountInZone(fifths, zone % zonesPerLeg, zonesPerLeg);
    const byValve = (fifths: readonly number[]) =>
      Float64Array.from(valves, (zones) => zones.reduce((sum, zone) => sum + of(fifths, zone), 0));
    this.#withoutRise = airWithoutRise(zonesPerLeg).map((litres) => litres * MILLILITRES_PER_LITRE);
    this.#slacks = Float64Array.from(valves.flat(), (zone) => of(SLACK_FIFTHS, zone));
    this.#slack = byValve(SLACK_FIFTHS);
    this.#stretch = byValve(STRETCH_FIFTHS);
    this.valveOf = Uint8Array.from(valves.flatMap((zones, valve) => zones.map(() => valve)));
    this.#shares = this.#slacks.map((slack, zone) => slack / (this.#slack[this.valveOf[zone] ?? 0] ?? 1));
    this.#open = new Uint8Array(valves.length);
    const mean = this.#slack.reduce((sum, slack) => sum + slack, 0) / valves.length;
    this.#size = this.#slack.map((slack) => slack / mean);
  }

  largestSlack(zone: number): number {
    return (this.#slacks[zone] ?? 0) * LARGEST_SLACK;
  }

  withoutRise(zone: number): number {
    return this.#withoutRise[zone % this.#withoutRise.length] ?? 0;
  }

  shareOf(zone: number): number {
    return this.#shares[zone] ?? 0;
  }

  /** Air that raises this zone alone by 1 mmHg while it is at `pressure` mmHg, mL. */
  softness(zone: number, pressure: number): number {
    return this.compliance(this.valveOf[zone] ?? 0, pressure) * this.shareOf(zone);
  }

  /** Air that raises all zones on this valve by 1 mmHg while they are at `pressure` mmHg, mL. */
  compliance(valve: number, pressure: number): number {
    const slack = this.#slack[valve] ?? 0;
    if (pressure < TAUT_PRESSURE) return slack / TAUT_PRESSURE;
    const stretch = this.#stretch[valve] ?? 0;
    const volume = slack + stretch * Math.log(1 + (pressure - TAUT_PRESSURE) / STIFFENING_PRESSURE);
    return (
      (stretch / (STIFFENING_PRESSURE + pressure - TAUT_PRESSURE)) * (1 + pressure / AMBIENT_PRESSURE) +
      volume / AMBIENT_PRESSURE
    );
  }

  /**
   * Flow of the pump into `open` valves whose zones are at about `pressure` mmHg, mL/s. It takes extra pressure to
   * drive the air through the valves, and the pump works against that too.
   * @param drive 0 to 1
   * @param open number of open valves
   */
  flow(drive: number, pressure: number, open: number): number {
    if (open === 0) return 0;
    const free = drive * this.pumpFlow;
    const most = free * Math.max(0, 1 - Math.max(0, pressure) / STALL_PRESSURE);
    const steep = free / (STALL_PRESSURE * (open * VALVE_CONDUCTANCE) ** 2);
    const litres = (2 * most) / (1 + Math.sqrt(1 + 4 * steep * most));
    return (litres * MILLILITRES_PER_LITRE) / 60;
  }

  /**
   * Drive at which the pump delivers `flow` mL/s into `open` valves whose zones are at `pressure` mmHg; above 1 or
   * infinite if the pump cannot.
   */
  driveFor(flow: number, pressure: number, open: number): number {
    const against = Math.max(0, pressure) + this.#headOf(flow, open);
    const share = 1 - against / STALL_PRESSURE;
    return share > 0
      ? (flow * 60) / (MILLILITRES_PER_LITRE * this.pumpFlow * share)
      : Number.POSITIVE_INFINITY;
  }

  /**
   * How far the manifold's pressure is above that of zones at about `pressure` mmHg that fill through `open` valves,
   * mmHg.
   * @param drive 0 to 1
   */
  head(drive: number, pressure: number, open: number): number {
    return open === 0 ? 0 : this.#headOf(this.flow(drive, pressure, open), open);
  }

  /**
   * Splits the pump's flow among the open valves. All valves are alike and share one manifold, so a zone at a lower
   * pressure gets more, and a zone above the manifold pressure loses air. Readings of slack zones say nothing about
   * their air, so slack zones share by size.
   * @param drive 0 to 1
   * @param pressures by valve, mmHg
   * @param open by valve, 1 = open
   * @param flows receives the result by valve, mL/s: negative = air flows back, 0 = closed
   */
  split(drive: number, pressures: Float64Array, open: Uint8Array, flows: Float64Array): void {
    const free = drive * this.pumpFlow;
    flows.fill(0);
    let low = Number.POSITIVE_INFINITY;
    let high = STALL_PRESSURE;
    let count = 0;
    for (let valve = 0; valve < open.length; valve++) {
      if (open[valve] === 0) continue;
      this.#open[count++] = valve;
      low = Math.min(low, Math.max(TAUT_PRESSURE, pressures[valve] ?? 0));
      high = Math.max(high, pressures[valve] ?? 0);
    }
    if (count === 0) return;
    if (count === 1) {
      const only = this.#open[0] ?? 0;
      flows[only] = this.flow(drive, pressures[only] ?? 0, 1);
      return;
    }
    for (let step = 0; step < SPLIT_STEPS; step++) {
      const manifold = (low + high) / 2;
      let left = free * (1 - manifold / STALL_PRESSURE);
      for (let i = 0; i < count; i++) {
        const valve = this.#open[i] ?? 0;
        left -= this.#through(valve, manifold, pressures[valve] ?? 0);
      }
      if (left > 0) low = manifold;
      else high = manifold;
    }
    for (let i = 0; i < count; i++) {
      const valve = this.#open[i] ?? 0;
      flows[valve] = (this.#through(valve, low, pressures[valve] ?? 0) * MILLILITRES_PER_LITRE) / 60;
    }
  }

  /** Flow through one open valve, L/min; negative = into the manifold. */
  #through(valve: number, manifold: number, pressure: number): number {
    if (pressure < TAUT_PRESSURE)
      return VALVE_CONDUCTANCE * (this.#size[valve] ?? 1) * Math.max(0, orifice(manifold - TAUT_PRESSURE));
    return VALVE_CONDUCTANCE * orifice(manifold - pressure);
  }

  #headOf(flow: number, open: number): number {
    return ((flow * 60) / (MILLILITRES_PER_LITRE * open * VALVE_CONDUCTANCE)) ** 2;
  }
}
