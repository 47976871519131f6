/** The bar with Stop, Pause and Resume, and the notices that belong right above Stop. */

import { html, LitElement, nothing, unsafeCSS } from 'lit';
import { property } from 'lit/decorators.js';
import { isStopTrouble, type Phase, type SessionView } from '../../../session/view.ts';
import { englishOriginal, words } from '../../../words/in-use.ts';
import { intend, intends } from '../../events.ts';
import { BeginPress } from '../../input/begin-press.ts';
import { singleKeysOn } from '../../input/single-keys.ts';
import { FocusAboveBar } from '../../page/focus-above-bar.ts';
import { canPause } from '../../page/screen.ts';
import { addressOf, boots } from '../../places/place.ts';
import { deck } from '../../styles/deck.ts';
import { shared } from '../../styles/shared.ts';
import { beginButton } from '../controls/begin-button.ts';
import { clampedLine } from '../messages/clamped-line.ts';
import text from './stop-bar.css?inline';

/** Undefined = the ordinary label of Stop. */
function stopWords(phase: Phase): string | undefined {
  switch (phase) {
    case 'stopping':
      return words.session.stopping;
    case 'ended':
    case 'idle':
      return words.session.stopped;
    default:
      return undefined;
  }
}

/**
 * The bar has all three buttons in every state, each in a fixed place, so that no press hits a button that has just appeared. Every press
 * of Stop sends `stop` again. The bar is a landmark, so that a screen reader gets to Stop from anywhere.
 *
 * @tag heartward-stop-bar
 * @fires heartward-intent - `stop`, `pause`, `resume`, and those of the notices
 */
export class StopBar extends LitElement {
  static override styles = [shared, deck, unsafeCSS(text)];

  @property({ attribute: false }) view: SessionView | null = null;
  /** Whether the page shows something other than the session. A line above Stop then links to the session. */
  @property({ type: Boolean }) away = false;

  constructor() {
    super();
    new FocusAboveBar(this, () => this);
  }

  private readonly pause = (): void => {
    // Sends the intent even without a link, so that the session tells the user that it could not send the command.
    if (this.view?.phase === 'running') intend(this, 'pause');
  };
  private readonly resume = new BeginPress(
    () => this.view?.resumable.kind === 'yes',
    () => intend(this, 'resume'),
  );

  override render() {
    const { view } = this;
    if (!view) return nothing;
    const { phase, notice } = view;
    const trouble = isStopTrouble(notice) ? words.notice(notice, view.boots) : null;
    const english = isStopTrouble(notice) ? englishOriginal()?.notice(notice, view.boots) : null;
    const paused = phase === 'paused' || phase === 'resuming';
    const stopped = stopWords(phase);
    const against = words.againstResume(view);
    const spaceOn = singleKeysOn();
    const key = (name: string, shown: boolean) =>
      shown ? html`<kbd aria-hidden="true">${name}</kbd>` : nothing;
    return html`<section aria-label=${words.session.controls}>
      <div class="above">
        <div role="alert">${trouble ? html`<heartward-notice .words=${trouble} .original=${english ?? null}></heartward-notice>` : nothing}</div>
        <div>${clampedLine(view)}</div>
      </div>
      ${this.away ? html`<a class="back" href=${addressOf(boots)}>${words.session.back(view)}</a>` : nothing}
      <div class="deck">
        <button id="stop" class="stop" type="button" @click=${intends('stop')}>
          <wa-icon name="stop"></wa-icon>${stopped ?? words.session.stop}${key(words.session.esc, !stopped)}
        </button>
        <button
          id="pause"
          class="beside"
          type="button"
          aria-disabled=${canPause(view) ? 'false' : 'true'}
          @click=${this.pause}
        >
          <wa-icon name="pause"></wa-icon>${words.session.pause}${key(words.session.space, spaceOn && !paused)}
        </button>
        ${beginButton({
          id: 'resume',
          label: html`<wa-icon name="play"></wa-icon>${words.session.resume}${key(words.session.space, spaceOn && paused)}`,
          enabled: view.resumable.kind === 'yes',
          reason: against ? 'against' : '',
          press: this.resume,
        })}
        <span id="against" class="aloud">${against}</span>
      </div>
    </section>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'heartward-stop-bar': StopBar;
  }
}
