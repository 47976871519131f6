/** The first screen: what Heartward is, and the two ways in, simulated or real boots. */

import { html, LitElement, nothing, unsafeCSS } from 'lit';
import { property } from 'lit/decorators.js';
import type { LinkState } from '../../session/view.ts';
import { firstWords } from '../../words/first-in-use.ts';
import { intends, takesStep } from '../events.ts';
import { ordinaryBoots, type SimulatedChoice } from '../settings/simulated-choice.ts';
import { shared } from '../styles/shared.ts';
import { welcomePicture } from './welcome-picture.ts';
import text from './welcome-screen.css?inline';

/**
 * @tag heartward-welcome
 * @fires heartward-intent - `chooseSimulated`, `disconnect` to cancel connecting, and those of `<heartward-which-boots>`
 * @fires heartward-step - `pair`
 */
export class WelcomeScreen extends LitElement {
  static override styles = [shared, unsafeCSS(text)];

  @property({ attribute: false }) link: LinkState = 'none';
  /** The browser has Web Bluetooth. */
  @property({ type: Boolean }) bluetooth = false;
  /** Which boots are simulated. */
  @property({ attribute: false }) simulated: SimulatedChoice = ordinaryBoots;

  override render() {
    const busy = this.link !== 'none';
    return html`
      <div class="hero">
        <div class="words">
          <h1>${firstWords.welcome.title}</h1>
          <p class="what">${firstWords.welcome.what}</p>
          <div class="ways">
            <section class="card">
              <p>${firstWords.welcome.simulatedWhat}</p>
              <wa-button id="simulated" pill variant="brand" ?disabled=${busy} @click=${intends('chooseSimulated')}>
                ${firstWords.welcome.simulated}
              </wa-button>
              <details>
                <summary>${firstWords.welcome.which}</summary>
                <heartward-which-boots .choice=${this.simulated}></heartward-which-boots>
              </details>
            </section>
            <section class="card">
              <p>${this.bluetooth ? firstWords.welcome.pairWhat : firstWords.welcome.noBluetooth}</p>
              <wa-button
                id="pair"
                pill
                appearance="outlined"
                variant="brand"
                ?disabled=${busy || !this.bluetooth}
                @click=${takesStep('pair')}
              >
                ${firstWords.welcome.pair}
              </wa-button>
            </section>
          </div>
          <div class="foot ${busy ? 'busy' : ''}">
            <div class="link" role="status">
              ${
                busy
                  ? html`<wa-spinner></wa-spinner><span>${firstWords.welcome.link[this.link]}</span>
                      <wa-button id="cancel" pill appearance="plain" @click=${intends('disconnect')}>${firstWords.welcome.cancel}</wa-button>`
                  : nothing
              }
            </div>
            ${busy ? nothing : html`<p class="soft">${firstWords.welcome.promise}</p>`}
          </div>
        </div>
        ${welcomePicture}
      </div>
    `;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'heartward-welcome': WelcomeScreen;
  }
}
