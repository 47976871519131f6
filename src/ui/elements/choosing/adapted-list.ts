/** A list of where these boots will play the program differently than it is written. Styled in shared.css. */

import { html, nothing } from 'lit';
import type { Preview } from '../../../timeline/preview/preview.ts';
import { adaptationWords } from '../../../words/en/adaptations.ts';
import { choose as words } from '../../../words/en/screens.ts';

export const adaptedList = (preview: Preview | null) =>
  preview && preview.adaptations.length > 0
    ? html`<ul class="adapted" aria-label=${words.adapted}>
        ${adaptationWords(preview.adaptations).map((line) => html`<li>${line}</li>`)}
      </ul>`
    : nothing;
