/** The plan's section of the home screen. */

import { html, LitElement, nothing, type PropertyValues, unsafeCSS } from 'lit';
import { property } from 'lit/decorators.js';
import { asksSoreness, lateToday, standsAlone, stepOfToday } from '../../../plan/today.ts';
import { planWords } from '../../../words/plan/plan-in-use.ts';
import { type ChangeEvent, intend } from '../../events.ts';
import { choices } from '../../styles/choices.ts';
import { emergency } from '../../styles/emergency.ts';
import { shared } from '../../styles/shared.ts';
import { addressOf } from '../place.ts';
import text from './plan-screen.css?inline';
import type { CurrentPlan, PlanView } from './plan-view.ts';
import { alonePage, focusNewLock, lockCards } from './reports/lock-card.ts';
import { stepCard } from './step-card.ts';

const planPlace = addressOf({ name: 'plan', path: [] });

export class TodayCard extends LitElement {
  static override styles = [shared, choices, emergency, unsafeCSS(text)];

  @property({ attribute: false }) view: PlanView | null = null;

  private wasAsking = false;

  /** Moves the focus after an answer about soreness, whose question has disappeared, and after a new lock to the locks. */
  protected override updated(changed: PropertyValues<this>): void {
    const asking = this.renderRoot.querySelector('heartward-soreness') !== null;
    if (this.wasAsking && !asking && this.isAnswering)
      this.renderRoot.querySelector<HTMLElement>('.day')?.focus();
    this.wasAsking = asking;
    this.isAnswering = false;
    focusNewLock(this.renderRoot, changed.get('view'), this.view);
  }

  private isAnswering = false;

  private readonly onSoreness = ({ value }: ChangeEvent): void => {
    this.isAnswering = true;
    intend(this, 'reportToPlan', { kind: 'soreness', soreness: value });
  };

  /** The step to do now, or the next one today; without one, how far the plan has come. */
  private step({ plan, standing, now }: CurrentPlan, hasGuides: boolean) {
    const words = planWords();
    const step = stepOfToday(standing, now);
    if (step !== null) {
      const isNow = standing.kind === 'during' && standing.now === step;
      return html`<p class="soft">${isNow ? words.page.rightNow : words.page.nextToday}</p>
        ${stepCard(step, { event: plan.request.event, hasGuides }, 2)}`;
    }
    return html`<div class="card">
      ${standing.kind === 'during' ? html`<p>${words.page.noMoreToday}</p>` : nothing}
      ${words.standing(standing).map((line) => html`<p>${line}</p>`)}
    </div>`;
  }

  /** The last step of today whose time has passed but that can still be done. Renders nothing if there is none. */
  private late({ plan, now }: CurrentPlan, hasGuides: boolean) {
    const step = lateToday(plan, now);
    if (step === null) return nothing;
    return html`<p class="soft">${planWords().page.stillGood}</p>
      ${stepCard(step, { event: plan.request.event, hasGuides }, 2)}`;
  }

  override render() {
    const { view } = this;
    if (!view?.current) return nothing;
    const { current } = view;
    const { plan, standing, now } = current;
    const { page, events } = planWords();
    const alone = standsAlone(plan);
    if (alone !== null) return html`<div class="alone-page">${alonePage(alone, plan)}</div>`;
    return html`<div class="day" tabindex="-1">
      ${lockCards(plan)}
      ${this.step(current, view.hasGuides)} ${this.late(current, view.hasGuides)}
      ${
        asksSoreness(plan, standing, now)
          ? html`<section class="card"><heartward-soreness @heartward-change=${this.onSoreness}></heartward-soreness></section>`
          : nothing
      }
      <p><a class="press quiet" href=${planPlace}>${page.wholePlan(events[plan.request.event.kind])}</a></p>
    </div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'heartward-today': TodayCard;
  }
}
