/** How the database holds two settings of the desk (desk.ts): whether notifications and the chime are on. */

import { boolean, object } from 'valibot';

export const deskValue = {
  table: 'settings',
  key: 'desk',
  version: 1,
  schema: object({ notify: boolean(), chime: boolean() }),
} as const;
