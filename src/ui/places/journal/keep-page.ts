/** The part of the journal where the user manages this device's data: backups, CSV, storage, people, and erasing everything. */

import { html, LitElement, nothing } from 'lit';
import { property, state } from 'lit/decorators.js';
import { MOST_NAME } from '../../../journal/document/format.ts';
import type { Person } from '../../../journal/entry.ts';
import { firstWords } from '../../../words/first/first-in-use.ts';
import { journalWords } from '../../../words/journal/journal-in-use.ts';
import { intend, intends } from '../../events.ts';
import type { JournalView } from '../../journal/journal-view.ts';
import { choices } from '../../styles/choices.ts';
import { shared } from '../../styles/shared.ts';
import { textFields } from '../../styles/text-fields.ts';
import { journalStyles } from './journal-styles.ts';

const nameIn = (event: SubmitEvent): string | null => {
  event.preventDefault();
  if (!(event.currentTarget instanceof HTMLFormElement)) return null;
  return String(new FormData(event.currentTarget).get('name') ?? '').trim() || null;
};

export class KeepPage extends LitElement {
  static override styles = [shared, textFields, choices, ...journalStyles];

  @property({ attribute: false }) view: JournalView | null = null;
  @state() private asksErase = false;

  private readonly onFiles = (event: Event): void => {
    const input = event.currentTarget;
    if (!(input instanceof HTMLInputElement)) return;
    intend(this, 'restoreBackup', [...(input.files ?? [])]);
    // A field that still held the file would fire no change event if the user chose the same file again.
    input.value = '';
  };

  private readonly pickFile = (): void => this.renderRoot.querySelector<HTMLInputElement>('#file')?.click();

  private readonly onErase = (): void => {
    this.asksErase = false;
    intend(this, 'eraseEverything');
  };

  /** How far writing or reading a file has come. A screen reader announces each stage once. */
  private progress({ isBusy, progress }: JournalView, of: 'writing' | 'reading') {
    const { keeping } = journalWords().page;
    const isHere = isBusy && (progress?.stage === 'writing') === (of === 'writing');
    const says = progress === null ? keeping.busy : keeping.stages[progress.stage];
    return html`<span role="status">${isHere ? says : nothing}</span>
      ${progress === null || !isHere ? nothing : html`<progress aria-label=${says} max="1" .value=${progress.share}></progress>`}`;
  }

  private files(view: JournalView) {
    const { isBusy, total } = view;
    const { keeping } = journalWords().page;
    return html`<section class="card">
        <h2>${keeping.export}</h2>
        <p class="soft">${keeping.total(total)}. ${keeping.exportWhat}</p>
        <div class="buttons">
          <button id="json" class="press first" type="button" ?disabled=${isBusy} @click=${intends('saveFile', 'backup')}>${keeping.json}</button>
          <button id="csv" class="press" type="button" ?disabled=${isBusy} @click=${intends('saveFile', 'table')}>${keeping.csv}</button>
          ${this.progress(view, 'writing')}
        </div>
      </section>
      <section class="card">
        <h2>${keeping.import}</h2>
        <p class="soft">${keeping.importWhat}</p>
        <div class="buttons">
          <button id="import" class="press" type="button" ?disabled=${isBusy} @click=${this.pickFile}>${keeping.choose}</button>
          <input id="file" type="file" accept=".json,application/json" hidden aria-label=${keeping.choose} @change=${this.onFiles} />
          ${this.progress(view, 'reading')}
          ${
            isBusy && view.progress?.stage === 'reading'
              ? html`<button id="cancel" class="press quiet" type="button" @click=${intends('cancelRestore')}>${firstWords.welcome.cancel}</button>`
              : nothing
          }
        </div>
      </section>`;
  }

  private persisting({ persisted, memoryOnly }: JournalView) {
    const { keeping } = journalWords().page;
    if (memoryOnly !== false || persisted === 'unknown') return nothing;
    return html`<section class="card">
      <h2>${keeping.persist}</h2>
      ${
        persisted === 'yes'
          ? html`<p class="soft">${keeping.persisted}</p>`
          : html`<p class="soft">${keeping.persistWhat}</p>
              ${persisted === 'refused' ? html`<p role="status">${keeping.persistRefused}</p>` : nothing}
              <div class="buttons">
                <button id="persist" class="press" type="button" @click=${intends('persistStorage')}>${keeping.persist}</button>
              </div>`
      }
    </section>`;
  }

  private nameForm(label: string, button: string, value: string, give: (name: string) => void) {
    return html`<form
      class="name"
      @submit=${(event: SubmitEvent) => {
        const name = nameIn(event);
        if (name !== null) give(name);
        if (name !== null && value === '' && event.currentTarget instanceof HTMLFormElement)
          event.currentTarget.reset();
      }}
    >
      <label>${label}<input name="name" .value=${value} maxlength=${MOST_NAME} autocomplete="off" required /></label>
      <button class="press" type="submit">${button}</button>
    </form>`;
  }

  private people({ people, person }: JournalView) {
    const { keeping } = journalWords().page;
    const me: Person | undefined = people.find(({ id }) => id === person);
    return html`<details class="card" ?open=${people.length > 1}>
      <summary><h2>${keeping.people}</h2></summary>
      <p class="soft">${keeping.other} ${keeping.peopleWhat}</p>
      ${this.nameForm(keeping.mine, keeping.name, me?.name ?? '', (name) => intend(this, 'renamePerson', person, name))}
      ${
        // The current person needs a name before another can be added, because users tell people apart by name.
        me === undefined || me.name === ''
          ? nothing
          : this.nameForm(keeping.otherName, keeping.addPerson, '', (name) => intend(this, 'addPerson', name))
      }
    </details>`;
  }

  private erasing({ isSession }: JournalView) {
    const { keeping } = journalWords().page;
    return html`<section class="card danger">
      <h2>${keeping.erase}</h2>
      <p class="soft">${keeping.eraseWhat}</p>
      <div class="buttons">
        ${
          isSession
            ? html`<p>${keeping.eraseLater}</p>`
            : this.asksErase
              ? html`<button
                  id="erase-no"
                  class="press first"
                  type="button"
                  @click=${() => {
                    this.asksErase = false;
                  }}
                >${keeping.eraseNo}</button>
                <button id="erase-yes" class="press grave" type="button" @click=${this.onErase}>${keeping.eraseYes}</button>`
              : html`<button
                id="erase"
                class="press"
                type="button"
                @click=${() => {
                  this.asksErase = true;
                }}
              >${keeping.eraseFirst}</button>`
        }
      </div>
    </section>`;
  }

  override render() {
    const { view } = this;
    if (view === null) return nothing;
    return html`${this.files(view)} ${this.persisting(view)} ${this.people(view)} ${this.erasing(view)}`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'heartward-journal-keep': KeepPage;
  }
}
