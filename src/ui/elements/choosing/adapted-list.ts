/** Lists how these boots will play the program differently from how it is written. */

import { html, nothing } from 'lit';
import type { Preview } from '../../../timeline/preview/preview.ts';
import { words } from '../../../words/in-use.ts';

export const adaptedList = (preview: Preview | null) =>
  preview && preview.adaptations.length > 0
    ? html`<ul class="adapted" aria-label=${words.choose.adapted}>
        ${words.adaptations(preview.adaptations).map((line) => html`<li>${line}</li>`)}
      </ul>`
    : nothing;
