/** The editor's first screen, where the user chooses what to edit. */

import { html, LitElement, nothing, unsafeCSS } from 'lit';
import { property } from 'lit/decorators.js';
import { type Program, startingSettings } from '../../../program/program.ts';
import { editorWords } from '../../../words/editor/editor-in-use.ts';
import type { EditorOutcome } from '../../../words/editor/editor-outcome.ts';
import { words } from '../../../words/in-use.ts';
import { intends } from '../../events.ts';
import { choices } from '../../styles/choices.ts';
import { shared } from '../../styles/shared.ts';
import { textFields } from '../../styles/text-fields.ts';
import { addressOf, editorOf, scanner } from '../place.ts';
import text from './editor.css?inline';
import { outcomeCard } from './outcome-card.ts';

export interface StartView {
  /** Drafts with unsaved changes. `at`: the draft's id in the editor's address. */
  readonly unsaved: readonly { readonly at: string; readonly draft: Program }[];
  readonly own: readonly Program[];
  readonly programs: readonly Program[];
  readonly plain: readonly Program[];
  readonly outcome: EditorOutcome | null;
  /** Whether the address names a program that is not there. */
  readonly gone: boolean;
}

const row = (program: Program) => {
  const { intensity, minutes } = startingSettings(program);
  return html`<li>
    <a href=${addressOf(editorOf(program.id))}>
      <b>${words.programName(program.name)}</b>
      <span class="soft">${words.choose.recommended(intensity, minutes)}</span>
    </a>
  </li>`;
};

const unsaved = (drafts: StartView['unsaved']) => {
  const { start, page } = editorWords();
  return drafts.length === 0
    ? nothing
    : html`<section id="unsaved">
        <h2>${page.unkept}</h2>
        <ul class="programs">
          ${drafts.map(({ at, draft }) => {
            const name = words.programName(draft.name);
            return html`<li>
              <a href=${addressOf(editorOf(at))}><b>${name}</b></a>
              <button class="press" type="button" aria-label=${start.discardThis(name)} @click=${intends('discardDraft', at)}
                >${start.discard}</button>
            </li>`;
          })}
        </ul>
      </section>`;
};

const list = (title: string, programs: readonly Program[]) =>
  programs.length === 0
    ? nothing
    : html`<section>
        <h2>${title}</h2>
        <ul class="programs">${programs.map(row)}</ul>
      </section>`;

export class EditorStart extends LitElement {
  static override styles = [shared, textFields, choices, unsafeCSS(text)];

  @property({ attribute: false }) view: StartView | null = null;

  override render() {
    const { view } = this;
    if (!view) return nothing;
    const { start } = editorWords();
    return html`<div class="page start">
      <header>
        <h1>${start.title}</h1>
        <p>${view.gone ? start.gone : start.intro}</p>
      </header>
      ${outcomeCard(view.outcome)} ${unsaved(view.unsaved)}
      <a id="from-nothing" class="press first" href=${addressOf(editorOf('new'))}>${start.nothing}</a>
      <p class="soft">${start.nothingWhat}</p>
      <a id="to-scan" class="press" href=${addressOf(scanner)}>${start.scan}</a>
      ${list(start.own, view.own)} ${list(start.presets, view.programs)} ${list(start.patterns, view.plain)}
    </div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'heartward-editor-start': EditorStart;
  }
}
