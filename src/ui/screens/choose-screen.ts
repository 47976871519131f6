/** What to run: a card a program, how strong, how long, Start. */

import { html, LitElement, unsafeCSS } from 'lit';
import { property } from 'lit/decorators.js';
import type { Program } from '../../program/program.ts';
import type { SessionView } from '../../session/view.ts';
import text from '../styles/choose-screen.css?inline';
import { shared } from '../styles/shared.ts';
import { pressure } from '../words/numbers.ts';
import { session, choose as words } from '../words/screens.ts';

/**
 * @fires heartward-choose - CustomEvent<Program>.
 * @fires heartward-start - Start was pressed.
 * @fires heartward-intensity, heartward-minutes - As the dials inside say.
 */
export class ChooseScreen extends LitElement {
  static override styles = [shared, unsafeCSS(text)];

  @property({ attribute: false }) view: SessionView | null = null;
  @property({ attribute: false }) programs: readonly Program[] = [];

  private readonly pass = (event: CustomEvent<number>): boolean =>
    this.dispatchEvent(new CustomEvent<number>(event.type, { detail: event.detail }));
  private readonly start = (): boolean => this.dispatchEvent(new CustomEvent('heartward-start'));
  private readonly onChoose = (event: Event): void => {
    if (!(event.currentTarget instanceof HTMLInputElement)) return;
    const id = event.currentTarget.value;
    const chosen = this.programs.find((program) => program.id === id);
    if (chosen) this.dispatchEvent(new CustomEvent<Program>('heartward-choose', { detail: chosen }));
  };

  private card(program: Program, chosen: string) {
    return html`<label class="card program">
      <input
        type="radio"
        name="program"
        .value=${program.id}
        .checked=${program.id === chosen}
        @change=${this.onChoose}
      />
      <span class="name">${program.name}</span>
      <span class="soft">${program.purpose}</span>
      <span class="meant">${words.asMeant(pressure(program.peak), program.minutes)}</span>
    </label>`;
  }

  override render() {
    const { view } = this;
    if (!view) return null;
    const hindrance = view.faultLatched ? words.latched : view.link === 'connected' ? '' : words.reconnecting;
    return html`
      <div class="page">
        <h1>${words.title}</h1>
        <fieldset>
          <legend class="aloud">${words.programs}</legend>
          ${this.programs.map((program) => this.card(program, view.program.id))}
        </fieldset>
        <section aria-label=${words.settings}>
          <heartward-settings
            .boots=${view.boots}
            .intensity=${view.intensity}
            .minutes=${view.minutes}
            .effect=${session.effectBefore}
            @heartward-intensity=${this.pass}
            @heartward-minutes=${this.pass}
          ></heartward-settings>
        </section>
      </div>
      <div class="dock">
        <p class="soft" role="status">${hindrance || words.seated}</p>
        <wa-button id="start" class="largest" pill variant="brand" ?disabled=${hindrance !== ''} @click=${this.start}>
          <wa-icon slot="start" name="play"></wa-icon>${words.start}
        </wa-button>
      </div>
    `;
  }
}
