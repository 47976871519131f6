/** Whether these boots can play a person's settings, and the highest intensity and longest session that a person can ask for. */

import { limits, rules } from '../../firmware-protocol/limits.ts';
import { mmhg } from '../../firmware-protocol/quantities.ts';
import { type BootsShape, highestTargetOf } from './boots-shape.ts';
import { bootsProblems } from './check/fit-boots.ts';
import { zoneSupportProblems } from './check/fit-support.ts';
import { playingProblems, zoneProblems } from './check/fit-zones.ts';
import { highestSupported } from './check/support.ts';
import { checkProgram } from './check.ts';
import {
  isProblem,
  type MostIntensity,
  type MostMinutes,
  type ProgramProblem,
  type SettingProblem,
} from './problem.ts';
import type { Settings } from './program.ts';
import { LEAST_TARGET, ranges } from './ranges.ts';

export const LEAST_INTENSITY = LEAST_TARGET;
export const LEAST_MINUTES = ranges.minutes.least;
export const MOST_MINUTES = ranges.minutes.most;

function mostPressure({ confirmed }: Settings, boots: BootsShape | null): MostIntensity {
  const rule = mmhg(confirmed ? limits.target.hard : rules.confirmAbove);
  const most = boots === null ? rule : highestTargetOf(boots, confirmed);
  if (most === boots?.highestOwn) return { most, because: 'own' };
  const isBootsLimit = most < rule || confirmed || (boots !== null && boots.highestConfirmed <= rule);
  return { most, because: isBootsLimit ? 'boots' : 'notConfirmed' };
}

/** @param boots null = not known yet */
export function mostIntensity(settings: Settings, boots: BootsShape | null): MostIntensity {
  const pressure = mostPressure(settings, boots);
  const most = highestSupported(settings.program, pressure.most);
  return most === pressure.most ? pressure : { most, because: 'openParts' };
}

/** In minutes. @param boots null = not known yet */
export function mostMinutes({ confirmed, intensity }: Settings, boots: BootsShape | null): MostMinutes {
  const strong = confirmed || intensity > rules.confirmAbove;
  const rule = strong ? limits.confirmedSession.byDefault / 60 : MOST_MINUTES;
  const boot = boots === null ? rule : Math.floor(boots.longestSession / 60);
  if (boot < rule) return { most: boot, because: 'boots' };
  return { most: rule, because: strong ? 'highPressure' : 'rule' };
}

function rangeProblem(
  value: number,
  least: number,
  most: number,
): 'notANumber' | 'tooLow' | 'tooHigh' | null {
  if (!Number.isFinite(value)) return 'notANumber';
  if (value < least) return 'tooLow';
  return value > most ? 'tooHigh' : null;
}

function intensityProblem(settings: Settings, boots: BootsShape): SettingProblem | null {
  const { intensity } = settings;
  const limit = mostIntensity(settings, boots);
  const wrong = rangeProblem(intensity, LEAST_INTENSITY, limit.most);
  return (
    wrong && { kind: 'intensity', wrong, value: intensity, least: mmhg(LEAST_INTENSITY), limit, setTo: null }
  );
}

function minutesProblem(settings: Settings, boots: BootsShape): SettingProblem | null {
  const limit = mostMinutes(settings, boots);
  const wrong = rangeProblem(settings.minutes, LEAST_MINUTES, limit.most);
  return wrong && { kind: 'minutes', wrong, least: LEAST_MINUTES, limit, setTo: null };
}

export function validate(settings: Settings, boots: BootsShape): readonly ProgramProblem[] {
  const program = checkProgram(settings.program);
  const wrongBoots = bootsProblems(boots);
  // Whether a program fits the boots can be judged only if neither has a problem of its own.
  const canJudgeFit = program.length === 0 && wrongBoots.length === 0;
  return [
    intensityProblem(settings, boots),
    minutesProblem(settings, boots),
    ...program,
    ...zoneProblems(settings, boots),
    ...wrongBoots,
    ...(canJudgeFit ? [...playingProblems(settings, boots), ...zoneSupportProblems(settings, boots)] : []),
  ].filter(isProblem);
}
