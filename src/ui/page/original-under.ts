/** Shows the English original under a safety text. Callers pass it only in a language whose safety texts no native speaker has reviewed. */

import { html, nothing } from 'lit';
import { languages } from '../../words/languages.ts';

const sentence = (text: string): string => (/[.!?:…]$/.test(text) ? text : `${text}.`);

/** Joins several texts into one line of sentences. Renders nothing if all are empty or undefined. */
export function originalUnder(...texts: readonly (string | undefined)[]) {
  const there = texts.flatMap((text) => (text === undefined || text === '' ? [] : [text]));
  const said = there.length > 1 ? there.map(sentence).join(' ') : (there[0] ?? '');
  return said === '' ? nothing : html`<span class="original" lang=${languages[0]}>${said}</span>`;
}
