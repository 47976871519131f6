/** The flag `--units`: the unit in which a command prints pressures. Flags that take a pressure take it in mmHg. */

import { Option } from 'commander';
import { english } from '../../words/en/english.ts';
import { useWords } from '../../words/in-use.ts';
import { type PressureUnit, pressureUnits } from '../../words/numbers-and-units.ts';

export interface UnitFlags {
  readonly units: PressureUnit;
}

export const unitsOption = (): Option =>
  new Option('--units <unit>', 'unit in which pressures are written')
    .choices(pressureUnits)
    .default(pressureUnits[0]);

export const useUnits = ({ units }: UnitFlags): void => useWords(english({ pressureUnit: units }));
