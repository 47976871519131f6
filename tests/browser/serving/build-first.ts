/**
 * Builds the app before the browser tests start. Otherwise the first tests would start together and each would
 * build it.
 */

import { builtApp } from './built-app.ts';

export const setup = async (): Promise<void> => {
  await builtApp();
};
