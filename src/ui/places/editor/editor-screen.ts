/** The editor of one program. */

import { html, LitElement, nothing, type PropertyValues, unsafeCSS } from 'lit';
import { property, state } from 'lit/decorators.js';
import type { Edit } from '../../../program/edit/edit.ts';
import { bySpot, type Spot } from '../../../program/edit/spots.ts';
import type { Preview } from '../../../timeline/preview/preview.ts';
import { storiesOf } from '../../../timeline/preview/story.ts';
import { editorWords } from '../../../words/editor/editor-in-use.ts';
import { words } from '../../../words/in-use.ts';
import { adaptedList } from '../../elements/choosing/adapted-list.ts';
import { intend, intends } from '../../events.ts';
import { WideWindow } from '../../page/wide-window.ts';
import { choices } from '../../styles/choices.ts';
import { shared } from '../../styles/shared.ts';
import { textFields } from '../../styles/text-fields.ts';
import { addressOf, editor } from '../place.ts';
import text from './editor.css?inline';
import { type GroupKey, groupFields, hasProblem } from './editor-groups.ts';
import type { EditorView } from './editor-view.ts';
import formText from './form.css?inline';
import type { Form } from './form.ts';
import { isOfSharing, outcomeCard } from './outcome-card.ts';
import { partsGroup, turnsGroup } from './part-fields.ts';
import type { TrialView } from './trial/trial-view.ts';

/** Groups that are unfolded at first even in a narrow window; in a wide one all are. */
const firstUnfolded: ReadonlySet<GroupKey> = new Set(['whole']);
const GROUPS = ['whole', 'parts', 'wave', 'pulses', 'turns', 'legs', 'about'] as const;

const content = (form: Form, key: GroupKey) => {
  if (key === 'parts') return partsGroup(form);
  if (key === 'turns') return turnsGroup(form);
  return groupFields(form, key);
};

export class EditorScreen extends LitElement {
  static override styles = [shared, textFields, choices, unsafeCSS(formText), unsafeCSS(text)];

  @property({ attribute: false }) view: EditorView | null = null;
  /** The preview of the draft as a whole session; null = not computed, or the draft has problems. */
  @property({ attribute: false }) whole: Preview | null = null;

  @property({ attribute: false }) trial: TrialView | null = null;
  /** Whether a session is on. No trial can then run. */
  @property({ type: Boolean }) busy = false;

  @state() private folded: ReadonlyMap<GroupKey, boolean> = new Map();
  /** The text that the user is typing, and into which field; null = none. */
  private typing: { readonly spot: Spot; readonly text: string; readonly gesture: string } | null = null;
  /** How often the user has begun to type into a field. Makes the names of gestures unique. */
  private fields = 0;
  private readonly window = new WideWindow(this);

  override connectedCallback(): void {
    super.connectedCallback();
    window.addEventListener('keydown', this.onKey);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    window.removeEventListener('keydown', this.onKey);
  }

  /** Undo and Redo by keyboard. They work in text fields too, because typing there edits the draft. */
  private readonly onKey = (event: KeyboardEvent): void => {
    if (!(event.ctrlKey || event.metaKey) || event.altKey) return;
    const key = event.key.toLowerCase();
    const redo = key === 'y' || (key === 'z' && event.shiftKey);
    if (!redo && key !== 'z') return;
    event.preventDefault();
    this.typing = null;
    intend(this, redo ? 'redoEdit' : 'undoEdit');
  };

  private readonly onLeave = (): void => {
    this.typing = null;
    this.requestUpdate();
  };

  protected override updated(changed: PropertyValues<this>): void {
    const before: EditorView | null | undefined = changed.get('view');
    const said = this.view?.outcome;
    if (!changed.has('view') || said === before?.outcome) return;
    if (said?.kind === 'toPutRight')
      this.renderRoot.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  }

  private formOf({ draft, problems }: EditorView): Form {
    return {
      program: draft,
      problems: bySpot(problems),
      typed: (spot, means) => {
        const { typing } = this;
        if (typing?.spot !== spot) return null;
        const meant = typing.text.trim() === '' ? Number.NaN : Number(typing.text);
        return Object.is(meant, means) || Math.abs(meant - means) < 0.01 ? typing.text : null;
      },
      edit: (edit: Edit) => intend(this, 'editDraft', edit, null),
      type: (spot, typed, edit) => {
        const gesture = this.typing?.spot === spot ? this.typing.gesture : `${spot} ${++this.fields}`;
        this.typing = { spot, text: typed, gesture };
        intend(this, 'editDraft', edit, gesture);
      },
    };
  }

