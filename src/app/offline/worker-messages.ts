/** From the page to the waiting worker: activate. */
export const USE_NEW_VERSION = 'use-new-version';
/** From the worker to the page: other tabs of the page are open, so the worker keeps waiting. */
export const OTHER_TABS = 'other-tabs';
