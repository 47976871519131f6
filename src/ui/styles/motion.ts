/**
 * Styles that move something, and stand still for people who want less motion: on their device, or on this page. A setting of the page cannot
 * answer a media query, so the rules for less motion are put in force themselves.
 */

import { type CSSResult, unsafeCSS } from 'lit';

const QUERY = '(prefers-reduced-motion: reduce)';

interface Rules {
  readonly cssRules: ArrayLike<object>;
}

let isLess = false;
const rules: { mediaText: string }[] = [];

const show = (media: { mediaText: string }): void => {
  media.mediaText = isLess ? 'all' : QUERY;
};

/** From now on, the rules of this style sheet follow the setting. */
export function followMotion(sheet: Rules): void {
  for (const rule of Array.from(sheet.cssRules)) {
    if (!('media' in rule)) continue;
    const media = rule.media as { mediaText: string };
    if (media.mediaText !== QUERY) continue;
    rules.push(media);
    show(media);
  }
}

/** The styles of an element, with rules for `prefers-reduced-motion`. */
export function moving(text: string): CSSResult {
  const styles = unsafeCSS(text);
  if (styles.styleSheet) followMotion(styles.styleSheet);
  return styles;
}

/** @param less whatever the device wants; false = as on the device */
export function showMotion(less: boolean): void {
  isLess = less;
  for (const media of rules) show(media);
}
