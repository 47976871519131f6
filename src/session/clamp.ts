/** Wishes brought inside what is possible, with the reason. */

import { limits, rules } from '../../firmware-protocol/limits.ts';
import { type Mmhg, mmhg, seconds } from '../../firmware-protocol/quantities.ts';
import type { BootsShape } from '../program/boots-shape.ts';
import type { Problem } from '../program/problem.ts';
import type { Settings, ZoneSetting } from '../program/program.ts';
import { LEAST_INTENSITY, LEAST_MINUTES, MOST_MINUTES } from '../program/settings.ts';

interface Clamped<T> {
  readonly value: T;
  readonly problem: Problem | null;
}

const within = (wish: number, least: number, most: number): number =>
  Number.isFinite(wish) ? Math.min(most, Math.max(least, wish)) : least;

export function clampIntensity(wish: Mmhg, settings: Settings, boots: BootsShape | null): Clamped<Mmhg> {
  const most = settings.confirmed
    ? (boots?.highestConfirmed ?? limits.target.hard)
    : Math.min(rules.confirmAbove, boots?.highestTarget ?? rules.confirmAbove);
  const value = mmhg(within(wish, LEAST_INTENSITY, most));
  const reason =
    most === rules.confirmAbove
      ? 'More than 80 mmHg must be confirmed for this session.'
      : `These boots go no higher than ${most} mmHg.`;
  return {
    value,
    problem:
      value === wish
        ? null
        : {
            place: 'intensity',
            reason: wish > most ? reason : `${wish} mmHg is too light.`,
            suggestion: `It is set to ${value} mmHg.`,
          },
  };
}

export function clampMinutes(wish: number, settings: Settings, boots: BootsShape | null): Clamped<number> {
  const most = Math.min(
    settings.confirmed ? limits.confirmedSession.byDefault / 60 : MOST_MINUTES,
    Math.floor((boots?.longestSession ?? limits.session.byDefault) / 60),
  );
  const value = within(wish, LEAST_MINUTES, most);
  const reason = `A session lasts ${most} minutes at most.`;
  return {
    value,
    problem:
      value === wish ? null : { place: 'minutes', reason, suggestion: `It is set to ${value} minutes.` },
  };
}

export function clampZone(
  wish: ZoneSetting,
  _settings: Settings,
  _boots: BootsShape | null,
): Clamped<ZoneSetting> {
  const value: ZoneSetting = {
    on: wish.on,
    trim: mmhg(within(wish.trim, -20, 20)),
    boost: {
      pressure: mmhg(within(wish.boost.pressure, 0, 20)),
      hold: seconds(within(wish.boost.hold, 0, 10)),
    },
  };
  const same =
    value.trim === wish.trim &&
    value.boost.pressure === wish.boost.pressure &&
    value.boost.hold === wish.boost.hold;
  return {
    value: same ? wish : value,
    problem: same
      ? null
      : { place: 'zone', reason: 'A zone is trimmed by 20 mmHg at most.', suggestion: 'It is set to that.' },
  };
}
