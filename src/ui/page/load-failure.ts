/** Tells, by the error of its `import()`, whether a part of the page did not arrive or failed in this browser. */

/** `notArrived`: a file of the part could not be fetched. `broken`: the part's code threw while it loaded. */
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
