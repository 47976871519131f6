/** Builds the page before the browser tests begin: several of them begin at once, and each would build it for itself. */

import { builtApp } from './built-app.ts';

export const setup = async (): Promise<void> => {
  await builtApp();
};
