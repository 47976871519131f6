/**
 * Styles with animations, which stop for users who want less motion, by a setting of their device or of this page. A page cannot change the
 * answer to the media query `prefers-reduced-motion`, so `showMotion` changes the query of the rules to `all`.
 */

import { type CSSResult, unsafeCSS } from 'lit';

const REDUCED_MOTION = '(prefers-reduced-motion: reduce)';

interface Rules {
  readonly cssRules: ArrayLike<object>;
}

let isLess = false;
const rules: { mediaText: string }[] = [];

const show = (media: { mediaText: string }): void => {
  media.mediaText = isLess ? 'all' : REDUCED_MOTION;
};

export function followMotion(sheet: Rules): void {
  for (const rule of Array.from(sheet.cssRules)) {
    if (!('media' in rule)) continue;
    const media = rule.media as { mediaText: string };
    if (media.mediaText !== REDUCED_MOTION) continue;
    rules.push(media);
    show(media);
  }
}

/** @param text CSS with rules for `prefers-reduced-motion`, which then also follow the page's setting */
export function moving(text: string): CSSResult {
  const styles = unsafeCSS(text);
  if (styles.styleSheet) followMotion(styles.styleSheet);
  return styles;
}

/** @param less true: less motion, whatever the device's setting; false: as the device is set */
export function showMotion(less: boolean): void {
  isLess = less;
  for (const media of rules) show(media);
}
