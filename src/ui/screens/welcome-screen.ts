/** The first screen: what this is, and the two ways in. */

import { html, LitElement, nothing, unsafeCSS } from 'lit';
import { property } from 'lit/decorators.js';
import type { LinkState } from '../../session/view.ts';
import { shared } from '../styles/shared.ts';
import text from '../styles/welcome-screen.css?inline';
import { welcome as words } from '../words/screens.ts';
import { welcomePicture } from './welcome-picture.ts';

/**
 * @fires heartward-simulated - Simulated boots were chosen.
 * @fires heartward-pair - Real boots were asked for.
 * @fires heartward-cancel - Connecting was called off.
 */
export class WelcomeScreen extends LitElement {
  static override styles = [shared, unsafeCSS(text)];

  @property({ attribute: false }) link: LinkState = 'none';
  @property({ type: Boolean }) bluetooth = false;

  private readonly say = (name: string) => (): boolean => this.dispatchEvent(new CustomEvent(name));
  private readonly onSimulated = this.say('heartward-simulated');
  private readonly onPair = this.say('heartward-pair');
  private readonly onCancel = this.say('heartward-cancel');

  override render() {
    const busy = this.link !== 'none';
    return html`
      <div class="hero">
        <div class="words">
          <h1>${words.title}</h1>
          <p class="what">${words.what}</p>
          <div class="link" role="status">
            ${
              busy
                ? html`<wa-spinner></wa-spinner><span>${words.link[this.link]}</span>
                    <wa-button id="cancel" pill appearance="plain" @click=${this.onCancel}>${words.cancel}</wa-button>`
                : nothing
            }
          </div>
          <div class="ways">
            <section class="card">
              <p>${words.simulatedWhat}</p>
              <wa-button id="simulated" pill variant="brand" ?disabled=${busy} @click=${this.onSimulated}>
                ${words.simulated}
              </wa-button>
            </section>
            <section class="card">
              <p>${this.bluetooth ? words.pairWhat : words.noBluetooth}</p>
              <wa-button
                id="pair"
                pill
                appearance="outlined"
                variant="brand"
                ?disabled=${busy || !this.bluetooth}
                @click=${this.onPair}
              >
                ${words.pair}
              </wa-button>
            </section>
          </div>
          <p class="soft">${words.promise}</p>
        </div>
        ${welcomePicture}
      </div>
    `;
  }
}