  private group(form: Form, key: GroupKey) {
    const wrong = hasProblem(form, key);
    const open = wrong || (this.folded.get(key) ?? (this.window.matches || firstUnfolded.has(key)));
    const onToggle = ({ currentTarget }: Event): void => {
      if (!(currentTarget instanceof HTMLDetailsElement) || currentTarget.open === open) return;
      this.folded = new Map([...this.folded, [key, currentTarget.open]]);
    };
    return html`<details class="card" id="group-${key}" .open=${open} @toggle=${onToggle}>
      <summary><b>${editorWords().groups[key]}</b></summary>
      ${open ? content(form, key) : nothing}
    </details>`;
  }

  private head(view: EditorView) {
    const { page, editing, problems, trial } = editorWords();
    const { draft } = view;
    const state = view.isKept ? page.asKept : page.unkept;
    const button = (
      id: string,
      label: string,
      intent: Parameters<typeof intends>[0],
      possible = true,
      kind = '',
    ) =>
      html`<button id=${id} class="press ${kind}" type="button" ?disabled=${!possible} @click=${intends(intent)}>${label}</button>`;
    return html`<header>
        <p><a href=${addressOf(editor)}>${page.other}</a></p>
        <h1>${editing(words.programName(draft.name))}</h1>
        <p class="state" role="status">${problems(view.problems.length) || state}</p>
      </header>
      <div class="row-of-buttons tools">
        ${button('keep', page.keep, 'saveDraft', !view.isKept, 'first')}
        ${button('undo', page.undo, 'undoEdit', view.mayUndo)} ${button('redo', page.redo, 'redoEdit', view.mayRedo)}
        ${button('try', trial.try, 'tryDraft', !this.busy && (this.trial === null || this.trial.state === 'over'))}
        ${button('duplicate', page.duplicate, 'duplicateDraft')}
        ${view.isOwn ? button('remove', page.remove, 'removeDraft') : nothing}
      </div>
      ${this.busy ? html`<p class="soft">${trial.notNow}</p>` : nothing}`;
  }

  private drawing(view: EditorView) {
    const { drawing } = editorWords();
    return html`<section class="card" aria-label=${drawing.title}>
      <h2>${drawing.title}</h2>
      <heartward-edit-drawing .program=${view.draft} .drawing=${view.drawing} ?old=${view.drawingIsOld}></heartward-edit-drawing>
      <p class="soft">${drawing.how}</p>
      ${this.figures()}
      <p class="soft">${drawing.boots}</p>
    </section>`;
  }

  private figures() {
    const { whole } = this;
    if (!whole) return nothing;
    return html`<p class="aloud">${words.drawing.sentence(whole, storiesOf(whole))}</p>
      <dl>
        ${words.drawing
          .figures(whole)
          .map(
            ({ label, value, more }) =>
              html`<div><dt>${label}</dt><dd><b>${value}</b> <span class="soft">${more}</span></dd></div>`,
          )}
      </dl>
      ${adaptedList(whole)}`;
  }

  private sharing({ outcome }: EditorView) {
    const { page } = editorWords();
    return html`<section class="card">
      <h2>${page.give}</h2>
      <div class="row-of-buttons">
        <button id="file" class="press" type="button" @click=${intends('downloadDraft')}>${page.file}</button>
        <button id="share" class="press" type="button" @click=${intends('shareDraft')}>${page.link}</button>
        <button id="code" class="press" type="button" @click=${intends('showDraftCode')}>${page.code}</button>
      </div>
      ${outcomeCard(isOfSharing(outcome) ? outcome : null)}
    </section>`;
  }

  private zones({ draft }: EditorView, form: Form) {
    const { zones } = editorWords();
    if (!draft.set?.zones) return nothing;
    return html`<section class="card">
      <p>${zones.what}</p>
      <button id="forget-zones" class="press" type="button" @click=${() => form.edit({ kind: 'forgetZones' })}>${zones.forget}</button>
    </section>`;
  }

  override render() {
    const { view } = this;
    if (!view) return nothing;
    const form = this.formOf(view);
    return html`<div class="page">
      ${this.head(view)} ${outcomeCard(isOfSharing(view.outcome) ? null : view.outcome)}
      ${this.trial === null ? nothing : html`<heartward-trial .trial=${this.trial}></heartward-trial>`}
      <div class="columns" @focusout=${this.onLeave}>
        <div class="picture">${this.drawing(view)}</div>
        <div class="groups">
          ${GROUPS.map((key) => this.group(form, key))} ${this.zones(view, form)} ${this.sharing(view)}
        </div>
      </div>
    </div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'heartward-editor': EditorScreen;
  }
}
