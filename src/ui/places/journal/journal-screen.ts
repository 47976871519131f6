/** The journal's screen. */

import { html, LitElement, nothing } from 'lit';
import { property } from 'lit/decorators.js';
import type { PersonId } from '../../../journal/entry.ts';
import { words } from '../../../words/in-use.ts';
import { journalWords } from '../../../words/journal/journal-in-use.ts';
import type { JournalOutcome } from '../../../words/journal/journal-outcome.ts';
import { intend, intends } from '../../events.ts';
import type { JournalView } from '../../journal/journal-view.ts';
import { choices } from '../../styles/choices.ts';
import { shared } from '../../styles/shared.ts';
import { calendarPage } from './calendar-page.ts';
import { dayPage } from './day-page.ts';
import { type JournalPart, linkToPart, partAt } from './journal-path.ts';
import { journalStyles } from './journal-styles.ts';
import { sessionPage } from './session-page.ts';

const bad: ReadonlySet<JournalOutcome['kind']> = new Set(['refused', 'tooLarge', 'notImported', 'notErased']);

const parts = ['month', 'find', 'trends', 'keep'] as const;

export class JournalScreen extends LitElement {
  static override styles = [shared, choices, ...journalStyles];

  @property({ attribute: false }) view: JournalView | null = null;
  @property({ attribute: false }) path: readonly string[] = [];

  private whose({ people, person }: JournalView) {
    if (people.length < 2) return nothing;
    const { keeping } = journalWords().page;
    return html`<fieldset>
      <legend class="aloud">${keeping.whose}</legend>
      <div class="choices people">
        ${people.map(
          ({ id, name }) => html`<label class="choice">
            <input type="radio" name="person" .checked=${id === person} @change=${() => this.choose(id)} />${name}
          </label>`,
        )}
      </div>
    </fieldset>`;
  }

  private choose(person: PersonId): void {
    intend(this, 'choosePerson', person);
  }

  private outcome({ outcome }: JournalView) {
    if (outcome === null) return nothing;
    const { page } = journalWords();
    const { title, advice } = page.outcome(outcome);
    const isBad = bad.has(outcome.kind);
    return html`<section class="outcome ${isBad ? 'bad' : ''}" role=${isBad ? 'alert' : 'status'}>
      <p><b>${title}</b></p>
      ${advice.length === 0 ? nothing : html`<ul>${advice.map((line) => html`<li>${line}</li>`)}</ul>`}
      <div class="buttons">
        ${
          outcome.kind === 'erased'
            ? html`<button id="restore" class="press" type="button" @click=${intends('restoreEntry', outcome.entry)}>${page.restore}</button>`
            : nothing
        }
        ${
          outcome.kind === 'notImported'
            ? html`<button id="backup" class="press first" type="button" @click=${intends('saveFile', 'backup')}>${page.keeping.json}</button>`
            : nothing
        }
        <button class="press quiet" type="button" @click=${intends('dismissJournalOutcome')}>${words.page.dismiss}</button>
      </div>
    </section>`;
  }

  private warnings({ memoryOnly, unreadable }: JournalView) {
    const { keeping } = journalWords().page;
    const lines = [
      ...(memoryOnly === false ? [] : [keeping.memoryOnly[memoryOnly]]),
      ...(unreadable === 0 ? [] : [keeping.unreadable(unreadable)]),
    ];
    return lines.map((line) => html`<p class="care">${line}</p>`);
  }

  private shown(view: JournalView, part: JournalPart) {
    switch (part.kind) {
      case 'month':
        return calendarPage(view, part.month);
      case 'day':
        return dayPage(view, part.day);
      case 'session':
        return sessionPage(view, part.id) ?? calendarPage(view, null);
      case 'find':
        return html`<heartward-find .view=${view}></heartward-find>`;
      case 'trends':
        return html`<heartward-trends .view=${view}></heartward-trends>`;
      case 'keep':
        return html`<heartward-journal-keep .view=${view}></heartward-journal-keep>`;
    }
  }

  override render() {
    const { view } = this;
    if (view === null) return nothing;
    const { page } = journalWords();
    const part = partAt(this.path);
    const shown = part.kind === 'day' || part.kind === 'session' ? 'month' : part.kind;
    const names = { month: page.calendar, find: page.find, trends: page.trends, keep: page.keep };
    return html`<div class="page">
      <h1>${page.title}</h1>
      <nav aria-label=${page.title}>
        <ul class="parts">
          ${parts.map(
            (one) =>
              html`<li><a href=${linkToPart(one)} aria-current=${one === shown ? 'page' : nothing}>${names[one]}</a></li>`,
          )}
        </ul>
      </nav>
      ${this.whose(view)} ${this.warnings(view)} ${this.outcome(view)} ${this.shown(view, part)}
    </div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'heartward-journal': JournalScreen;
  }
}
