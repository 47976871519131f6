/** The first screen: what this is, and the two ways in. */

import { html, LitElement, nothing, unsafeCSS } from 'lit';
import { property } from 'lit/decorators.js';
import type { LinkState } from '../../session/view.ts';
import { words } from '../../words/in-use.ts';
import { ordinaryBoots, type SimulatedChoice } from '../settings/simulated-choice.ts';
import { shared } from '../styles/shared.ts';
import { welcomePicture } from './welcome-picture.ts';
import text from './welcome-screen.css?inline';

/**
 * @fires heartward-simulated - CustomEvent<SimulatedChoice>: simulated boots were chosen.
 * @fires heartward-which - CustomEvent<SimulatedChoice>: others are to be words.simulated.
 * @fires heartward-pair - Real boots were asked for.
 * @fires heartward-cancel - Connecting was called off.
 */
export class WelcomeScreen extends LitElement {
  static override styles = [shared, unsafeCSS(text)];

  @property({ attribute: false }) link: LinkState = 'none';
  @property({ type: Boolean }) bluetooth = false;
  /** Which boots are simulated when they are asked for. */
  @property({ attribute: false }) simulated: SimulatedChoice = ordinaryBoots;

  private readonly say = (name: string) => (): boolean => this.dispatchEvent(new CustomEvent(name));
  private readonly onSimulated = (): boolean =>
    this.dispatchEvent(new CustomEvent('heartward-simulated', { detail: this.simulated }));
  private readonly onWhich = ({ detail }: CustomEvent<SimulatedChoice>): boolean =>
    this.dispatchEvent(new CustomEvent('heartward-which', { detail }));
  private readonly onPair = this.say('heartward-pair');
  private readonly onCancel = this.say('heartward-cancel');

  override render() {
    const busy = this.link !== 'none';
    return html`
      <div class="hero">
        <div class="words">
          <h1>${words.welcome.title}</h1>
          <p class="what">${words.welcome.what}</p>
          <div class="ways">
            <section class="card">
              <p>${words.welcome.simulatedWhat}</p>
              <wa-button id="simulated" pill variant="brand" ?disabled=${busy} @click=${this.onSimulated}>
                ${words.welcome.simulated}
              </wa-button>
              <details>
                <summary>${words.simulated.which}</summary>
                <heartward-which-boots .choice=${this.simulated} @heartward-which=${this.onWhich}></heartward-which-boots>
              </details>
            </section>
            <section class="card">
              <p>${this.bluetooth ? words.welcome.pairWhat : words.welcome.noBluetooth}</p>
              <wa-button
                id="pair"
                pill
                appearance="outlined"
                variant="brand"
                ?disabled=${busy || !this.bluetooth}
                @click=${this.onPair}
              >
                ${words.welcome.pair}
              </wa-button>
            </section>
          </div>
          <div class="foot ${busy ? 'busy' : ''}">
            <div class="link" role="status">
              ${
                busy
                  ? html`<wa-spinner></wa-spinner><span>${words.welcome.link[this.link]}</span>
                      <wa-button id="cancel" pill appearance="plain" @click=${this.onCancel}>${words.welcome.cancel}</wa-button>`
                  : nothing
              }
            </div>
            ${busy ? nothing : html`<p class="soft">${words.welcome.promise}</p>`}
          </div>
        </div>
        ${welcomePicture}
      </div>
    `;
  }
}
