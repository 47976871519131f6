/** A session in the journal. */

import { html, nothing } from 'lit';
import { seconds } from '../../../../firmware-protocol/quantities.ts';
import type { EntryId, SessionEntry } from '../../../journal/entry.ts';
import { dayOfEntry } from '../../../journal/views/days.ts';
import { words } from '../../../words/in-use.ts';
import { journalWords } from '../../../words/journal/journal-in-use.ts';
import type { JournalView } from '../../journal/journal-view.ts';
import { entryLine } from './entry-line.ts';
import { linkToDay } from './journal-path.ts';

function zoneTable({ zones }: SessionEntry) {
  const { session } = journalWords().page;
  const { numbers } = words;
  return html`<div class="wide" role="region" tabindex="0" aria-label=${session.zones}>
    <table class="figures">
      <caption>${session.zones}</caption>
      <thead>
        <tr>
          ${[session.zone, session.peak, session.mean, session.above30, session.dose].map((name) => html`<th scope="col">${name}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${zones.map(
          ({ side, part, peak, mean, above30, dose }) => html`<tr>
            <th scope="row">${session.zoneName(side, part)}</th>
            <td>${numbers.pressure(peak)}</td>
            <td>${numbers.pressure(mean)}</td>
            <td>${numbers.lasting(seconds(above30))}</td>
            <td>${numbers.doseFigure(dose)}</td>
          </tr>`,
        )}
      </tbody>
    </table>
  </div>`;
}

const list = (title: string, lines: readonly string[]) =>
  lines.length === 0
    ? nothing
    : html`<section><h3>${title}</h3><ul class="lines">${lines.map((line) => html`<li>${line}</li>`)}</ul></section>`;

function trace(view: JournalView, id: EntryId) {
  const { session } = journalWords().page;
  const shown = view.trace(id);
  if (typeof shown !== 'string')
    return html`<heartward-session-trace .trace=${shown}></heartward-session-trace>`;
  return html`<p class="soft" role="status">${shown === 'loading' ? session.loading : session.noTrace}</p>`;
}

/** Null = no such session. */
export function sessionPage(view: JournalView, id: EntryId) {
  const entry = view.entries.find((one): one is SessionEntry => one.kind === 'session' && one.id === id);
  if (entry === undefined) return null;
  const { page } = journalWords();
  const { session } = page;
  const day = dayOfEntry(entry, view.zone);
  const about = view.entries.filter((one) => 'of' in one && one.of === id);
  return html`<p><a href=${linkToDay(day)}>${page.day(day)}</a></p>
    <ul class="entries card">
      ${[entry, ...about].map((one) => entryLine(one, view, { dated: false, erasable: one === entry }))}
    </ul>
    <section class="card">
      <h2>${session.trace}</h2>
      ${trace(view, id)}
    </section>
    <section class="card">
      ${entry.zones.length === 0 ? nothing : zoneTable(entry)} ${list(session.changes, entry.changes.map(session.change))}
      ${list(session.alarms, entry.alarms.map(session.alarm))}
    </section>`;
}
