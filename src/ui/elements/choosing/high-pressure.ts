/**
 * The confirmation for pressures above 80 mmHg: a card in the page rather than a dialog. The card appears if the program needs the
 * confirmation, or if the user asks for more at the end of the intensity dial. For boots without a second pressure sensor in each zone,
 * which cannot go above 80 mmHg, a line says so.
 */

import { html, LitElement, unsafeCSS } from 'lit';
import { property, state } from 'lit/decorators.js';
import { rules } from '../../../../firmware-protocol/limits.ts';
import { startingSettings } from '../../../program/program.ts';
import type { BootsView, SessionView } from '../../../session/view.ts';
import { englishOriginal, words } from '../../../words/in-use.ts';
import { intend, intends } from '../../events.ts';
import { originalUnder } from '../../page/original-under.ts';
import { shared } from '../../styles/shared.ts';
import text from './high-pressure.css?inline';

/** Whether the chosen program still needs the confirmation to start as written. False if the user has set a pressure limit of their own. */
export const asksForConfirmation = ({ boots, program, settings }: SessionView): boolean =>
  boots !== null &&
  boots.shape.highestOwn === undefined &&
  boots.shape.highestConfirmed > rules.confirmAbove &&
  startingSettings(program).intensity > rules.confirmAbove &&
  !settings.confirmed;

/**
 * Hides itself while it is empty.
 *
 * @tag heartward-high-pressure
 * @fires heartward-intent - `confirm`
 */
export class HighPressure extends LitElement {
  static override styles = [shared, unsafeCSS(text)];

  @property({ attribute: false }) view: SessionView | null = null;
  @state() private asked = false;

  private readonly ask = (): void => {
    this.asked = true;
  };
  private readonly back = (): void => {
    this.asked = false;
    intend(this, 'confirm', false);
  };

  protected override updated(): void {
    // Even an empty element would add a gap to the grid around it.
    this.hidden = this.renderRoot.childElementCount === 0;
  }

  /** The line for a user who seems to want more pressure than these boots allow. */
  private whyNot({ intensity, program }: SessionView, { highest, secondGauge }: BootsView) {
    const more = intensity >= highest || startingSettings(program).intensity > rules.confirmAbove;
    return secondGauge || !more ? null : html`<p id="why-not">${words.highPressure.noSecondGauge}</p>`;
  }

  override render() {
    const { view } = this;
    if (!view?.boots || view.boots.shape.highestOwn !== undefined) return null;
    if (view.boots.shape.highestConfirmed <= rules.confirmAbove) return this.whyNot(view, view.boots);
    if (view.settings.confirmed) {
      return html`<div class="card confirmed" role="status">
        <p>${words.highPressure.confirmed(view.boots.shape.highestConfirmed)}${originalUnder(
          englishOriginal()?.highPressure.confirmed(view.boots.shape.highestConfirmed),
        )}</p>
        <wa-button id="back" pill appearance="outlined" @click=${this.back}>${words.highPressure.back}</wa-button>
      </div>`;
    }
    if (this.asked || asksForConfirmation(view)) {
      return html`<section class="card" aria-labelledby="title">
        <h3 id="title">${words.highPressure.title}</h3>
        ${words.highPressure.rules.map((rule, n) => html`<p>${rule}${originalUnder(englishOriginal()?.highPressure.rules[n])}</p>`)}
        <wa-button id="confirm" pill variant="warning" @click=${intends('confirm', true)}>${words.highPressure.confirm}</wa-button>
      </section>`;
    }
    if (view.intensity < view.boots.highest) return null;
    return html`<wa-button id="more" pill appearance="plain" @click=${this.ask}>${words.highPressure.more}</wa-button>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'heartward-high-pressure': HighPressure;
  }
}
