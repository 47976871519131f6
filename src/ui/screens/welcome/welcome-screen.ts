/** The boots' screen while none are connected. */

import { html, LitElement, unsafeCSS } from 'lit';
import { property } from 'lit/decorators.js';
import type { LinkState } from '../../../session/view.ts';
import { firstWords } from '../../../words/first/first-in-use.ts';
import { knownBootsCard } from '../../elements/choosing/known-boots-card.ts';
import waysText from '../../elements/choosing/ways-in.css?inline';
import { waysIn } from '../../elements/choosing/ways-in.ts';
import type { LastBoots } from '../../places/at-home.ts';
import { ordinaryBoots, type SimulatedChoice } from '../../settings/simulated-choice.ts';
import { choices } from '../../styles/choices.ts';
import { hero } from '../../styles/hero.ts';
import { moving } from '../../styles/motion.ts';
import { shared } from '../../styles/shared.ts';
import pictureText from './welcome-picture.css?inline';
import { welcomePicture } from './welcome-picture.ts';
import text from './welcome-screen.css?inline';

export class WelcomeScreen extends LitElement {
  static override styles = [shared, choices, moving(waysText), moving(pictureText), hero, unsafeCSS(text)];

  @property({ attribute: false }) link: LinkState = 'none';
  @property({ type: Boolean }) bluetooth = false;
  /** Whether the browser's Bluetooth has stopped answering this page. */
  @property({ type: Boolean }) cutOff = false;
  @property({ attribute: false }) knownBoots: LastBoots | null = null;
  @property({ attribute: false }) simulated: SimulatedChoice = ordinaryBoots;

  override render() {
    const { knownBoots, bluetooth, link } = this;
    return html`<div class="hero">
      <div class="words">
        <h1>${firstWords.welcome.title}</h1>
        ${knownBootsCard({ knownBoots, bluetooth, busy: link !== 'none' })} ${waysIn(this)}
      </div>
      ${welcomePicture}
    </div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'heartward-welcome': WelcomeScreen;
  }
}
