/** The trends of soreness, dose and readiness. */

import { html, LitElement, nothing } from 'lit';
import { property, state } from 'lit/decorators.js';
import { soreMuscles } from '../../../journal/entry.ts';
import { dayOfEntry, today } from '../../../journal/views/days.ts';
import { summaryOf, type Trends, trendsOf } from '../../../journal/views/trends.ts';
import { allowance } from '../../../plan/dose/allowance.ts';
import { type CalendarDay, dayAfter } from '../../../plan/time/wall-clock.ts';
import { words } from '../../../words/in-use.ts';
import { journalWords } from '../../../words/journal/journal-in-use.ts';
import type { JournalView } from '../../journal/journal-view.ts';
import { choices } from '../../styles/choices.ts';
import { shared } from '../../styles/shared.ts';
import { doseSeries, readinessSeries, type Series, sorenessSeries } from './charts/trend-series.ts';
import { journalStyles } from './journal-styles.ts';

const ranges = ['month', 'year', 'all'] as const;
type Range = (typeof ranges)[number];
const DAYS_OF_RANGE: Readonly<Record<Exclude<Range, 'all'>, number>> = { month: 30, year: 365 };

export class TrendsPage extends LitElement {
  static override styles = [shared, choices, ...journalStyles];

  @property({ attribute: false }) view: JournalView | null = null;
  @state() private range: Range = 'month';
  /** Titles of the charts whose table has been opened. Other tables are not rendered, because a table may have thousands of rows. */
  @state() private open: ReadonlySet<string> = new Set();

  /** The first day shown; null = no limit. */
  private first(view: JournalView): CalendarDay | null {
    return this.range === 'all' ? null : dayAfter(today(view.now, view.zone), 1 - DAYS_OF_RANGE[this.range]);
  }

  private made: { readonly of: JournalView['entries']; readonly trends: Trends } | null = null;

  private trends({ entries, zone }: JournalView): Trends {
    if (this.made?.of !== entries) this.made = { of: entries, trends: trendsOf(entries, zone) };
    return this.made.trends;
  }

  private readonly onToggle = (title: string, event: Event): void => {
    if (event.currentTarget instanceof HTMLDetailsElement && event.currentTarget.open)
      this.open = new Set([...this.open, title]);
  };

  private table(title: string, series: readonly Series[], figure: (value: number | null) => string) {
    const { trend, shortDay } = journalWords().page;
    const days = series[0]?.days ?? [];
    return html`<div class="wide" role="region" tabindex="0" aria-label=${title}><table class="figures">
      <caption class="aloud">${title}</caption>
      <thead><tr><th scope="col">${trend.day}</th>${series.map(({ name }) => html`<th scope="col">${name}</th>`)}</tr></thead>
      <tbody>
        ${days.map(
          (day, at) =>
            html`<tr><th scope="row">${shortDay(day)}</th>${series.map(({ values }) => html`<td>${figure(values[at] ?? null)}</td>`)}</tr>`,
        )}
      </tbody>
    </table></div>`;
  }

  private chart(title: string, series: readonly Series[], levels: boolean) {
    const { trend } = journalWords().page;
    const { numbers } = words;
    const days = series[0]?.days ?? [];
    const level = levels
      ? [
          { name: trend.advised, at: allowance.dose, kind: 'care' as const },
          { name: trend.refused, at: allowance.refusedDose, kind: 'stop' as const },
        ]
      : [];
    const figure = (value: number | null): string =>
      value === null ? '' : levels ? numbers.doseFigure(value) : numbers.figure(Math.round(value * 10) / 10);
    return html`<section class="card">
      <h2>${title}</h2>
      ${
        days.length === 0
          ? html`<p class="soft">${trend.none}</p>`
          : html`<heartward-trend .series=${series} .levels=${level} .full=${levels ? 0 : 10} .isDose=${levels}></heartward-trend>
              <details @toggle=${(event: Event) => this.onToggle(title, event)}>
                <summary>${trend.table}</summary>
                ${this.open.has(title) ? this.table(title, series, figure) : nothing}
              </details>`
      }
    </section>`;
  }

  override render() {
    const { view } = this;
    if (view === null) return nothing;
    const { page } = journalWords();
    const { trend, form } = page;
    const first = this.first(view);
    const entries =
      first === null ? view.entries : view.entries.filter((entry) => dayOfEntry(entry, view.zone) >= first);
    // From all entries, because the dose of the first day shown also counts sessions of the 24 h before.
    const trends = this.trends(view);
    const since = <Point extends { readonly day: CalendarDay }>(points: readonly Point[]) =>
      first === null ? points : points.filter(({ day }) => day >= first);
    return html`<fieldset>
        <legend class="aloud">${trend.range}</legend>
        <div class="choices ranges">
          ${ranges.map(
            (range) => html`<label class="choice">
              <input
                type="radio"
                name="range"
                .checked=${this.range === range}
                @change=${() => {
                  this.range = range;
                }}
              />${trend.ranges[range]}
            </label>`,
          )}
        </div>
      </fieldset>
      <p role="status">${trend.summary(summaryOf(entries))}</p>
      ${this.chart(
        trend.soreness,
        sorenessSeries(
          since(trends.soreness),
          soreMuscles.map((muscle) => form.muscles[muscle]),
        ),
        false,
      )}
      ${this.chart(trend.dose, doseSeries(since(trends.dose), trend.value), true)}
      ${this.chart(trend.readiness, readinessSeries(since(trends.readiness), trend.value), false)}`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'heartward-trends': TrendsPage;
  }
}
