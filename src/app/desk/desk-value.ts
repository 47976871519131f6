/** Which of notifications and chime the device keeps as on. */

import { boolean, object } from 'valibot';

export const deskValue = {
  table: 'settings',
  key: 'desk',
  version: 1,
  schema: object({ notify: boolean(), chime: boolean() }),
} as const;
