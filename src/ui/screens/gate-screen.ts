/**
 * The safety gate before real boots: shows what forbids boots, asks the screening's questions, and shows the rules for a session. Whoever
 * ticks none of the questions passes with one press.
 */

import { html, LitElement, nothing, unsafeCSS } from 'lit';
import { property, state } from 'lit/decorators.js';
import type { Gate } from '../../journal/gate.ts';
import {
  contraindications,
  type Question,
  type SignOfToday,
  signsOfToday,
  toAskAbout,
} from '../../plan/screening/questions.ts';
import { journalWords } from '../../words/journal/journal-in-use.ts';
import { gateStop } from '../elements/journal/gate-stop.ts';
import { intend, takeStep, takesStep } from '../events.ts';
import { FocusAboveBar } from '../page/focus-above-bar.ts';
import { originalUnder } from '../page/original-under.ts';
import { choices } from '../styles/choices.ts';
import { emergency } from '../styles/emergency.ts';
import { shared } from '../styles/shared.ts';
import text from './gate-screen.css?inline';

const withOrWithout = <One>(all: ReadonlySet<One>, one: One, on: boolean): ReadonlySet<One> =>
  new Set(on ? [...all, one] : [...all].filter((other) => other !== one));

export class GateScreen extends LitElement {
  static override styles = [shared, choices, emergency, unsafeCSS(text)];

  @property({ attribute: false }) gate: Gate = { kind: 'due', why: 'first' };
  @property({ type: Boolean }) linked = false;

  /** The ticked questions, other than today's signs. */
  @state() private questions: ReadonlySet<string> = new Set<Question>();
  @state() private signs: ReadonlySet<SignOfToday> = new Set();
  @state() private clinician = false;
  /** Whether the user has asked to answer the questions again, although the gate does not ask them. */
  @state() private again = false;

  constructor() {
    super();
    new FocusAboveBar(this, () => this.renderRoot.querySelector('.dock'));
  }

  private row(label: unknown, checked: boolean, set: (on: boolean) => void) {
    return html`<label class="row">
      <input
        type="checkbox"
        .checked=${checked}
        @change=${(event: Event) => {
          if (event.currentTarget instanceof HTMLInputElement) set(event.currentTarget.checked);
        }}
      /><span>${label}</span>
    </label>`;
  }

  private ticks<One extends string>(
    title: unknown,
    kind: string,
    all: readonly One[],
    said: Readonly<Record<One, string>>,
    english: Readonly<Record<One, string>> | undefined,
    ticked: ReadonlySet<string>,
    change: (one: One, on: boolean) => void,
  ) {
    return html`<fieldset class="card ${kind}">
      <legend>${title}</legend>
      ${all.map((one) => this.row([said[one], originalUnder(english?.[one])], ticked.has(one), (on) => change(one, on)))}
    </fieldset>`;
  }

  private readonly onQuestion = (question: Question, on: boolean): void => {
    this.questions = withOrWithout(this.questions, question, on);
  };
  private readonly onSign = (sign: SignOfToday, on: boolean): void => {
    this.signs = withOrWithout(this.signs, sign, on);
  };

  private get asks(): boolean {
    return toAskAbout.some((one) => this.questions.has(one));
  }

  /**
   * Whether these answers pass the gate. The step after the gate is then taken in the same click, because browsers open their chooser of
   * boots only inside one.
   */
  private get passes(): boolean {
    const blocked = contraindications.some((one) => this.questions.has(one));
    return !blocked && this.signs.size === 0 && (!this.asks || this.clinician);
  }

  private readonly onAnswer = (): void => {
    const { passes } = this;
    intend(this, 'answerScreening', {
      yes: [...this.questions],
      signs: [...this.signs],
      clinician: this.asks && this.clinician,
    });
    this.again = false;
    this.questions = new Set();
    this.signs = new Set();
    this.clinician = false;
    if (passes) takeStep(this, 'agree');
  };

  private rules() {
    const english = journalWords.englishOriginal()?.gate.screening.rules;
    return html`<ul>
      ${journalWords().gate.screening.rules.map((rule, n) => html`<li>${rule}${originalUnder(english?.[n])}</li>`)}
    </ul>`;
  }

  private dock(button: unknown) {
    const { screening } = journalWords().gate;
    return html`<div class="dock buttons">
      <wa-button id="back" pill appearance="outlined" @click=${takesStep('back')}>${screening.back}</wa-button>
      ${button}
    </div>`;
  }

  private form(why: Extract<Gate, { readonly kind: 'due' }>['why']) {
    const { screening } = journalWords().gate;
    const english = journalWords.englishOriginal()?.gate.screening;
    const isNone = this.questions.size === 0 && this.signs.size === 0;
    return html`<div class="page">
        <h1>${screening.title}</h1>
        <p class="soft">${screening.why[why]}</p>
        <div class="blocks">
          ${this.ticks(
            [screening.never, originalUnder(english?.never)],
            'never',
            contraindications,
            screening.contraindications,
            english?.contraindications,
            this.questions,
            this.onQuestion,
          )}
          <div class="second">
            ${this.ticks([screening.ask, originalUnder(english?.ask)], 'ask', toAskAbout, screening.toAskAbout, english?.toAskAbout, this.questions, this.onQuestion)}
            ${
              this.asks
                ? html`<div class="card ask">${this.row(
                    [screening.clinician, originalUnder(english?.clinician)],
                    this.clinician,
                    (on) => {
                      this.clinician = on;
                    },
                  )}</div>`
                : nothing
            }
            ${this.ticks([screening.today, originalUnder(english?.today)], 'never', signsOfToday, screening.signs, english?.signs, this.signs, this.onSign)}
            <section class="card">
              <h2>${screening.during}</h2>
              ${this.rules()}
            </section>
          </div>
        </div>
      </div>
      ${this.dock(
        html`<wa-button id="answer" class="largest" pill variant="brand" @click=${this.onAnswer}>
          ${isNone ? screening.none : screening.some}
        </wa-button>`,
      )}`;
  }

  private passed() {
    const { screening } = journalWords().gate;
    return html`<div class="page">
        <h1>${screening.title}</h1>
        <p>${screening.passed}</p>
        ${this.rules()}
      </div>
      ${this.dock(
        html`<wa-button id="go-on" class="largest" pill variant="brand" @click=${takesStep('agree')}>
          ${this.linked ? screening.goOn : screening.pair}
        </wa-button>`,
      )}`;
  }

  override render() {
    const { gate } = this;
    if (gate.kind === 'due' || this.again) return this.form(gate.kind === 'due' ? gate.why : 'first');
    if (gate.kind === 'open') return this.passed();
    const again = (): void => {
      this.again = true;
    };
    const isAlone = gate.kind === 'locked' && gate.lock.sign === 'emergency';
    return html`<div class="page">${gateStop(gate, again)}</div>${isAlone ? nothing : this.dock(nothing)}`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'heartward-gate': GateScreen;
  }
}
