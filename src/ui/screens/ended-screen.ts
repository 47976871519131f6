/** After a session: why it ended, how long it was, and on to the next. */

import { html, LitElement, nothing, unsafeCSS } from 'lit';
import { property } from 'lit/decorators.js';
import { seconds } from '../../../firmware-protocol/quantities.ts';
import type { Progress, SessionView } from '../../session/view.ts';
import { words } from '../../words/in-use.ts';
import { beginButton } from '../elements/controls/begin-button.ts';
import { BeginningPress } from '../input/begin-press.ts';
import { RoomBelow } from '../page/focus-above-bar.ts';
import { deck } from '../styles/deck.ts';
import { shared } from '../styles/shared.ts';
import text from './ended-screen.css?inline';

/**
 * @fires heartward-start - The same again.
 * @fires heartward-move-on - To the choice of programs.
 */
export class EndedScreen extends LitElement {
  static override styles = [shared, deck, unsafeCSS(text)];

  @property({ attribute: false }) view: SessionView | null = null;
  @property() program = '';
  /** How far it came; null is not known. */
  @property({ attribute: false }) progress: Progress | null = null;

  constructor() {
    super();
    new RoomBelow(this, () => this.renderRoot.querySelector('.dock'));
  }

  private readonly again = new BeginningPress(
    () => this.view?.startable.kind === 'yes',
    () => this.dispatchEvent(new CustomEvent('heartward-start')),
  );
  private readonly moveOn = (): boolean => this.dispatchEvent(new CustomEvent('heartward-move-on'));

  override render() {
    const { view } = this;
    if (!view) return null;
    const ending = words.endings[view.ended ?? 'none'];
    const { progress } = this;
    const took = progress ? seconds(Math.max(0, progress.promised - progress.left)) : null;
    const lasted = took === null ? words.session.dash : words.numbers.lasting(took);
    // The mould comes on top of the minutes promised, so a whole session takes longer than they say.
    const whole = took !== null && took >= view.minutes * 60;
    const against = words.againstStart(view);
    return html`
      <div class="page">
        <h1>${ending.title}</h1>
        <p class="why">${ending.why} <span role="status">${words.airAfter(view.airOut)}</span> ${ending.next}</p>
        <dl class="card">
          <div><dt>${this.program}</dt><dd><b>${lasted}</b> <small>${whole ? nothing : words.ended.of(view.minutes)}</small></dd></div>
          <div><dt>${words.ended.intensity}</dt><dd><b>${words.numbers.pressure(view.intensity)}</b> <small>${words.session.unit}</small></dd></div>
          ${
            progress && progress.cycle > 0
              ? html`<div><dt>${words.ended.waves}</dt><dd><b>${words.numbers.count(progress.cycle)}</b></dd></div>`
              : nothing
          }
        </dl>
        <p class="soft">${words.ended.numb}</p>
      </div>
      <div class="dock">
        <div class="deck">
          <p id="against" class="against stop" role="status">${against}</p>
          <button id="move-on" class="beside" type="button" @click=${this.moveOn}>${words.ended.other}</button>
          ${beginButton({
            id: 'again',
            label: words.ended.again,
            may: against === '',
            why: 'against',
            press: this.again,
          })}
        </div>
      </div>
    `;
  }
}
