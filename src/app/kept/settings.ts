/** The settings that this device keeps, one value each. */

import { array, custom, picklist, string } from 'valibot';
import { guideCues } from '../../guide/signals/cues.ts';
import { isPressureUnit, type PressureUnit } from '../../words/numbers.ts';

/** The unit pressures are shown in. */
export const pressureUnitValue = {
  table: 'settings',
  key: 'pressureUnit',
  version: 1,
  schema: custom<PressureUnit>(isPressureUnit),
} as const;

/** Id of the program of the last session that ended here. */
export const lastRunValue = { table: 'settings', key: 'lastRun', version: 1, schema: string() } as const;

/** The cues that are on for guides. */
export const guideCuesValue = {
  table: 'settings',
  key: 'guideCues',
  version: 1,
  schema: array(picklist(guideCues)),
} as const;
