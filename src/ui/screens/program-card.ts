/** A program in the list: its drawing, its name, what it is for, pressure and time. */

import { html } from 'lit';
import type { Program } from '../../program/program.ts';
import type { Preview } from '../../timeline/preview.ts';
import { pressure } from '../words/numbers.ts';
import { choose as words } from '../words/screens.ts';

/** The place of the drawing has its size before there is one. */
export function programCard(
  program: Program,
  chosen: boolean,
  preview: Preview | null,
  possible: boolean,
  choose: (program: Program) => void,
) {
  return html`<label class="card program">
    <input
      type="radio"
      name="program"
      .value=${program.id}
      .checked=${chosen}
      @change=${() => choose(program)}
    />
    <span class="name">${program.name}</span>
    <span class="drawing">
      ${
        possible
          ? html`<heartward-preview compact .compact=${true} .preview=${preview}></heartward-preview>`
          : html`<span class="not">${words.notOnThese}</span>`
      }
    </span>
    <span class="soft purpose">${program.purpose}</span>
    <span class="meant">${words.asMeant(pressure(program.peak), program.minutes)}</span>
  </label>`;
}
