/** Keys of localStorage under which settings are, apart from the code that shows them, which a worker cannot load. */

export const THEME_KEY = 'heartward.theme';
export const CONTRAST_KEY = 'heartward.contrast';
export const MOTION_KEY = 'heartward.motion';
export const LANGUAGE_KEY = 'heartward.language';
/** The limits that a person has set on this device. */
export const LIMITS_KEY = 'heartward.limits';
export const LAST_SESSION_KEY = 'heartward.last-session';
