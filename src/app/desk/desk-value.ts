/** How the store keeps whether the desk's notifications and its chime are on. */

import { boolean, object } from 'valibot';

export const deskValue = {
  table: 'settings',
  key: 'desk',
  version: 1,
  schema: object({ notify: boolean(), chime: boolean() }),
} as const;
