/** Moves values that a person asks for into the possible range, and says why. */

import { type Mmhg, mmhg, seconds } from '../../firmware-protocol/quantities.ts';
import type { BootsShape } from './boots-shape.ts';
import type { SettingProblem } from './problem.ts';
import type { Settings, ZoneSetting } from './program.ts';
import { type Range, ranges } from './ranges.ts';
import { LEAST_INTENSITY, LEAST_MINUTES, mostIntensity, mostMinutes } from './settings.ts';

export interface Clamped<T> {
  readonly value: T;
  /** Null if the value is the one asked for. */
  readonly problem: SettingProblem | null;
}

/** A value that is infinite or not a number becomes `least`. */
const within = (requested: number, least: number, most: number): number =>
  Number.isFinite(requested) ? Math.min(most, Math.max(least, requested)) : least;

/** @param boots null = none are connected, so that only the general limits count */
export function clampIntensity(requested: Mmhg, settings: Settings, boots: BootsShape | null): Clamped<Mmhg> {
  const limit = mostIntensity(settings, boots);
  const value = mmhg(within(requested, LEAST_INTENSITY, limit.most));
  if (value === requested) return { value, problem: null };
  const wrong = requested > limit.most ? 'tooHigh' : 'tooLow';
  return {
    value,
    problem: {
      kind: 'intensity',
      wrong,
      value: requested,
      least: mmhg(LEAST_INTENSITY),
      limit,
      setTo: value,
    },
  };
}

/** @param boots null = not known yet */
export function clampMinutes(
  requested: number,
  settings: Settings,
  boots: BootsShape | null,
): Clamped<number> {
  const limit = mostMinutes(settings, boots);
  const value = within(requested, LEAST_MINUTES, limit.most);
  if (value === requested) return { value, problem: null };
  const wrong = requested > limit.most ? 'tooHigh' : 'tooLow';
  return { value, problem: { kind: 'minutes', wrong, least: LEAST_MINUTES, limit, setTo: value } };
}

const figures: readonly ['trim' | 'boost' | 'boostHold', Range, (zone: ZoneSetting) => number][] = [
  ['trim', ranges.trim, ({ trim }) => trim],
  ['boost', ranges.boostPressure, ({ boost }) => boost.pressure],
  ['boostHold', ranges.boostHold, ({ boost }) => boost.hold],
];

/** A figure that is infinite or not a number becomes 0. If several figures were changed, `problem` names one of them. */
export function clampZone(requested: ZoneSetting): Clamped<ZoneSetting> {
  const clamped = (figure: number, { least, most }: Range): number =>
    Number.isFinite(figure) ? within(figure, least, most) : 0;
  const value: ZoneSetting = {
    on: requested.on,
    trim: mmhg(clamped(requested.trim, ranges.trim)),
    boost: {
      pressure: mmhg(clamped(requested.boost.pressure, ranges.boostPressure)),
      hold: seconds(clamped(requested.boost.hold, ranges.boostHold)),
    },
  };
  const wrong = figures.find(([, , of]) => of(value) !== of(requested));
  return wrong === undefined
    ? { value: requested, problem: null }
    : { value, problem: { kind: 'zoneClamped', figure: wrong[0], range: wrong[1] } };
}
