/** The home screen. */

import { html, LitElement, nothing, unsafeCSS } from 'lit';
import { property } from 'lit/decorators.js';
import type { SessionView } from '../../session/view.ts';
import { firstWords } from '../../words/first/first-in-use.ts';
import { knownBootsCard } from '../elements/choosing/known-boots-card.ts';
import waysText from '../elements/choosing/ways-in.css?inline';
import { waysIn } from '../elements/choosing/ways-in.ts';
import { intends } from '../events.ts';
import { type AtHome, emptyHome } from '../places/at-home.ts';
import { addressOf, boots, maker, type OtherPlace } from '../places/place.ts';
import { ordinaryBoots, type SimulatedChoice } from '../settings/simulated-choice.ts';
import { choices } from '../styles/choices.ts';
import { hero } from '../styles/hero.ts';
import { moving } from '../styles/motion.ts';
import { shared } from '../styles/shared.ts';
import text from './home-screen.css?inline';
import pictureText from './welcome/welcome-picture.css?inline';
import { welcomePicture } from './welcome/welcome-picture.ts';

export class HomeScreen extends LitElement {
  static override styles = [shared, choices, moving(waysText), moving(pictureText), hero, unsafeCSS(text)];

  @property({ attribute: false }) view: SessionView | null = null;
  @property({ type: Boolean }) bluetooth = false;
  @property({ attribute: false }) simulated: SimulatedChoice = ordinaryBoots;
  @property({ attribute: false }) atHome: AtHome = emptyHome;
  @property({ attribute: false }) places: readonly OtherPlace[] = [];

  /** Today's part of the plan, or a link to make a plan. Renders nothing if the page has no plans. */
  private plan() {
    const { home } = firstWords;
    const { today } = this.atHome;
    if (today !== null) return today.draw();
    if (!this.places.includes('plan')) return nothing;
    return html`<section class="card today">
      <h2>${home.plan}</h2>
      <p>${home.planWhat}</p>
      <p><a id="plan" class="press first" href=${addressOf({ name: 'plan', path: [] })}>${home.planMake}</a></p>
    </section>`;
  }

  /** Each person has a plan and a journal. Renders nothing if only one person uses this device. */
  private who() {
    const { people: here } = this.atHome;
    if (here === null) return nothing;
    return html`<fieldset class="who">
      <legend>${firstWords.home.who}</legend>
      <div class="choices people">
        ${here.people.map(
          ({ id, name }) => html`<label class="choice">
            <input type="radio" name="person" .checked=${id === here.person} @change=${intends('choosePerson', id)} />${name || firstWords.home.unnamed}
          </label>`,
        )}
      </div>
    </fieldset>`;
  }

  private waiting() {
    return html`<div class="hero"><div class="words">
      <h1>${firstWords.home.title}</h1>
      <p class="soft" role="status">${firstWords.page.loading}</p>
    </div></div>`;
  }

  private again() {
    const { lastSession } = this.atHome;
    if (lastSession === null) return nothing;
    return html`<section class="card again">
      <h2>${firstWords.home.again}</h2>
      <button id="last-session" class="press" type="button" ?disabled=${this.isBusy} @click=${intends('repeatLastSession')}>
        ${firstWords.home.againWhat(lastSession.name, lastSession.intensity, lastSession.minutes)}
      </button>
    </section>`;
  }

  private knownBoots({ boots: connected }: SessionView) {
    if (connected !== null) return nothing;
    const { bluetooth, isBusy: busy } = this;
    return knownBootsCard({ knownBoots: this.atHome.knownBoots, bluetooth, busy });
  }

  private get isBusy(): boolean {
    return this.view !== null && this.view.link !== 'none' && this.view.boots === null;
  }

  private boots(view: SessionView) {
    if (view.boots === null)
      return waysIn({
        link: view.link,
        bluetooth: this.bluetooth,
        cutOff: view.notice?.kind === 'bluetoothLost',
        simulated: this.simulated,
      });
    return html`<section class="card">
      <h2>${firstWords.places.boots}</h2>
      <p>${view.boots.simulated ? firstWords.page.simulated : firstWords.bootsNames(view.boots.names)}</p>
      <p>
        <a class="press first" href=${addressOf(boots)}>${firstWords.home.toBoots}</a>
        <a class="press quiet" href=${addressOf(maker)}>${firstWords.places.maker}</a>
      </p>
    </section>`;
  }

  private leads() {
    const { home } = firstWords;
    const links = [
      { there: 'guides', says: home.guides },
      { there: 'journal', says: home.journal },
    ] as const;
    const shown = links.filter(({ there }) => this.places.includes(there));
    if (shown.length === 0) return nothing;
    return html`<ul class="leads">
      ${shown.map(({ there, says }) => html`<li><a class="press" href=${addressOf({ name: there, path: [] })}>${says}</a></li>`)}
    </ul>`;
  }

  override render() {
    const { view } = this;
    if (!view) return nothing;
    const { today, hasPlan } = this.atHome;
    if (today?.isAlone()) return today.draw();
    // Nothing else shows before the plan's part has loaded, because that part would push everything below down.
    if (hasPlan && today === null) return this.waiting();
    return html`<div class="hero">
      <div class="words">
        <h1>${firstWords.home.title}</h1>
        ${this.who()} ${this.plan()} ${this.again()} ${this.leads()}
        <p class="what">${firstWords.welcome.what}</p>
        ${this.knownBoots(view)} ${this.boots(view)}
      </div>
      ${welcomePicture}
    </div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'heartward-home': HomeScreen;
  }
}
