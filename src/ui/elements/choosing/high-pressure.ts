/**
 * Above 80 mmHg: a quiet card in the flow of the page, no dialogue. It comes with a program that needs it or when a person asks
 * for more than the dial goes to, says what it means, and waits for a button of its own.
 */

import { html, LitElement, unsafeCSS } from 'lit';
import { property, state } from 'lit/decorators.js';
import { rules } from '../../../../firmware-protocol/limits.ts';
import { asMeant } from '../../../program/program.ts';
import type { SessionView } from '../../../session/view.ts';
import { words } from '../../../words/in-use.ts';
import { shared } from '../../styles/shared.ts';
import text from './high-pressure.css?inline';

/** Whether the program cannot be started as it is meant without the confirmation. */
export const asksForConfirmation = ({ boots, program, settings }: SessionView): boolean =>
  boots !== null &&
  boots.shape.highestConfirmed > rules.confirmAbove &&
  asMeant(program).intensity > rules.confirmAbove &&
  !settings.confirmed;

/** @fires heartward-confirm - CustomEvent<boolean>: more than 80 mmHg is wanted, or no longer. */
export class HighPressure extends LitElement {
  static override styles = [shared, unsafeCSS(text)];

  @property({ attribute: false }) view: SessionView | null = null;
  @state() private asked = false;

  private readonly ask = (): void => {
    this.asked = true;
  };
  private readonly confirm = (): void => this.say(true);
  private readonly back = (): void => {
    this.asked = false;
    this.say(false);
  };

  private say(detail: boolean): void {
    this.dispatchEvent(new CustomEvent<boolean>('heartward-confirm', { detail }));
  }

  protected override updated(): void {
    // What is empty takes no place, nor the gap around it.
    this.hidden = this.renderRoot.childElementCount === 0;
  }

  override render() {
    const { view } = this;
    if (!view?.boots || view.boots.shape.highestConfirmed <= rules.confirmAbove) return null;
    if (view.settings.confirmed) {
      return html`<div class="card confirmed" role="status">
        <p>${words.highPressure.confirmed(view.boots.shape.highestConfirmed)}</p>
        <wa-button id="back" pill appearance="outlined" @click=${this.back}>${words.highPressure.back}</wa-button>
      </div>`;
    }
    if (this.asked || asksForConfirmation(view)) {
      return html`<section class="card" aria-labelledby="title">
        <h3 id="title">${words.highPressure.title}</h3>
        ${words.highPressure.rules.map((rule) => html`<p>${rule}</p>`)}
        <wa-button id="confirm" pill variant="warning" @click=${this.confirm}>${words.highPressure.confirm}</wa-button>
      </section>`;
    }
    if (view.intensity < view.boots.highest) return null;
    return html`<wa-button id="more" pill appearance="plain" @click=${this.ask}>${words.highPressure.more}</wa-button>`;
  }
}
