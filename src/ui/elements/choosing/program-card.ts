/** A program in the list: its name, preview, purpose, pressure and time. */

import { html } from 'lit';
import { asMeant, type Program } from '../../../program/program.ts';
import type { Preview } from '../../../timeline/preview/preview.ts';
import { storiesOf } from '../../../timeline/preview/story.ts';
import { words } from '../../../words/in-use.ts';

const sentences = new WeakMap<Preview, string>();

/** What a screen reader says of the preview. */
function aloud(preview: Preview | null): string {
  if (!preview) return words.drawing.none;
  const known = sentences.get(preview) ?? words.drawing.sentence(preview, storiesOf(preview));
  sentences.set(preview, known);
  return known;
}

/**
 * The preview's place keeps its size while there is no preview yet. Screen readers say name, pressure and time, then purpose and preview as
 * the description.
 *
 * @param possible whether these boots can play the program at all
 * @param choose called when the user picks the card
 */
export function programCard(
  program: Program,
  chosen: boolean,
  preview: Preview | null,
  possible: boolean,
  choose: (program: Program) => void,
) {
  const part = (name: string): string => `${name}-${program.id}`;
  const { intensity, minutes } = asMeant(program);
  return html`<label class="card program">
    <input
      type="radio"
      name="program"
      .value=${program.id}
      .checked=${chosen}
      aria-labelledby="${part('name')} ${part('meant')}"
      aria-describedby="${part('purpose')} ${part('drawing')}"
      @change=${() => choose(program)}
    />
    <span id=${part('name')} class="name">${program.name}</span>
    <span class="drawing">
      ${
        possible
          ? html`<heartward-preview aria-hidden="true" compact .compact=${true} .preview=${preview}></heartward-preview>
              <span id=${part('drawing')} class="sentence" hidden>${aloud(preview)}</span>`
          : html`<span id=${part('drawing')} class="not">${words.choose.notOnThese}</span>`
      }
    </span>
    <span id=${part('purpose')} class="soft purpose">${program.purpose}</span>
    <span id=${part('meant')} class="meant">${words.choose.asMeant(intensity, minutes)}</span>
  </label>`;
}
