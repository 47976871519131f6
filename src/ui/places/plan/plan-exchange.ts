/** Exports a plan as a calendar, file, link or QR code, switches reminders, and imports plans and activities. */

import { html, LitElement, nothing, unsafeCSS } from 'lit';
import { property, state } from 'lit/decorators.js';
import { firstWords } from '../../../words/first/first-in-use.ts';
import { planWords } from '../../../words/plan/plan-in-use.ts';
import type { PlanOutcome } from '../../../words/plan/plan-outcome.ts';
import { intend, intends } from '../../events.ts';
import { DropAndPaste } from '../../input/drop-and-paste.ts';
import { codePicture } from '../../pictures/code-picture.ts';
import { choices } from '../../styles/choices.ts';
import { shared } from '../../styles/shared.ts';
import { textFields } from '../../styles/text-fields.ts';
import text from './plan-exchange.css?inline';
import type { PlanView } from './plan-view.ts';

export class PlanExchange extends LitElement {
  static override styles = [shared, textFields, choices, unsafeCSS(text)];

  @property({ attribute: false }) view: PlanView | null = null;

  @state() private dragging = false;

  constructor() {
    super();
    new DropAndPaste(this, {
      files: (files) => intend(this, 'importPlanFiles', files),
      text: (pasted) => intend(this, 'importPlanText', pasted),
      dragging: (dragging) => {
        this.dragging = dragging;
      },
    });
  }

  private readonly onFiles = (event: Event): void => {
    const input = event.currentTarget;
    if (!(input instanceof HTMLInputElement)) return;
    intend(this, 'importPlanFiles', [...(input.files ?? [])]);
    // A field that still held the file would fire no change event if the user chose the same file again.
    input.value = '';
  };
  private readonly pickFiles = (): void => this.renderRoot.querySelector<HTMLInputElement>('#file')?.click();

  private outcome(outcome: PlanOutcome) {
    const words = planWords();
    const { title, lines, problems } = words.outcome(outcome);
    return html`<div class="card outcome">
      <p><b>${title}</b></p>
      ${lines.map((line) => html`<p>${line}</p>`)}
      ${
        problems.length === 0
          ? nothing
          : html`<ul class="problems">
              ${problems.map(({ place, reason, suggestion }) => html`<li><b>${place}</b> ${reason} <span class="instead">${suggestion}</span></li>`)}
            </ul>`
      }
      ${outcome.kind === 'code' ? codePicture(outcome.rows, words.exchange.codeAloud) : nothing}
      ${
        outcome.kind === 'link'
          ? html`<input class="link" readonly aria-label=${words.exchange.linkName} .value=${outcome.link} @focus=${(event: Event) => (event.currentTarget as HTMLInputElement).select()} />`
          : nothing
      }
      ${outcome.kind === 'reading' ? html`<progress aria-label=${title} max="1" .value=${outcome.share}></progress>` : nothing}
      <button class="press quiet" type="button" @click=${intends('dismissPlanOutcome')}>
        ${outcome.kind === 'reading' ? firstWords.welcome.cancel : words.exchange.close}
      </button>
    </div>`;
  }

  private giving({ reminders }: PlanView) {
    const { exchange } = planWords();
    return html`<p class="soft">${exchange.calendarWhat}</p>
      <div class="buttons">
        <button id="calendar" class="press" type="button" @click=${intends('downloadCalendar')}>${exchange.calendar}</button>
        ${
          reminders === 'impossible'
            ? nothing
            : html`<button id="remind" class="press" type="button" aria-pressed=${reminders === 'on' ? 'true' : 'false'} @click=${intends('setReminders', reminders !== 'on')}>
                ${exchange.remind}
              </button>`
        }
        <button id="save" class="press" type="button" @click=${intends('downloadPlan')}>${exchange.save}</button>
        <button id="share" class="press" type="button" @click=${intends('sharePlan')}>${exchange.share}</button>
        <button id="code" class="press" type="button" @click=${intends('showPlanCode')}>${exchange.code}</button>
      </div>
      ${reminders === 'denied' ? html`<p class="soft" role="status">${exchange.remindDenied}</p>` : nothing}`;
  }

  override render() {
    const { view } = this;
    if (!view) return nothing;
    const { exchange } = planWords();
    return html`${view.current === null ? nothing : this.giving(view)}
      <div class="buttons">
        <button id="open" class="press" type="button" @click=${this.pickFiles}>${exchange.open}</button>
        <input
          id="file"
          type="file"
          accept=".json,.gpx,.tcx,.xml,application/json,image/*"
          hidden
          aria-label=${exchange.open}
          @change=${this.onFiles}
        />
      </div>
      <p class="soft">${exchange.openWhat}</p>
      <div role="status">${view.outcome === null ? nothing : this.outcome(view.outcome)}</div>
      ${this.dragging ? html`<div class="over" aria-hidden="true">${exchange.drop}</div>` : nothing}`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'heartward-plan-exchange': PlanExchange;
  }
}
