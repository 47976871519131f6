/** Whether what a person set can be done on the boots at hand: every reason why not, at once. */

import { limits, rules } from '../../firmware-protocol/limits.ts';
import { type BootsShape, highestTargetOf } from './boots-shape.ts';
import { isProblem, said } from './check/figures.ts';
import { bootsProblems } from './check/fit-boots.ts';
import { zoneSupportProblems } from './check/fit-support.ts';
import { playingProblems, zoneProblems } from './check/fit-zones.ts';
import { highestSupported } from './check/support.ts';
import { checkProgram } from './check.ts';
import type { Problem } from './problem.ts';
import type { Settings } from './program.ts';
import { LEAST_TARGET, ranges } from './ranges.ts';

/** Least intensity: no squeezing target is lower, mmHg. */
export const LEAST_INTENSITY = LEAST_TARGET;
export const LEAST_MINUTES = ranges.minutes.least;
export const MOST_MINUTES = ranges.minutes.most;

/** The most of something, and why it is not more. */
export interface Most {
  readonly most: number;
  readonly reason: string;
}

/** Of boots and of what is confirmed. */
function mostPressure({ confirmed }: Settings, boots: BootsShape | null): Most {
  const rule = confirmed ? limits.target.hard : rules.confirmAbove;
  const most = boots === null ? rule : highestTargetOf(boots, confirmed);
  const weak = most < rule || confirmed || (boots !== null && boots.highestConfirmed <= rule);
  return {
    most,
    reason: weak
      ? `These boots go no higher than ${most} mmHg.`
      : `More than ${most} mmHg must be confirmed for this session.`,
  };
}

/** Highest intensity that can be asked for, mmHg. @param boots null = not known yet */
export function mostIntensity(settings: Settings, boots: BootsShape | null): Most {
  const pressure = mostPressure(settings, boots);
  const most = highestSupported(settings.program, pressure.most);
  return most === pressure.most
    ? pressure
    : {
        most,
        reason: `This program leaves parts of the leg open below what it squeezes; with those open it goes no higher than ${most} mmHg.`,
      };
}

/** Longest session that can be asked for, min. @param boots null = not known yet */
export function mostMinutes({ confirmed, intensity }: Settings, boots: BootsShape | null): Most {
  const strong = confirmed || intensity > rules.confirmAbove;
  const rule = strong ? limits.confirmedSession.byDefault / 60 : MOST_MINUTES;
  const boot = boots === null ? rule : Math.floor(boots.longestSession / 60);
  if (boot < rule) return { most: boot, reason: `A session on these boots lasts ${boot} minutes at most.` };
  return {
    most: rule,
    reason: strong
      ? `A session above ${rules.confirmAbove} mmHg lasts ${rule} minutes at most.`
      : `A session lasts ${rule} minutes at most.`,
  };
}

function intensityProblem(settings: Settings, boots: BootsShape): Problem | null {
  const { intensity } = settings;
  const { most, reason } = mostIntensity(settings, boots);
  const place = 'intensity';
  const suggestion = `Choose ${LEAST_INTENSITY} to ${most} mmHg.`;
  if (!Number.isFinite(intensity)) return { place, reason: 'It is not a number.', suggestion };
  if (intensity < LEAST_INTENSITY) {
    return { place, reason: `${said(intensity)} mmHg is too light for the wave to work.`, suggestion };
  }
  return intensity > most ? { place, reason, suggestion } : null;
}

function minutesProblem(settings: Settings, boots: BootsShape): Problem | null {
  const { minutes } = settings;
  const { most, reason } = mostMinutes(settings, boots);
  const place = 'minutes';
  const suggestion = `Choose ${LEAST_MINUTES} to ${most} minutes.`;
  if (!Number.isFinite(minutes)) return { place, reason: 'It is not a number.', suggestion };
  if (minutes < LEAST_MINUTES) return { place, reason: 'That is too short for one wave.', suggestion };
  return minutes > most ? { place, reason, suggestion } : null;
}

/** All that stands against these settings on these boots; empty = nothing. */
export function validate(settings: Settings, boots: BootsShape): readonly Problem[] {
  const program = checkProgram(settings.program);
  const wrongBoots = bootsProblems(boots);
  // How a program lies on boots can only be judged where both are some.
  const judged = program.length === 0 && wrongBoots.length === 0;
  return [
    intensityProblem(settings, boots),
    minutesProblem(settings, boots),
    ...program,
    ...zoneProblems(settings, boots),
    ...wrongBoots,
    ...(judged ? [...playingProblems(settings, boots), ...zoneSupportProblems(settings, boots)] : []),
  ].filter(isProblem);
}
