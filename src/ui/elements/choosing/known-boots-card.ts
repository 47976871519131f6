/** The card that offers the real boots that were used last. Its styles are in ways-in.css. */

import { html, nothing } from 'lit';
import { firstWords } from '../../../words/first/first-in-use.ts';
import type { LastBoots } from '../../places/at-home.ts';
import { connectsPaired } from './ways-in.ts';

export interface KnownBootsCard {
  /** Null = none are stored, or not read yet. */
  readonly knownBoots: LastBoots | null;
  /** Whether the browser has Web Bluetooth; without it, the card cannot connect anything and is not shown. */
  readonly bluetooth: boolean;
  /** Whether boots are being connected already. */
  readonly busy: boolean;
}

export function knownBootsCard({ knownBoots, bluetooth, busy }: KnownBootsCard) {
  if (knownBoots === null || !bluetooth) return nothing;
  const { home } = firstWords;
  const { names, battery, at, chooser } = knownBoots;
  return html`<section class="card known">
    <h2>${home.known}</h2>
    <p>${home.knownWhat(names, battery, at)}</p>
    <button id="known-boots" class="press" type="button" ?disabled=${busy} @click=${connectsPaired(true)}>${home.knownConnect}</button>
    ${chooser ? html`<p class="soft">${home.knownChooser}</p>` : nothing}
  </section>`;
}
