/** Messages between page and service worker. */

/** Page to a waiting worker. */
export const USE_NEW_VERSION = 'use-new-version';
/** Worker to page: other tabs of the page are open, so the new version is not used yet. */
export const OTHER_TABS = 'other-tabs';
