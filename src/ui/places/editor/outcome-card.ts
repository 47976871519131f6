/** The message about the last save, import, removal or export of a program, with a button, link or code that goes with it. */

import { html, nothing } from 'lit';
import { editorWords } from '../../../words/editor/editor-in-use.ts';
import type { EditorOutcome } from '../../../words/editor/editor-outcome.ts';
import { intends } from '../../events.ts';
import { codePicture } from '../../pictures/code-picture.ts';

function next(outcome: EditorOutcome) {
  const { page } = editorWords();
  switch (outcome.kind) {
    case 'kept':
    case 'notKept':
    case 'taken':
    case 'duplicated':
      return html`<button id="use" class="press" type="button" @click=${intends('useDraft', outcome.program)}>
        ${page.use}
      </button>`;
    case 'removed':
      return html`<button id="restore" class="press" type="button" @click=${intends('restoreDraft', outcome.program)}>
        ${page.restore}
      </button>`;
    case 'refused':
      return html`<heartward-problems .problems=${outcome.problems}></heartward-problems>`;
    case 'code':
      return codePicture(outcome.rows, page.codeAloud);
    case 'codeTooLarge':
      return html`<button class="press" type="button" @click=${intends('downloadDraft')}>${page.file}</button>`;
    case 'link':
      return html`<input
        class="link"
        readonly
        aria-label=${page.linkName}
        .value=${outcome.link}
        @focus=${({ currentTarget }: Event) => currentTarget instanceof HTMLInputElement && currentTarget.select()}
      />`;
    default:
      return nothing;
  }
}

const ofGiving: ReadonlySet<EditorOutcome['kind']> = new Set<EditorOutcome['kind']>([
  'saved',
  'linkCopied',
  'link',
  'code',
  'codeTooLarge',
  'partMissing',
]);

/** Whether the outcome is that of a download or of sharing. Such an outcome is shown beside the buttons for sharing. */
export const isOfSharing = (outcome: EditorOutcome | null): boolean =>
  outcome !== null && ofGiving.has(outcome.kind);

/** Renders its live region even when empty, so that screen readers announce what appears in it. */
export function outcomeCard(outcome: EditorOutcome | null) {
  const words = editorWords();
  return html`<div class="outcome" role="status">
    ${
      outcome === null
        ? nothing
        : html`<div class="card ${outcome.kind}">
            <p><b>${words.outcome(outcome).title}</b></p>
            ${words.outcome(outcome).lines.map((line) => html`<p>${line}</p>`)}
            <div class="row-of-buttons">
              ${next(outcome)}
              <button class="press quiet" type="button" @click=${intends('dismissEditorOutcome')}>${words.page.close}</button>
            </div>
          </div>`
    }
  </div>`;
}
