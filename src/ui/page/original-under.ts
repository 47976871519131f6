/** The English under a safety text, for a language whose safety texts no native reader has gone over (words/languages.ts). */

import { html, nothing } from 'lit';
import { languages } from '../../words/languages.ts';

/** Nothing where there is none to show. */
export function originalUnder(...texts: readonly (string | undefined)[]) {
  const said = texts.filter((text) => text !== undefined && text !== '').join(' ');
  return said === '' ? nothing : html`<span class="original" lang=${languages[0]}>${said}</span>`;
}
