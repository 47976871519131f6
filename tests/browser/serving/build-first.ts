/** Builds the app before the browser tests start, because several start at once and each would build it. */

import { builtApp } from './built-app.ts';

export const setup = async (): Promise<void> => {
  await builtApp();
};
