/** Runs the leak and fit test on simulated boots with faults, and returns the diagnosis. */

import type { Feature } from '../../../firmware-protocol/feature.ts';
import { isHub } from '../../../firmware-protocol/feature.ts';
import { type Diagnosis, diagnose } from '../../../src/diagnosis/diagnose.ts';
import { figuresOf } from '../../../src/diagnosis/figures.ts';
import { BootMeasures } from '../../../src/diagnosis/measures/zone-measures.ts';
import { leakAndFitTest } from '../../../src/program/presets/leak-and-fit-test.ts';
import type { PlantFault } from '../../../src/simulator/faults/plant-faults.ts';
import { defaultParameters, type PlantParameters } from '../../../src/simulator/plant/parameters.ts';
import type { SimulatedBootsOptions } from '../../../src/simulator/simulated-boots.ts';
import { SessionRig } from '../../scenario/session/rig.ts';

export interface TestedBoots {
  readonly seed?: number;
  readonly faults?: readonly PlantFault[];
  /** Faults that begin `after` seconds from Start. */
  readonly later?: { readonly after: number; readonly faults: readonly PlantFault[] };
  readonly parameters?: Partial<PlantParameters>;
  readonly firmware?: SimulatedBootsOptions['firmware'];
  readonly kind?: SimulatedBootsOptions['kind'];
  /** Seconds from Start to Stop; 150 by default. */
  readonly lasts?: number;
}

export interface Diagnosed extends Diagnosis {
  readonly feature: Feature;
  readonly fault: string;
}

export async function diagnosed(wrong: TestedBoots): Promise<Diagnosed> {
  const { seed = 1, faults = [], later, parameters = {}, firmware, kind, lasts = 150 } = wrong;
  const plant = { parameters: { ...defaultParameters, ...parameters }, faults };
  const rig = new SessionRig({
    seed,
    zones: 3,
    boots: { plant, ...(firmware ? { firmware } : {}), ...(kind ? { kind } : {}) },
  });
  await rig.connect();
  const { boots } = rig.session.glance;
  if (!boots) throw new Error('no boots');
  const measuring = new BootMeasures(boots.feature);
  rig.session.telemetry.subscribe((telemetry) => measuring.take(telemetry));
  rig.session.choose(leakAndFitTest);
  rig.session.start();
  if (later) {
    await rig.pass(later.after);
    for (const fault of later.faults) rig.boots.plant.inject(fault);
  }
  await rig.pass(lasts - (later?.after ?? 0));
  rig.session.stop();
  await rig.pass(13);
  const figures = measuring.zones.map((zone) => figuresOf(zone, boots.feature.parts.length));
  return {
    ...diagnose(figures, isHub(boots.feature) ? 'shared' : 'each'),
    feature: boots.feature,
    fault: rig.status.fault,
  };
}

/** The causes found, zone by zone, such as "left calf: leak". Leaves out zones that are fine. */
export const findingsIn = ({ zones }: Diagnosis): readonly string[] =>
  zones.flatMap(({ figures: { side, part }, cause }) =>
    cause === 'fine' ? [] : [`${side} ${part}: ${cause}`],
  );
