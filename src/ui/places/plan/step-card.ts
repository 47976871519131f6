/** The card of a plan's step. */

import { html, nothing } from 'lit';
import { signsOf } from '../../../guide/guide.ts';
import type { RecoveryEvent } from '../../../plan/plan-request.ts';
import { sources } from '../../../plan/rules/sources.ts';
import type { Check, Step } from '../../../plan/step.ts';
import { firstWords } from '../../../words/first/first-in-use.ts';
import { planWords } from '../../../words/plan/plan-in-use.ts';
import type { PlanWords } from '../../../words/plan/plan-words.ts';
import { intend, intends } from '../../events.ts';
import { guidePlace } from '../../guides/guide-of-step.ts';
import { originalUnder } from '../../page/original-under.ts';
import { addressOf } from '../place.ts';

type From = Pick<Event, 'currentTarget'>;

/** Reports the step as done or skipped. Pressed again, withdraws the report. */
const togglesReport =
  ({ id, state }: Step, kind: 'done' | 'skipped') =>
  ({ currentTarget }: From): void => {
    if (!currentTarget) return;
    if (state.kind === kind) intend(currentTarget, 'withdrawStep', id);
    else intend(currentTarget, 'reportToPlan', { kind, step: id });
  };

/**
 * The question before a boots session. Its answers replace the button that opens the boots: the one that reports no sign opens them, and
 * the others report a sign, which locks the step.
 */
function question(asks: Check, opens: (label: string) => unknown) {
  const { page, questions } = planWords();
  const english = planWords.englishOriginal();
  const { title, none } = questions[asks];
  return html`<div class="care asked" role="group" aria-label=${title}>
    <p>${title}${originalUnder(english?.questions[asks].title)}</p>
    <div class="signs">
      ${signsOf[asks].map(
        (kind) =>
          html`<button class="press" type="button" data-sign=${kind} @click=${intends('reportToPlan', { kind })}>${page.signs[kind]}${originalUnder(english?.page.signs[kind])}</button>`,
      )}
      ${opens(firstWords.labelled(none, page.bootsOpen))}
    </div>
  </div>`;
}

interface PlanOfStep {
  readonly event: RecoveryEvent;
  readonly hasGuides: boolean;
}

/** The button that opens the step's program, or the link to its guide. Renders nothing if there is neither, or the step is done. */
function beginning(step: Step, { event, hasGuides }: PlanOfStep, { page }: PlanWords) {
  if (step.state.kind === 'done') return nothing;
  if (step.action.kind === 'boots') {
    const opens = (label: string) =>
      html`<button class="press first" type="button" @click=${intends('openBootsStep', step, event)}>${label}</button>`;
    return step.askFirst === null ? opens(page.bootsOpen) : question(step.askFirst, opens);
  }
  const guide = hasGuides ? guidePlace(step) : null;
  return guide === null ? nothing : html`<a class="press first" href=${addressOf(guide)}>${page.lead}</a>`;
}

function buttons(step: Step, planOfStep: PlanOfStep, words: PlanWords) {
  const { kind } = step.state;
  if (kind === 'locked') return nothing;
  const { page } = words;
  return html`<div class="buttons">
    ${beginning(step, planOfStep, words)}
    <button class="press done" type="button" aria-pressed=${kind === 'done' ? 'true' : 'false'} @click=${togglesReport(step, 'done')}>
      ${kind === 'done' ? html`<wa-icon name="check"></wa-icon>` : nothing}${page.done}
    </button>
    ${
      kind === 'done' || kind === 'passed'
        ? nothing
        : html`<button class="press quiet" type="button" aria-pressed=${kind === 'skipped' ? 'true' : 'false'} @click=${togglesReport(step, 'skipped')}>
            ${page.skip}
          </button>`
    }
  </div>`;
}

export function stepCard(step: Step, planOfStep: PlanOfStep, level: 2 | 3 = 3) {
  const words = planWords();
  const { at, action, askFirst, why, state } = step;
  const remarks = words.remarks(step);
  const title = html`<time datetime=${at}>${words.time(at)}</time> <span>${words.action(action)}</span>`;
  return html`<article class="card step ${state.kind}" data-step=${step.id}>
    ${level === 2 ? html`<h2>${title}</h2>` : html`<h3>${title}</h3>`}
    ${remarks === '' ? nothing : html`<p class="soft remarks">${remarks}</p>`}
    ${askFirst === null || action.kind === 'boots' || state.kind === 'done' ? nothing : html`<p class="first">${words.checks[askFirst]}${originalUnder(planWords.englishOriginal()?.checks[askFirst])}</p>`}
    ${buttons(step, planOfStep, words)}
    <details>
      <summary>${words.page.why}</summary>
      <p>${words.how(action)}</p>
      <p>${words.reasons[why]}</p>
      <ul class="sources">
        ${step.sources.map((name) => html`<li>${words.source(name, sources[name])}</li>`)}
      </ul>
    </details>
  </article>`;
}
