/** Stop, Pause and Resume, under the thumb, above everything, as long as boots may be squeezing. */

import { html, LitElement, nothing, unsafeCSS } from 'lit';
import { property } from 'lit/decorators.js';
import type { Phase, SessionView } from '../../../session/view.ts';
import { words } from '../../../words/in-use.ts';
import { BeginningPress } from '../../input/begin-press.ts';
import { RoomBelow } from '../../page/focus-above-bar.ts';
import { canPause } from '../../page/screen.ts';
import { deck } from '../../styles/deck.ts';
import { shared } from '../../styles/shared.ts';
import { beginButton } from '../controls/begin-button.ts';
import text from './stop-bar.css?inline';

const stopWords: Partial<Readonly<Record<Phase, string>>> = {
  stopping: words.session.stopping,
  ended: words.session.stopped,
  idle: words.session.stopped,
};

/**
 * @fires heartward-stop - Stop was pressed; pressed again it is asked for again.
 * @fires heartward-pause
 * @fires heartward-resume
 * @slot - What must be read right above Stop.
 */
export class StopBar extends LitElement {
  static override styles = [shared, deck, unsafeCSS(text)];

  @property({ attribute: false }) view: SessionView | null = null;

  constructor() {
    super();
    new RoomBelow(this, () => this);
  }

  private say(name: string): void {
    this.dispatchEvent(new CustomEvent(name));
  }
  private readonly stop = (): void => this.say('heartward-stop');
  private readonly pause = (): void => {
    if (this.view && canPause(this.view)) this.say('heartward-pause');
  };
  private readonly resume = new BeginningPress(
    () => this.view?.resumable.kind === 'yes',
    () => this.say('heartward-resume'),
  );

  override render() {
    const { view } = this;
    if (!view) return nothing;
    const { phase } = view;
    const paused = phase === 'paused' || phase === 'resuming';
    const said = stopWords[phase];
    const against = words.againstResume(view);
    const key = (name: string, shown: boolean) =>
      shown ? html`<kbd aria-hidden="true">${name}</kbd>` : nothing;
    return html`
      <div class="above"><slot></slot></div>
      <div class="deck" role="group" aria-label=${words.session.controls}>
        <button id="stop" class="stop" type="button" @click=${this.stop}>
          <wa-icon name="stop"></wa-icon>${said ?? words.session.stop}${key(words.session.esc, !said)}
        </button>
        <button
          id="pause"
          class="beside"
          type="button"
          aria-disabled=${canPause(view) ? 'false' : 'true'}
          @click=${this.pause}
        >
          <wa-icon name="pause"></wa-icon>${words.session.pause}${key(words.session.space, !paused)}
        </button>
        ${beginButton({
          id: 'resume',
          label: html`<wa-icon name="play"></wa-icon>${words.session.resume}${key(words.session.space, paused)}`,
          may: view.resumable.kind === 'yes',
          why: against ? 'against' : '',
          press: this.resume,
        })}
        <span id="against" class="aloud">${against}</span>
      </div>
    `;
  }
}
