/** Types of chromium.mjs, for the tests. */

/** Absolute path of a program on the search path, or null. */
export function whereIs(name: string): string | null;

/** Absolute path of Playwright's own Chromium, else the system's, or null. */
export function chromiumPath(): Promise<string | null>;
