/** Names of the limits and values of limits with their units. */

import { type LimitName, limits, rules } from '../../../../firmware-protocol/limits.ts';
import { mmhg, mmhgPerSecond } from '../../../../firmware-protocol/quantities.ts';
import type { Numbers } from '../../numbers-and-units.ts';

export function limitNames(n: Numbers): Readonly<Record<LimitName, string>> {
  const thirty = n.withUnit(mmhg(rules.squeezed));
  return {
    target: 'target pressure',
    confirmedSession: `length of a session above ${n.withUnit(mmhg(rules.confirmAbove))}`,
    session: 'length of a session',
    timeAbove30: `time above ${thirty} since the last full release`,
    shareAbove30: `share of the last 10 min above ${thirty}`,
    rise: 'rise, mean over 0.5 s',
    knee: 'target at the knee',
    reverseGradient: 'time with a reverse gradient',
    gateSqueezing: `wait at a gate above ${thirty}`,
    gate: 'wait at a gate',
    allowance: 'time alone',
    startAhead: 'start ahead of the clock',
    overPressure: 'over-pressure above the highest target of the last 5 s',
    independent: 'over-pressure of the independent sensor',
    emptying: `time to fall below ${n.withUnit(mmhg(rules.empty))} after a stop`,
    leak: 'fall of a sealed zone',
    unfilledAir: 'air delivered without a rise',
    fillAir: "air of a fill, against the zone's last four",
  };
}

export function limitValue(n: Numbers, limit: LimitName, value: number): string {
  const { unit } = limits[limit];
  const tenth = Math.round(value * 10) / 10;
  if (unit === 'mmHg') return n.withUnit(mmhg(value));
  return unit === 'mmHg/s' ? n.rate(mmhgPerSecond(value)) : `${n.figure(tenth)} ${unit}`;
}
