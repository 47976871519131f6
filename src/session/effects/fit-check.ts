/**
 * Checks the first low filling of a session that this page begins: how the boots sit, and which zones leak before they are squeezed. Each
 * finding is returned once.
 */

import { type Feature, zonesOf } from '../../../firmware-protocol/feature.ts';
import type { Sample, Telemetry } from '../../../firmware-protocol/telemetry.ts';
import { type FitFinding, fitOf, isFitKnown, leaksOf } from '../../diagnosis/boots-fit.ts';
import { figuresOf, LOWEST_SQUEEZE } from '../../diagnosis/figures.ts';
import { BootMeasures } from '../../diagnosis/measures/zone-measures.ts';
import { isStopping, type WithBoots } from '../state.ts';

/** A zone has taken its low pressure from this far below it, mmHg. */
const NEARLY = 4;
/** Between samples further apart than this, ms, air may have gone in that nobody measured. */
const LONGEST_GAP = 500;
/**
 * A leak is judged once the valves of the zone have been closed for this long in all, s. Less time is too short, because the air in the zone
 * cools at first.
 */
const LEAST_CLOSED = 3.3;
/**
 * A leg moves where the pressure falls or rises by more than this from one sample to the next, mmHg: then the air in the zone is not known
 * well enough to judge. With simulated boots, noise makes falls of up to 2.4 and filling around a rigid dummy rises of up to 4; a movement of
 * 10 mmHg makes 4 both ways.
 */
const MOVING = { fall: 3.2, rise: 6 };

/** One peripheral: a hub, or one boot. */
interface Checked {
  readonly feature: Feature;
  readonly measures: BootMeasures;
  /** By zone: whether it has been squeezed, so that the low filling is over for it. */
  readonly squeezed: boolean[];
  /** By zone: its highest target so far, mmHg. */
  readonly highest: number[];
  /** By zone: whether a squeezed neighbour has been let down. That relieves the zone too, whose pressure then falls as if it leaked. */
  readonly relieved: boolean[];
  /** By zone: its last pressure, mmHg; null = not measured, or the vent was open. */
  readonly before: (number | null)[];
  /** By zone: whether the leg has been seen to move there. */
  readonly moves: boolean[];
  /** Whether every zone has taken its low pressure, or a zone has been squeezed. */
  isFilled: boolean;
  /** When the last sample was taken, by the boots' clock, ms; null = none has been. */
  sampledAt: number | null;
  /** Whether samples are missing, so that the air cannot be compared. */
  hasGap: boolean;
}

const checked = (feature: Feature): Checked => ({
  feature,
  measures: new BootMeasures(feature),
  squeezed: Array.from({ length: zonesOf(feature) }, () => false),
  highest: Array.from({ length: zonesOf(feature) }, () => 0),
  relieved: Array.from({ length: zonesOf(feature) }, () => false),
  before: Array.from({ length: zonesOf(feature) }, () => null),
  moves: Array.from({ length: zonesOf(feature) }, () => false),
  isFilled: false,
  sampledAt: null,
  hasGap: false,
});

export class FitCheck {
  readonly #features: readonly Feature[];
  #boots: readonly Checked[] = [];
  #stage: 'off' | 'filling' | 'holding' = 'off';
  #leaking = new Set<string>();

  constructor(features: readonly Feature[]) {
    this.#features = features;
  }

  /** @param index of the peripheral from which the packet came @returns what has been found since the last call */
  take(state: WithBoots, index: number, packet: Telemetry): readonly FitFinding[] {
    if (isStopping(state)) this.#stage = 'off';
    else if (state.therapy.kind === 'preparing') this.#begin();
    else if (state.therapy.kind !== 'running' || state.status.cycles > 1) this.#stage = 'off';
    const boot = this.#stage === 'off' ? undefined : this.#boots[index];
    if (!boot) return [];
    follow(boot, packet);
    return [...this.#fit(), ...this.#leaks(boot)];
  }

  #begin(): void {
    if (this.#stage === 'filling') return;
    this.#stage = 'filling';
    this.#boots = this.#features.map(checked);
    this.#leaking = new Set();
  }

  #fit(): readonly FitFinding[] {
    if (this.#stage !== 'filling' || !this.#boots.every(({ isFilled }) => isFilled)) return [];
    if (this.#boots.some(({ hasGap, moves }) => hasGap || moves.includes(true))) return [];
    const figures = this.#boots.flatMap(({ feature, measures }) =>
      measures.zones.map((zone) => figuresOf(zone, feature.parts.length)),
    );
    if (!isFitKnown(figures)) return [];
    this.#stage = 'holding';
    return fitOf(figures);
  }

  #leaks({ feature, measures, isFilled, hasGap, ...boot }: Checked): readonly FitFinding[] {
    if (!isFilled || hasGap) return [];
    const unsure = (zone: number) => boot.squeezed[zone] || boot.relieved[zone] || boot.moves[zone];
    const low = measures.zones.filter(
      ({ loss }, zone) => !unsure(zone) && loss !== null && loss.seconds >= LEAST_CLOSED,
    );
    const found = leaksOf(low.map((zone) => figuresOf(zone, feature.parts.length)));
    const news = found.filter((finding) => !this.#leaking.has(nameOf(finding)));
    for (const finding of news) this.#leaking.add(nameOf(finding));
    return news;
  }
}

const nameOf = (finding: FitFinding): string =>
  finding.kind === 'leak' ? `${finding.side} ${finding.part}` : finding.side;

function follow(boot: Checked, packet: Telemetry): void {
  boot.hasGap ||= boot.sampledAt !== null && packet.clock - boot.sampledAt > LONGEST_GAP;
  boot.sampledAt = packet.clock + (packet.samples.length - 1) * boot.feature.samplePeriod;
  const pressures = packet.samples.at(-1)?.pressures ?? [];
  packet.targets.forEach((target, zone) => {
    const aim = typeof target === 'number' ? target : 0;
    if (aim > LOWEST_SQUEEZE) boot.squeezed[zone] = true;
    if (boot.squeezed[zone] && target !== 'seal' && aim < (boot.highest[zone] ?? 0)) {
      boot.relieved[zone - 1] = true;
      boot.relieved[zone + 1] = true;
    }
    boot.highest[zone] = Math.max(aim, boot.highest[zone] ?? 0);
  });
  boot.measures.take(packet);
  for (const sample of packet.samples) followLeg(boot, sample);
  const hasTaken = (zone: number): boolean => {
    const target = packet.targets[zone];
    const pressure = pressures[zone] ?? null;
    return typeof target !== 'number' || (pressure !== null && pressure >= target - NEARLY);
  };
  const isLow = packet.targets.some((target) => typeof target === 'number');
  boot.isFilled ||=
    boot.squeezed.includes(true) || (isLow && packet.targets.every((_, zone) => hasTaken(zone)));
}

function followLeg({ before, moves }: Checked, { pressures, valves }: Sample): void {
  valves.forEach(({ vent }, zone) => {
    const pressure = vent ? null : (pressures[zone] ?? null);
    const last = before[zone] ?? null;
    const rise = pressure === null || last === null ? 0 : pressure - last;
    if (rise > MOVING.rise || -rise > MOVING.fall) moves[zone] = true;
    before[zone] = pressure;
  });
}
