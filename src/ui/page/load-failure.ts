/** Tells a part of the page that did not arrive from one that arrived and failed in this browser, by the error of its `import()`. */

/** Why a part is missing. `notArrived`: a file of it could not be fetched. `broken`: its code threw while it loaded. */
export type LoadFailure = 'notArrived' | 'broken';

/** The messages of Chromium, Firefox and WebKit if a module cannot be fetched, and of Vite if a style sheet cannot. */
const notFetched = [
  /failed to fetch dynamically imported module/i,
  /error loading dynamically imported module/i,
  /importing a module script failed/i,
  /unable to preload css/i,
];

export const loadFailure = (error: unknown): LoadFailure =>
  error instanceof Error && notFetched.some((message) => message.test(error.message))
    ? 'notArrived'
    : 'broken';
