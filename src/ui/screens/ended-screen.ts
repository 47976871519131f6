/** The screen at the end of a session. */

import { html, LitElement, nothing, unsafeCSS } from 'lit';
import { property } from 'lit/decorators.js';
import type { Gate } from '../../journal/gate.ts';
import type { Objection } from '../../plan/dose/allowance.ts';
import type { SessionView } from '../../session/view.ts';
import { englishOriginal, words } from '../../words/in-use.ts';
import { beginButton } from '../elements/controls/begin-button.ts';
import { objectionLines } from '../elements/journal/objection-lines.ts';
import { intend, intends, takesStep } from '../events.ts';
import { BeginPress } from '../input/begin-press.ts';
import type { AfterView } from '../journal/after-view.ts';
import { whyNoStart } from '../journal/why-no-start.ts';
import { fullAt } from '../legs/level.ts';
import { markedZones } from '../legs/marks.ts';
import { FocusAboveBar } from '../page/focus-above-bar.ts';
import { originalUnder } from '../page/original-under.ts';
import { deck } from '../styles/deck.ts';
import { shared } from '../styles/shared.ts';
import type { TraceSource } from '../trace/trace-source.ts';
import text from './ended-screen.css?inline';

/**
 * @tag heartward-ended
 * @fires heartward-intent - `start`, `downloadTrace`, and those of the questions
 * @fires heartward-step - `moveOn`: to the list of programs
 */
export class EndedScreen extends LitElement {
  static override styles = [shared, deck, unsafeCSS(text)];

  @property({ attribute: false }) view: SessionView | null = null;
  @property({ attribute: false }) trace: TraceSource | null = null;
  /** The questions after the session; null = none to ask. */
  @property({ attribute: false }) afterwards: AfterView | null = null;
  @property({ attribute: false }) gate: Gate | null = null;
  @property({ attribute: false }) against: readonly Objection[] = [];

  constructor() {
    super();
    new FocusAboveBar(this, () => this.renderRoot.querySelector('.dock'));
  }

  private readonly again = new BeginPress(
    () => this.view !== null && whyNoStart(this.view, this.gate, this.against) === '',
    () => intend(this, 'start'),
  );

  /** Renders nothing if this page has fewer than two samples of each leg. */
  private wholeTrace({ boots, intensity, legs }: SessionView) {
    const { trace } = this;
    if (!boots || !trace || boots.sides.every((side) => trace.whole(side).length < 2)) return nothing;
    return html`<section class="card">
      <heartward-trace
        whole
        .source=${trace}
        .revision=${trace.revision}
        .sides=${boots.sides}
        .parts=${boots.parts}
        .full=${fullAt(intensity, [...legs.left, ...legs.right])}
      ></heartward-trace>
      <wa-button id="save-trace" pill appearance="outlined" @click=${intends('downloadTrace')}>${words.ended.saveTrace}</wa-button>
    </section>`;
  }

  override render() {
    const { view } = this;
    if (!view) return null;
    const ending = words.endings[view.ended ?? 'none'];
    const english = englishOriginal();
    const englishEnding = english?.endings[view.ended ?? 'none'];
    const { progress, program } = view;
    const took = progress?.ran ?? null;
    const lasted = took === null ? words.session.dash : words.numbers.lasting(took);
    // A session that lasted all of its minutes needs no "of 30 min".
    const complete = took !== null && took >= view.minutes * 60;
    const against = whyNoStart(view, this.gate, this.against);
    return html`
      <div class="page">
        <div class="done">
          <div class="outcome">
            <h1>${ending.title}</h1>
            <p class="why">${ending.why} <span role="status">${words.airAfter(view.airOut)}</span> ${ending.next}
              ${originalUnder(englishEnding?.title, englishEnding?.why, english?.airAfter(view.airOut), englishEnding?.next)}</p>
            <dl class="card">
              <div><dt>${words.programName(program.name)}</dt><dd><b>${lasted}</b> <small>${complete ? nothing : words.ended.of(view.minutes)}</small></dd></div>
              <div><dt>${words.ended.intensity}</dt><dd><b>${words.numbers.pressure(view.intensity)}</b> <small>${words.session.unit}</small></dd></div>
              ${
                progress && progress.cycle > 0
                  ? html`<div><dt>${words.ended.waves}</dt><dd><b>${words.numbers.count(progress.completed)}</b></dd></div>`
                  : nothing
              }
            </dl>
            ${this.afterwards ? html`<heartward-after .view=${this.afterwards}></heartward-after>` : nothing}
          </div>
          <heartward-legs
            .legs=${view.legs}
            .doing=${view.doing}
            .intensity=${view.intensity}
            .marked=${markedZones(view)}
            ?stale=${view.stale}
          ></heartward-legs>
        </div>
        <p class="soft">${words.ended.numb}${originalUnder(english?.ended.numb)}</p>
        ${this.wholeTrace(view)}
      </div>
      <div class="dock">
        ${objectionLines(this.against)}
        <div class="deck">
          <p id="against" class="against stop" role="status">${against}</p>
          <button id="move-on" class="beside" type="button" @click=${takesStep('moveOn')}>${words.ended.other}</button>
          ${beginButton({
            id: 'again',
            label: words.ended.again,
            enabled: against === '',
            reason: 'against',
            press: this.again,
          })}
        </div>
      </div>
    `;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'heartward-ended': EndedScreen;
  }
}
