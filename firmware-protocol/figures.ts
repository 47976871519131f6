/** The figures of the rules by which the boots judge gauges, valves and air, in the order of PROTOCOL.md 8.3. */

import { airFigures } from './figures/air-figures.ts';
import { gaugeFigures } from './figures/gauge-figures.ts';
import { valveFigures } from './figures/valve-figures.ts';

export const figures = {
  ...gaugeFigures,
  ...valveFigures,
  ...airFigures,
} as const;
