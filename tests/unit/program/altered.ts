import { mmhg, seconds } from '../../../firmware-protocol/quantities.ts';
import { pulseDistalRelease } from '../../../src/program/patterns/pulse-distal-release.ts';
import {
  type LegPart,
  legParts,
  type PartShape,
  type Pattern,
  type Program,
} from '../../../src/program/program.ts';

export const patterned = (program: Program, pattern: Partial<Pattern>): Program => ({
  ...program,
  pattern: { ...program.pattern, ...pattern },
});
export const shaped = (program: Program, shape: Partial<Record<LegPart, Partial<PartShape>>>): Program => {
  const changed = legParts.map((each) => [each, { ...program.shape[each], ...shape[each] }]);
  return { ...program, shape: { ...program.shape, ...Object.fromEntries(changed) } };
};
export const pulsing = (pulse: Partial<NonNullable<Pattern['pulse']>>): Program =>
  patterned(pulseDistalRelease, {
    pulse: { on: seconds(1), off: seconds(1), count: 2, floor: 0.8, ...pulse },
  });
export const boost = (pressure: number, hold = 0) => ({ pressure: mmhg(pressure), hold: seconds(hold) });
export const section = (parts: readonly LegPart[], sweeps = 5) => ({ parts, sweeps });
export const lower = section(['foot', 'ankle', 'calf']);
export const upper = section(['knee', 'lower thigh', 'upper thigh']);
