/** Advice that is shown once with a plan, besides its steps. */

import type { RecoveryEvent } from '../plan-request.ts';
import { isUltra } from './phases.ts';

export const advice = [
  /** Evidence is modest. */
  'modest',
  'tell-soreness',
  'very-sore',
  /** One spot hurts. */
  'spot-hurts',
  'after-ultra',
  'cold-prevention',
  'cold-finish',
  'next-flight',
  'one-calf-after-flight',
] as const;
export type Advice = (typeof advice)[number];

/** At or below this, wet clothes chill a runner who stops, °C. */
const COLD = 5;

/** @param isVerySore by the last report */
export function adviceFor(event: RecoveryEvent, isVerySore: boolean): readonly Advice[] {
  const { kind, went, temperatureC } = event;
  const sore = kind !== 'flight' && kind !== 'desk';
  return [
    'modest',
    ...(sore ? (['tell-soreness'] as const) : []),
    ...(isVerySore ? (['very-sore'] as const) : []),
    ...(went === 'hurt' ? (['spot-hurts'] as const) : []),
    ...(isUltra(event) ? (['after-ultra'] as const) : []),
    ...(kind === 'cold-cramps' ? (['cold-prevention'] as const) : []),
    ...(sore && kind !== 'cold-cramps' && temperatureC !== null && temperatureC <= COLD
      ? (['cold-finish'] as const)
      : []),
    ...(kind === 'flight' ? (['one-calf-after-flight', 'next-flight'] as const) : []),
  ];
}
