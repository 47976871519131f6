/** Advice that the page shows with a plan, besides its steps. */

import type { RecoveryEvent } from '../plan-request.ts';
import { isUltra } from './phases.ts';

export const advice = [
  'modest',
  'tell-soreness',
  'very-sore',
  'spot-hurts',
  'after-ultra',
  'cold-prevention',
  'cold-finish',
  'next-flight',
  'one-calf-after-flight',
] as const;
export type Advice = (typeof advice)[number];

/** At or below this temperature, °C, wet clothes chill a runner who has stopped. */
const CHILLING_TEMPERATURE = 5;

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
    ...(sore && kind !== 'cold-cramps' && temperatureC !== null && temperatureC <= CHILLING_TEMPERATURE
      ? (['cold-finish'] as const)
      : []),
    ...(kind === 'flight' ? (['one-calf-after-flight', 'next-flight'] as const) : []),
  ];
}
