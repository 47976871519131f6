/** How the database holds some of the page's settings. The formats of the others are with the code that uses them. */

import { array, boolean, custom, picklist, string } from 'valibot';
import { guideCues } from '../../guide/signals/cues.ts';
import { isPressureUnit, type PressureUnit } from '../../words/numbers-and-units.ts';

export const pressureUnitValue = {
  table: 'settings',
  key: 'pressureUnit',
  version: 1,
  schema: custom<PressureUnit>(isPressureUnit),
} as const;

/** Id of the program of the last session that ended on this device. */
export const lastRunValue = { table: 'settings', key: 'lastRun', version: 1, schema: string() } as const;

export const guideCuesValue = {
  table: 'settings',
  key: 'guideCues',
  version: 1,
  schema: array(picklist(guideCues)),
} as const;

/** Whether the page reminds of the plan's steps. */
export const remindersValue = { table: 'settings', key: 'reminders', version: 1, schema: boolean() } as const;
