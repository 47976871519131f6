/** A month of the journal: what happened on each day, and the latest entries. */

import { html, nothing } from 'lit';
import type { Entry } from '../../../journal/entry.ts';
import {
  daysOf,
  type JournalDay,
  type Month,
  marksOf,
  monthAfter,
  monthOf,
  today,
  weeksOf,
} from '../../../journal/views/days.ts';
import { type CalendarDay, dayAfter, momentOf, wallOn } from '../../../plan/time/wall-clock.ts';
import { journalWords } from '../../../words/journal/journal-in-use.ts';
import type { JournalView } from '../../journal/journal-view.ts';
import { entryLine } from './entry-line.ts';
import { linkToDay, linkToMonth } from './journal-path.ts';

const LATEST_ENTRIES = 8;

function cell(day: CalendarDay, month: Month, now: CalendarDay, on: JournalDay | undefined) {
  const { page } = journalWords();
  const marks = on && marksOf(on);
  const inMonth = monthOf(day) === month;
  return html`<td class=${inMonth ? '' : 'other'}>
    <a
      href=${linkToDay(day)}
      aria-current=${day === now ? 'date' : nothing}
    >
      <span class="aloud">${marks ? page.dayAloud(day, marks) : page.day(day)}</span>
      <span class="number" aria-hidden="true">${Number(day.slice(8))}</span>
      <span class="marks" aria-hidden="true">
        ${marks && marks.sessions > 0 ? html`<i class="session"></i>` : nothing}
        ${marks && marks.guides > 0 ? html`<i class="guide"></i>` : nothing}
        ${marks?.sign ? html`<i class="sign">!</i>` : nothing}
        ${marks?.soreness == null ? nothing : html`<i class="sore">${marks.soreness}</i>`}
      </span>
    </a>
  </td>`;
}

export function calendarPage(view: JournalView, asked: Month | null) {
  const { page } = journalWords();
  const now = today(view.now, view.zone);
  const month = asked ?? monthOf(now);
  const weeks = weeksOf(month, page.firstWeekday);
  const first = weeks[0]?.[0] ?? now;
  const last = weeks.at(-1)?.at(-1) ?? now;
  const from = momentOf(wallOn(first, '00:00'), view.zone);
  const until = momentOf(wallOn(dayAfter(last, 1), '00:00'), view.zone);
  const isShown = ({ at }: Entry): boolean => at >= from && at < until;
  const days = new Map(daysOf(view.entries.filter(isShown), view.zone).map((each) => [each.day, each]));
  const latest = view.entries.slice(-LATEST_ENTRIES).reverse();
  return html`<section class="card month">
      <div class="turn">
        <a class="press" href=${linkToMonth(monthAfter(month, -1))} aria-label=${page.earlier}>‹</a>
        <h2 aria-live="polite">${page.month(month)}</h2>
        <a class="press" href=${linkToMonth(monthAfter(month, 1))} aria-label=${page.later}>›</a>
      </div>
      <table>
        <thead>
          <tr>${page.weekdays.map(({ short, long }) => html`<th scope="col" aria-label=${long}>${short}</th>`)}</tr>
        </thead>
        <tbody>
          ${weeks.map((week) => html`<tr>${week.map((day) => cell(day, month, now, days.get(day)))}</tr>`)}
        </tbody>
      </table>
      <a class="press first" href=${linkToDay(now)}>${page.today}</a>
    </section>
    ${
      latest.length === 0
        ? html`<p class="soft">${page.nothing}</p>`
        : html`<ul class="entries card">${latest.map((entry) => entryLine(entry, view, { dated: true, erasable: false }))}</ul>`
    }`;
}
