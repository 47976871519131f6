/** The English under a safety text, for a language whose safety texts no native reader has gone over (words/languages.ts). */

import { html, nothing } from 'lit';
import { languages } from '../../words/languages.ts';

const sentence = (text: string): string => (/[.!?:…]$/.test(text) ? text : `${text}.`);

/** Nothing where there is none to show. Several are one line of sentences. */
export function originalUnder(...texts: readonly (string | undefined)[]) {
  const there = texts.flatMap((text) => (text === undefined || text === '' ? [] : [text]));
  const said = there.length > 1 ? there.map(sentence).join(' ') : (there[0] ?? '');
  return said === '' ? nothing : html`<span class="original" lang=${languages[0]}>${said}</span>`;
}
