/** The safety text for real boots: who must not use them, who asks a clinician first, what to do during a session. */

import type WaCheckbox from '@awesome.me/webawesome/dist/components/checkbox/checkbox.js';
import { html, LitElement, unsafeCSS } from 'lit';
import { property, state } from 'lit/decorators.js';
import { words } from '../../words/in-use.ts';
import { takeStep, takesStep } from '../events.ts';
import { FocusAboveBar } from '../page/focus-above-bar.ts';
import { shared } from '../styles/shared.ts';
import text from './acknowledge-screen.css?inline';

/**
 * @tag heartward-acknowledge
 * @fires heartward-step - `agree`, `back`
 */
export class AcknowledgeScreen extends LitElement {
  static override styles = [shared, unsafeCSS(text)];

  /** Boots are connected already; otherwise agreeing goes on to pairing. */
  @property({ type: Boolean }) linked = false;
  /** The checkbox is ticked. */
  @state() private agreed = false;

  constructor() {
    super();
    new FocusAboveBar(this, () => this.renderRoot.querySelector('.dock'));
  }

  private readonly onCheck = (event: Event): void => {
    this.agreed = (event.currentTarget as WaCheckbox).checked;
  };
  private readonly onAgree = (): void => {
    if (this.agreed) takeStep(this, 'agree');
  };

  private block(title: string, items: readonly string[], kind: string) {
    return html`<section class="card ${kind}">
      <h2>${title}</h2>
      <ul>${items.map((item) => html`<li>${item}</li>`)}</ul>
    </section>`;
  }

  override render() {
    return html`
      <div class="page">
        <h1>${words.acknowledgement.title}</h1>
        <p class="soft">${words.acknowledgement.intro}</p>
        <div class="blocks">
          ${this.block(words.acknowledgement.notIf, words.acknowledgement.never, 'never')}
          <div class="second">
            ${this.block(words.acknowledgement.askIf, words.acknowledgement.ask, 'ask')} ${this.block(words.acknowledgement.during, words.acknowledgement.rules, 'rules')}
          </div>
        </div>
      </div>
      <div class="dock">
        <wa-checkbox id="agree" @change=${this.onCheck}>${words.acknowledgement.agree}</wa-checkbox>
        <div class="buttons">
          <wa-button id="back" pill appearance="outlined" @click=${takesStep('back')}>${words.acknowledgement.back}</wa-button>
          <wa-button id="go-on" class="largest" pill variant="brand" ?disabled=${!this.agreed} @click=${this.onAgree}>
            ${this.linked ? words.acknowledgement.goOn : words.acknowledgement.pair}
          </wa-button>
        </div>
      </div>
    `;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'heartward-acknowledge': AcknowledgeScreen;
  }
}
