/** Options in the page's address: the shape of simulated boots, and for one test a feeder that must not be used. */

import { ZONES_MAX, ZONES_MIN } from '../../firmware-protocol/zones.ts';
import { type Build, wordFor } from '../simulator/builds.ts';
import { ordinaryBoots, type SimulatedChoice } from '../ui/settings/simulated-choice.ts';

/**
 * Simulated boots: `?zones=3…8` for each leg, and the words of `builds`: `?boots=pair&holds=one&valves=shared`.
 */
export interface PageOptions extends SimulatedChoice {
  /** `?press=first`: simulated boots require a press on their button first. */
  readonly press: Build['press'];
  /** `?seed=…`: random seed of the simulated legs and sensors. */
  readonly seed: number;
  /** `?feeder=page-timer`: feeds on a page timer alone, which runs dry in a hidden tab. It shows why the page does not do that. */
  readonly pageTimer: boolean;
}

const wholeNumber = (text: string | null, min: number, max: number, otherwise: number): number => {
  const value = text === null || text === '' ? Number.NaN : Number(text);
  return Number.isInteger(value) && value >= min && value <= max ? value : otherwise;
};

/** Unknown or out-of-range values are ignored. */
export function pageOptions(search: string): PageOptions {
  const asked = new URLSearchParams(search);
  return {
    boots: wordFor('boots', asked.get('boots')),
    zones: wholeNumber(asked.get('zones'), ZONES_MIN, ZONES_MAX, ordinaryBoots.zones),
    oneZoneAtATime: wordFor('holds', asked.get('holds')) === 'one',
    sharedValves: wordFor('valves', asked.get('valves')) === 'shared',
    press: wordFor('press', asked.get('press')),
    seed: wholeNumber(asked.get('seed'), 0, 2 ** 32 - 1, 1),
    pageTimer: asked.get('feeder') === 'page-timer',
  };
}
