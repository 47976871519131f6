/** Wishes brought inside what is possible, each with the reason why it is not what was asked for. */

import { type Mmhg, mmhg, seconds } from '../../firmware-protocol/quantities.ts';
import type { BootsShape } from './boots-shape.ts';
import { said } from './check/figures.ts';
import type { Problem } from './problem.ts';
import type { Settings, ZoneSetting } from './program.ts';
import { type Range, ranges } from './ranges.ts';
import { LEAST_INTENSITY, LEAST_MINUTES, mostIntensity, mostMinutes } from './settings.ts';

export interface Clamped<T> {
  readonly value: T;
  /** Null: it is what was asked for. */
  readonly problem: Problem | null;
}

/** What is no number becomes the least. */
const within = (wish: number, least: number, most: number): number =>
  Number.isFinite(wish) ? Math.min(most, Math.max(least, wish)) : least;

/** @param boots null = not known yet */
export function clampIntensity(wish: Mmhg, settings: Settings, boots: BootsShape | null): Clamped<Mmhg> {
  const { most, reason } = mostIntensity(settings, boots);
  const value = mmhg(within(wish, LEAST_INTENSITY, most));
  if (value === wish) return { value, problem: null };
  return {
    value,
    problem: {
      place: 'intensity',
      reason: wish > most ? reason : `Less than ${LEAST_INTENSITY} mmHg is too light for the wave to work.`,
      suggestion: `It is set to ${said(value)} mmHg.`,
    },
  };
}

/** @param boots null = not known yet */
export function clampMinutes(wish: number, settings: Settings, boots: BootsShape | null): Clamped<number> {
  const { most, reason } = mostMinutes(settings, boots);
  const value = within(wish, LEAST_MINUTES, most);
  if (value === wish) return { value, problem: null };
  return {
    value,
    problem: {
      place: 'minutes',
      reason: wish > most ? reason : 'That is too short for one wave.',
      suggestion: `It is set to ${said(value)} ${value === 1 ? 'minute' : 'minutes'}.`,
    },
  };
}

const figures: readonly [(zone: ZoneSetting) => number, Range, string][] = [
  [({ trim }) => trim, ranges.trim, 'A zone takes 20 mmHg more or less than the program gives it, at most.'],
  [({ boost }) => boost.pressure, ranges.boostPressure, 'A boost is 0 to 20 mmHg.'],
  [({ boost }) => boost.hold, ranges.boostHold, 'A zone is held up to 10 s longer.'],
];

/** A zone is the same on all boots: its figures have ranges of their own. */
export function clampZone(
  wish: ZoneSetting,
  _settings: Settings,
  _boots: BootsShape | null,
): Clamped<ZoneSetting> {
  const brought = (figure: number, { least, most }: Range): number =>
    Number.isFinite(figure) ? within(figure, least, most) : 0;
  const value: ZoneSetting = {
    on: wish.on,
    trim: mmhg(brought(wish.trim, ranges.trim)),
    boost: {
      pressure: mmhg(brought(wish.boost.pressure, ranges.boostPressure)),
      hold: seconds(brought(wish.boost.hold, ranges.boostHold)),
    },
  };
  const wrong = figures.find(([of]) => of(value) !== of(wish));
  return wrong === undefined
    ? { value: wish, problem: null }
    : { value, problem: { place: 'zone', reason: wrong[2], suggestion: 'It is set to that.' } };
}
