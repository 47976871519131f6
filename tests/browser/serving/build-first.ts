/** Builds the app before the browser tests start. Otherwise several tests would start at once and each build it. */

import { builtApp } from './built-app.ts';

export const setup = async (): Promise<void> => {
  await builtApp();
};
