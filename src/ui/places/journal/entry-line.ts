/** A journal entry in a list. */

import { html, nothing } from 'lit';
import type { Entry } from '../../../journal/entry.ts';
import { dayOfEntry, wallOfEntry } from '../../../journal/views/days.ts';
import { firstWords } from '../../../words/first/first-in-use.ts';
import { journalWords } from '../../../words/journal/journal-in-use.ts';
import { intends } from '../../events.ts';
import type { JournalView } from '../../journal/journal-view.ts';
import { linkToDay, linkToSession } from './journal-path.ts';

interface Shown {
  /** Whether to show the date, because the list covers several days. */
  readonly dated: boolean;
  readonly erasable: boolean;
}

export function entryLine(entry: Entry, { zone, doubts }: JournalView, { dated, erasable }: Shown) {
  const { page } = journalWords();
  const wall = wallOfEntry(entry, zone);
  const there = wallOfEntry(entry, entry.zone);
  const day = dayOfEntry(entry, zone);
  const doubt = doubts.get(entry.id);
  const what = page.entry(entry);
  return html`<li class="entry ${entry.kind}">
    <span class="when">
      ${dated ? html`<a href=${linkToDay(day)}>${page.shortDay(day)}</a>` : nothing}
      <time datetime=${wall}>${page.time(wall)}</time>
    </span>
    <span class="what">
      ${entry.kind === 'session' ? html`<a href=${linkToSession(entry.id)}>${what}</a>` : html`<span class="text">${what}</span>`}
      ${page.entryMore(entry).map((line) => html`<small>${line}</small>`)}
      ${wall === there ? nothing : html`<small>${page.elsewhere(there, entry.zone)}</small>`}
      ${doubt === undefined ? nothing : html`<small class="care">${page.doubts[doubt]}</small>`}
    </span>
    ${
      erasable
        ? html`<button
            class="press quiet"
            type="button"
            aria-label=${firstWords.labelled(page.erase, what)}
            @click=${intends('eraseEntry', entry.id)}
          >${page.erase}</button>`
        : nothing
    }
  </li>`;
}
