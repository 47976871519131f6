/** Options in the page's address: which boots to simulate, and which timer decides when the page sends keyframes to them. */

import { ZONES_MAX, ZONES_MIN } from '../../firmware-protocol/zones.ts';
import { type SimulatedBuild, wordFor } from '../simulator/boots-builds.ts';
import { ordinaryBoots, type SimulatedChoice } from '../ui/settings/simulated-choice.ts';

/**
 * Those of `SimulatedChoice` are `?zones=3…8` per leg, and the words of simulator/boots-builds.ts, such as
 * `?boots=pair&holds=one&valves=shared`.
 */
export interface PageOptions extends SimulatedChoice {
  /** `?press=first`: somebody must press the button on the boots before they accept control. */
  readonly press: SimulatedBuild['press'];
  /** `?seed=…`: seed of the simulated legs and sensors, 0 to 2^32 − 1. */
  readonly seed: number;
  /**
   * `?feeder=page-timer`: the page sends keyframes only when a page timer fires. Browsers slow this timer down in a hidden tab, and the boots run out
   * of keyframes.
   */
  readonly pageTimer: boolean;
}

const wholeNumber = (text: string | null, min: number, max: number, otherwise: number): number => {
  const value = text === null || text === '' ? Number.NaN : Number(text);
  return Number.isInteger(value) && value >= min && value <= max ? value : otherwise;
};

/** Replaces unknown words, and numbers that are not whole or out of range, by the defaults. */
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
