/**
 * The localStorage keys whose texts a backup holds. They have their own file, because the worker that reads backups cannot load the files
 * that use them.
 */

export const THEME_KEY = 'heartward.theme';
export const CONTRAST_KEY = 'heartward.contrast';
export const MOTION_KEY = 'heartward.motion';
export const KEYS_KEY = 'heartward.keys';
export const LANGUAGE_KEY = 'heartward.language';
export const LIMITS_KEY = 'heartward.limits';
export const LAST_SESSION_KEY = 'heartward.last-session';
