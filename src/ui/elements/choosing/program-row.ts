/** A program in the list. */

import { html } from 'lit';
import type { Program, Settings } from '../../../program/program.ts';
import type { Preview } from '../../../timeline/preview/preview.ts';
import { storiesOf } from '../../../timeline/preview/story.ts';
import { words } from '../../../words/in-use.ts';
import { intends } from '../../events.ts';
import type { Obstacle } from '../../settings/program-obstacle.ts';

const sentences = new WeakMap<Preview, string>();

/** The preview as a sentence for screen readers. Cached by preview, because the list renders often. */
function aloud(preview: Preview | null): string {
  if (!preview) return words.drawing.none;
  const known = sentences.get(preview) ?? words.drawing.sentence(preview, storiesOf(preview));
  sentences.set(preview, known);
  return known;
}

export interface RowOptions {
  readonly program: Program;
  readonly settings: Pick<Settings, 'intensity' | 'minutes'>;
  readonly chosen: boolean;
  /** Whether the page shows the drawing in full elsewhere. The row then shows a check mark instead. */
  readonly drawnElsewhere: boolean;
  readonly preview: Preview | null;
  readonly obstacle: Obstacle | null;
  readonly favourite: boolean;
  readonly choose: (program: Program) => void;
}

/**
 * While `preview` is null, its place is empty but has the same size. Screen readers read name, pressure and time, then purpose and preview
 * as the description.
 */
export function programRow({
  program,
  settings: { intensity, minutes },
  chosen,
  drawnElsewhere,
  preview,
  obstacle,
  favourite,
  choose,
}: RowOptions) {
  const part = (name: string): string => `${name}-${program.id}`;
  const drawing = drawnElsewhere
    ? html`<wa-icon name="check"></wa-icon>`
    : html`<heartward-preview aria-hidden="true" compact .compact=${true} .preview=${preview}></heartward-preview>`;
  return html`<div class="program-row">
    <label class="program">
      <input
        type="radio"
        name="program"
        .value=${program.id}
        .checked=${chosen}
        aria-labelledby="${part('name')} ${part('meant')}"
        aria-describedby="${part('purpose')} ${part('drawing')}"
        @change=${() => choose(program)}
      />
      <span class="drawing">
        ${
          obstacle === null
            ? html`${drawing}<span id=${part('drawing')} class="sentence" hidden>${aloud(preview)}</span>`
            : html`<span id=${part('drawing')} class="not">${words.choose.obstacles[obstacle]}</span>`
        }
      </span>
      <span id=${part('name')} class="name">${words.programName(program.name)}</span>
      <span id=${part('meant')} class="meant">${words.choose.recommended(intensity, minutes)}</span>
      <span id=${part('purpose')} class="soft purpose">${words.programPurpose(program.purpose)}</span>
    </label>
    <button
      type="button"
      class="star"
      aria-pressed=${favourite ? 'true' : 'false'}
      aria-label=${words.choose.favourite(words.programName(program.name))}
      @click=${intends('setFavourite', program, !favourite)}
    ><wa-icon name=${favourite ? 'star-full' : 'star'}></wa-icon></button>
  </div>`;
}
