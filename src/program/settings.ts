/** Whether what a person set can be done on the boots at hand: every reason why not, at once. */

import { limits, rules } from '../../firmware-protocol/limits.ts';
import { ZONES_MAX, ZONES_MIN, zoneLayouts } from '../../firmware-protocol/zones.ts';
import type { BootsShape } from './boots-shape.ts';
import type { Problem } from './problem.ts';
import type { Settings } from './program.ts';

/** Least intensity: no squeezing target is lower, mmHg. */
export const LEAST_INTENSITY = 15;
export const LEAST_MINUTES = 1;
export const MOST_MINUTES = limits.session.byDefault / 60;

/** Slowest pump that programs are planned for, free flow, L/min. */
const LEAST_PUMP_FLOW = 4;

function intensityProblem(settings: Settings, boots: BootsShape): Problem | null {
  const { intensity } = settings;
  const most = settings.confirmed
    ? boots.highestConfirmed
    : Math.min(rules.confirmAbove, boots.highestTarget);
  const suggestion = `Choose ${LEAST_INTENSITY} to ${most} mmHg.`;
  if (!Number.isFinite(intensity)) return { place: 'intensity', reason: 'It is not a number.', suggestion };
  if (intensity < LEAST_INTENSITY) {
    return {
      place: 'intensity',
      reason: `${intensity} mmHg is too light for the wave to work.`,
      suggestion,
    };
  }
  if (intensity > most) {
    return {
      place: 'intensity',
      reason:
        settings.confirmed || boots.highestTarget < rules.confirmAbove
          ? `These boots go no higher than ${most} mmHg.`
          : `More than ${rules.confirmAbove} mmHg must be confirmed for this session.`,
      suggestion,
    };
  }
  return null;
}

function minutesProblem(minutes: number, boots: BootsShape): Problem | null {
  const most = Math.min(MOST_MINUTES, Math.floor(boots.longestSession / 60));
  const suggestion = `Choose ${LEAST_MINUTES} to ${most} minutes.`;
  if (!Number.isFinite(minutes)) return { place: 'minutes', reason: 'It is not a number.', suggestion };
  if (minutes < LEAST_MINUTES)
    return { place: 'minutes', reason: 'That is too short for one wave.', suggestion };
  if (minutes > most) {
    return {
      place: 'minutes',
      reason: `A session on these boots lasts ${most} minutes at most.`,
      suggestion,
    };
  }
  return null;
}

function bootsProblems(boots: BootsShape): readonly Problem[] {
  const problems: Problem[] = [];
  const layout = zoneLayouts[boots.parts.length];
  if (layout === undefined || layout.some((part, zone) => part !== boots.parts[zone])) {
    problems.push({
      place: 'boots',
      reason: `Their zones (${boots.parts.join(', ') || 'none'}) are no layout that programs are written for.`,
      suggestion: `Use boots with ${ZONES_MIN} to ${ZONES_MAX} zones a leg in one of the known layouts.`,
    });
  }
  if (boots.sides.length === 0 || new Set(boots.sides).size !== boots.sides.length) {
    problems.push({
      place: 'boots',
      reason: 'They do not say which legs they are for.',
      suggestion: 'Connect a left boot, a right boot, or a hub with both.',
    });
  }
  if (!boots.holdsTogether) {
    problems.push({
      place: 'boots',
      reason: 'They can hold only one zone at a time, and this program holds several.',
      suggestion: 'Use boots that can hold several zones at once.',
    });
  }
  if (!(boots.pumpFlow >= LEAST_PUMP_FLOW)) {
    problems.push({
      place: 'boots',
      reason: `A pump of ${boots.pumpFlow} L/min fills too slowly for any program.`,
      suggestion: `Use boots with a pump of at least ${LEAST_PUMP_FLOW} L/min.`,
    });
  }
  return problems;
}

/** All that stands against these settings on these boots; empty = nothing. */
export function validate(settings: Settings, boots: BootsShape): readonly Problem[] {
  return [
    intensityProblem(settings, boots),
    minutesProblem(settings.minutes, boots),
    ...bootsProblems(boots),
  ].filter((problem) => problem !== null);
}
