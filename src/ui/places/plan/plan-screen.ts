/** The screen of a plan. */

import { html, LitElement, nothing, type PropertyValues, unsafeCSS } from 'lit';
import { property, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import type { PlanDay } from '../../../plan/plan.ts';
import { asksSoreness, standsAlone } from '../../../plan/today.ts';
import { firstWords } from '../../../words/first/first-in-use.ts';
import { planWords } from '../../../words/plan/plan-in-use.ts';
import { type ChangeEvent, intend, intends } from '../../events.ts';
import { choices } from '../../styles/choices.ts';
import { emergency } from '../../styles/emergency.ts';
import { shared } from '../../styles/shared.ts';
import { textFields } from '../../styles/text-fields.ts';
import { addressOf, newPlan } from '../place.ts';
import text from './plan-screen.css?inline';
import type { CurrentPlan, PlanView } from './plan-view.ts';
import { alonePage, focusNewLock, lockCards } from './reports/lock-card.ts';
import { signReport } from './reports/sign-report.ts';
import { stepCard } from './step-card.ts';

export class PlanScreen extends LitElement {
  static override styles = [shared, textFields, choices, emergency, unsafeCSS(text)];

  @property({ attribute: false }) view: PlanView | null = null;

  @state() private asking = false;
  private isAnswering = false;

  /**
   * Moves the focus: after an answer about soreness to what replaces the question, after a new lock (what a warning sign forbids) to the
   * locks.
   */
  protected override updated(changed: PropertyValues<this>): void {
    const before: PlanView | null | undefined = changed.get('view');
    if (this.isAnswering) this.renderRoot.querySelector<HTMLElement>('.soreness button')?.focus();
    this.isAnswering = false;
    focusNewLock(this.renderRoot, before, this.view);
  }

  private readonly onSoreness = ({ value }: ChangeEvent): void => {
    this.asking = false;
    this.isAnswering = true;
    intend(this, 'reportToPlan', { kind: 'soreness', soreness: value });
  };

  private soreness({ plan, standing, now }: CurrentPlan) {
    const { page } = planWords();
    if (!plan.advice.includes('tell-soreness') || standing.kind !== 'during') return nothing;
    const last = plan.request.reports.findLast((report) => report.kind === 'soreness');
    if (this.asking || asksSoreness(plan, standing, now) || last === undefined)
      return html`<section class="card ask"><heartward-soreness @heartward-change=${this.onSoreness}></heartward-soreness></section>`;
    return html`<p class="soreness">
      ${page.soreToday(last.soreness)}
      <button
        class="press quiet"
        type="button"
        @click=${() => {
          this.asking = true;
        }}
      >${page.soreChange}</button>
    </p>`;
  }

  private steps({ steps }: PlanDay) {
    const { view } = this;
    if (!view?.current) return nothing;
    const planOfStep = { event: view.current.plan.request.event, hasGuides: view.hasGuides };
    return repeat(
      steps,
      ({ id }) => id,
      (step) => stepCard(step, planOfStep),
    );
  }

  private today(day: PlanDay | undefined) {
    const { page, day: dayName } = planWords();
    if (day === undefined) return nothing;
    return html`<section class="day">
      <h2>${firstWords.labelled(page.today, dayName(day.day, day.date))}</h2>
      ${this.steps(day)}
      ${day.steps.some(({ state }) => state.kind === 'due') ? nothing : html`<p class="soft">${page.noMoreToday}</p>`}
    </section>`;
  }

  private laterDays(days: readonly PlanDay[]) {
    const { page, day: dayName } = planWords();
    if (days.length === 0) return nothing;
    return html`<section class="day">
      <h2>${page.laterDays}</h2>
      ${days.map(
        (day) => html`<details>
          <summary>${dayName(day.day, day.date)}</summary>
          ${this.steps(day)}
        </details>`,
      )}
    </section>`;
  }

  private earlierDays(days: readonly PlanDay[]) {
    const { page, day: dayName, dayOver } = planWords();
    if (days.length === 0) return nothing;
    return html`<section class="day">
      <h2>${page.earlierDays}</h2>
      ${days.map(
        (day) => html`<details>
          <summary>${firstWords.labelled(dayName(day.day, day.date), dayOver(day.steps))}</summary>
          ${this.steps(day)}
        </details>`,
      )}
    </section>`;
  }

  override render() {
    const { view } = this;
    if (!view?.current) return nothing;
    const { current } = view;
    const { plan, standing } = current;
    const words = planWords();
    const { page } = words;
    const alone = standsAlone(plan);
    if (alone !== null) return html`<div tabindex="-1" class="alone-page">${alonePage(alone, plan)}</div>`;
    const today =
      standing.kind === 'during' ? standing.day : standing.kind === 'over' ? Number.POSITIVE_INFINITY : 0;
    const figures = words.figures(plan.request.event);
    return html`<div class="page">
      <header>
        <h1>${words.events[plan.request.event.kind]}</h1>
        <p class="soft">${words.heading(plan.request)}</p>
        ${figures === '' ? nothing : html`<p class="soft" id="figures">${figures}</p>`}
        ${current.leftOut.length === 0 ? nothing : html`<p class="care">${page.leftOut(current.leftOut)}</p>`}
      </header>
      ${lockCards(plan)}
      ${view.keeping === 'lost' ? html`<p class="care">${page.lost}</p>` : nothing}
      ${words.standing(standing).map((line) => html`<p class="standing">${line}</p>`)}
      ${this.soreness(current)} ${this.today(plan.days.find(({ day }) => day === today))} ${signReport(plan.request.reports)}
      ${this.laterDays(plan.days.filter(({ day }) => day > today))}
      ${this.earlierDays(plan.days.filter(({ day }) => day < today))}
      <section class="day">
        <h2>${page.advice}</h2>
        <ul class="advice">${plan.advice.map((advice) => html`<li>${words.advice[advice]}</li>`)}</ul>
      </section>
      <section class="day">
        <h2>${words.exchange.title}</h2>
        <heartward-plan-exchange .view=${view}></heartward-plan-exchange>
      </section>
      <div class="buttons">
        <a class="press" href=${addressOf(newPlan)}>${page.make}</a>
        <button id="drop" class="press" type="button" @click=${intends('removePlan')}>${page.drop}</button>
      </div>
    </div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'heartward-plan': PlanScreen;
  }
}
