/** A day of the journal: its entries, and the form that adds more. */

import { html, nothing } from 'lit';
import { bootsLocks } from '../../../journal/gate.ts';
import { locksIn } from '../../../journal/reports.ts';
import { monthOf, today } from '../../../journal/views/days.ts';
import { type CalendarDay, dayAfter, momentOf, wallOn } from '../../../plan/time/wall-clock.ts';
import { journalWords } from '../../../words/journal/journal-in-use.ts';
import type { JournalView } from '../../journal/journal-view.ts';
import { entryLine } from './entry-line.ts';
import { linkToDay, linkToMonth } from './journal-path.ts';

export function dayPage(view: JournalView, day: CalendarDay) {
  const { page } = journalWords();
  const now = today(view.now, view.zone);
  const before = dayAfter(day, -1);
  const after = dayAfter(day, 1);
  const from = momentOf(wallOn(day, '00:00'), view.zone);
  const until = momentOf(wallOn(after, '00:00'), view.zone);
  const entries = view.entries.filter(({ at }) => at >= from && at < until);
  return html`<p><a href=${linkToMonth(monthOf(day))}>${page.back}</a></p>
    <div class="turn">
      <a class="press" href=${linkToDay(before)} aria-label=${page.day(before)}>‹</a>
      <h2>${page.day(day)}</h2>
      <a class="press" href=${linkToDay(after)} aria-label=${page.day(after)}>›</a>
    </div>
    ${
      entries.length === 0
        ? html`<p class="soft">${page.nothingDay}</p>`
        : html`<ul class="entries card">${entries.map((entry) => entryLine(entry, view, { dated: false, erasable: true }))}</ul>`
    }
    ${
      // A day in the future has no form, because nothing can have happened yet.
      day > now
        ? nothing
        : html`<heartward-note-form
            .day=${day}
            .zone=${view.zone}
            .now=${view.now}
            .locks=${bootsLocks(locksIn(view.entries, view.now, view.zone))}
          ></heartward-note-form>`
    }`;
}
