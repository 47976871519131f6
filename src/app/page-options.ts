/** What the address of the page may ask for: other simulated boots, and the feeder that must not be used (for its test). */

import { ZONES_MAX, ZONES_MIN } from '../../firmware-protocol/zones.ts';
import { type Build, wordFor } from '../simulator/boots-builds.ts';
import { ordinaryBoots, type SimulatedChoice } from '../ui/settings/simulated-choice.ts';

/**
 * Of the simulated boots: `?zones=3…8` a leg, and what `builds` has by its words, `?boots=pair&holds=one&valves=shared`.
 */
export interface PageOptions extends SimulatedChoice {
  /** `?press=first`: they want a press on their button first. */
  readonly press: Build['press'];
  /** `?seed=…`: of the simulated legs and sensors. */
  readonly seed: number;
  /** `?feeder=page-timer`: feeds on a timer of the page alone, which runs dry in a hidden tab. Shows why it is not so. */
  readonly pageTimer: boolean;
}

const wholeNumber = (text: string | null, min: number, max: number, otherwise: number): number => {
  const value = text === null || text === '' ? Number.NaN : Number(text);
  return Number.isInteger(value) && value >= min && value <= max ? value : otherwise;
};

/** Anything unknown or out of range is as if it were not there. */
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
