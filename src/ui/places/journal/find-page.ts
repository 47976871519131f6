/** Searches the journal. */

import { html, LitElement } from 'lit';
import { property, state } from 'lit/decorators.js';
import type { Entry, EntryKind } from '../../../journal/entry.ts';
import { type EntryFilter, everyEntry, found } from '../../../journal/views/find.ts';
import type { CalendarDay } from '../../../plan/time/wall-clock.ts';
import { journalWords } from '../../../words/journal/journal-in-use.ts';
import type { JournalView } from '../../journal/journal-view.ts';
import { shared } from '../../styles/shared.ts';
import { textFields } from '../../styles/text-fields.ts';
import { entryLine } from './entry-line.ts';
import { journalStyles } from './journal-styles.ts';

/** Most results listed. The newest are kept. */
const MOST_RESULTS = 200;

export class FindPage extends LitElement {
  static override styles = [shared, textFields, ...journalStyles];

  @property({ attribute: false }) view: JournalView | null = null;
  @state() private wanted: EntryFilter = everyEntry;

  private want(change: Partial<EntryFilter>): void {
    this.wanted = { ...this.wanted, ...change };
  }

  private readonly onText = (event: Event): void => {
    if (event.currentTarget instanceof HTMLInputElement) this.want({ text: event.currentTarget.value });
  };
  private readonly onAlarms = (event: Event): void => {
    if (event.currentTarget instanceof HTMLInputElement) this.want({ alarms: event.currentTarget.checked });
  };
  private readonly onKind = (event: Event): void => {
    if (!(event.currentTarget instanceof HTMLSelectElement)) return;
    const { value } = event.currentTarget;
    this.want({ kinds: value === '' ? [] : [value as EntryKind] });
  };

  private day(name: 'from' | 'to', label: string) {
    return html`<label>${label}
      <input
        type="date"
        .value=${this.wanted[name] ?? ''}
        @change=${(event: Event) => {
          if (event.currentTarget instanceof HTMLInputElement)
            this.want({ [name]: (event.currentTarget.value as CalendarDay) || null });
        }}
      />
    </label>`;
  }

  override render() {
    const { view } = this;
    if (view === null) return null;
    const { page } = journalWords();
    const { finding, kinds } = page;
    const named = (entry: Entry): string =>
      [kinds[entry.kind], page.entry(entry), ...page.entryMore(entry)].join(' ');
    const all = found(view.entries, this.wanted, view.zone, named);
    const listed = all.slice(-MOST_RESULTS).reverse();
    return html`<section class="card form" role="search">
        <label>${finding.text}<input type="search" .value=${this.wanted.text} @input=${this.onText} /></label>
        <label>${finding.kind}
          <select @change=${this.onKind}>
            <option value="">${finding.all}</option>
            ${Object.entries(kinds).map(([kind, name]) => html`<option value=${kind}>${name}</option>`)}
          </select>
        </label>
        ${this.day('from', finding.from)} ${this.day('to', finding.to)}
        <label class="tick"><input type="checkbox" .checked=${this.wanted.alarms} @change=${this.onAlarms} />${finding.alarms}</label>
      </section>
      <p role="status" class="soft">${all.length === 0 ? finding.none : finding.found(all.length, listed.length)}</p>
      <ul class="entries card" ?hidden=${all.length === 0}>
        ${listed.map((entry) => entryLine(entry, view, { dated: true, erasable: false }))}
      </ul>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'heartward-find': FindPage;
  }
}
