/** What is said once with a plan, besides its steps. */

import type { RecoveryEvent } from '../asked.ts';
import { isUltra } from './phases.ts';

export const advice = [
  /** Evidence is modest. */
  'modest',
  'tell-soreness',
  /** One spot hurts. */
  'spot-hurts',
  'after-ultra',
  'cold-prevention',
  'cold-finish',
  'next-flight',
  'one-calf-after-flight',
] as const;
export type Advice = (typeof advice)[number];

/** At or below this, wet clothes chill whoever stops running, °C. */
const COLD = 5;

export function adviceFor(event: RecoveryEvent): readonly Advice[] {
  const { kind, went, temperatureC } = event;
  const sore = kind !== 'flight' && kind !== 'desk';
  return [
    'modest',
    ...(sore ? (['tell-soreness'] as const) : []),
    ...(went === 'hurt' ? (['spot-hurts'] as const) : []),
    ...(isUltra(event) ? (['after-ultra'] as const) : []),
    ...(kind === 'cold-cramps' ? (['cold-prevention'] as const) : []),
    ...(sore && kind !== 'cold-cramps' && temperatureC !== null && temperatureC <= COLD
      ? (['cold-finish'] as const)
      : []),
    ...(kind === 'flight' ? (['one-calf-after-flight', 'next-flight'] as const) : []),
  ];
}
