/** A guide that has begun, in type that can be read from the floor. */

import { html, LitElement, nothing, unsafeCSS } from 'lit';
import { property } from 'lit/decorators.js';
import { classMap } from 'lit/directives/class-map.js';
import { styleMap } from 'lit/directives/style-map.js';
import { type Phase, phaseLength } from '../../../guide/guide.ts';
import { type CuesOn, type GuideCue, guideCues, quiet } from '../../../guide/signals/cues.ts';
import type { GuideView } from '../../../guide/view.ts';
import { firstWords } from '../../../words/first/first-in-use.ts';
import { guideWords } from '../../../words/guides/guides-in-use.ts';
import { intend, intends } from '../../events.ts';
import { singleKeysOn } from '../../input/single-keys.ts';
import { shared } from '../../styles/shared.ts';
import { GuideKeys } from './guide-keys.ts';
import text from './guide-running.css?inline';
import sizes from './guide-running-sizes.css?inline';

/** Whether a phase belongs to slow breathing. The screen then has a disc instead of the legs, and no count, which would disturb. */
const isBreath = ({ cue }: Phase): boolean => cue === 'breathe' || cue === 'lie-down';

export class GuideRunning extends LitElement {
  static override styles = [shared, unsafeCSS(text), unsafeCSS(sizes)];

  @property({ attribute: false }) view: GuideView | null = null;
  /** The prompt to show; empty = none. */
  @property({ attribute: false }) prompt = '';
  @property({ attribute: false }) cues: CuesOn = quiet;
  @property({ attribute: false }) offered: readonly GuideCue[] = guideCues;

  constructor() {
    super();
    new GuideKeys(this, {
      pauseOrResume: () => intend(this, 'controlGuide', this.isRunning ? 'pause' : 'resume'),
      back: () => intend(this, 'controlGuide', 'back'),
      next: () => intend(this, 'controlGuide', 'next'),
    });
  }

  private get isRunning(): boolean {
    return this.view?.state === 'running';
  }

  /** Scrolls to the top, because the pressed Begin button, which was further down, is gone. */
  protected override firstUpdated(): void {
    this.renderRoot.querySelector('h1')?.focus({ preventScroll: true });
    scrollTo(0, 0);
  }

  private bar({ guide, index, since }: GuideView) {
    return html`<div class="bar" aria-hidden="true">
      ${guide.phases.map((phase, n) => {
        const share = n < index ? 1 : n > index ? 0 : since / phaseLength(phase);
        return html`<i
          class=${phase.kind}
          style=${styleMap({ 'flex-grow': String(phaseLength(phase)), '--share': share.toFixed(3) })}
        ></i>`;
      })}
    </div>`;
  }

  private count(view: GuideView) {
    const words = guideWords();
    const { phase, pass, phaseLeft } = view;
    const passes = words.passes(view);
    if (passes === '') return html`<p class="count">${firstWords.numbers.clockTime(phaseLeft)}</p>`;
    return html`<p class="count" aria-label=${passes}>${firstWords.numbers.count(pass)}<small> / ${firstWords.numbers.count(phase.passes)}</small></p>
      <div class="dots" aria-hidden="true">
        ${Array.from({ length: phase.passes }, (_, n) => html`<i class=${classMap({ done: n < pass - 1, now: n === pass - 1 })}></i>`)}
      </div>`;
  }

  private picture({ phase, since, way }: GuideView) {
    return isBreath(phase)
      ? html`<heartward-breath-picture .phase=${phase} .since=${since} .way=${way} ?paused=${!this.isRunning}></heartward-breath-picture>`
      : html`<heartward-guide-picture .phase=${phase} .since=${since} ?paused=${!this.isRunning}></heartward-guide-picture>`;
  }

  private state() {
    const { texts } = guideWords();
    if (this.view?.state === 'asleep') return texts.asleep;
    if (!singleKeysOn()) return this.isRunning ? texts.tapPauses : texts.tapResumes;
    return this.isRunning ? texts.pauses : texts.paused;
  }

  private cue(cue: GuideCue) {
    const on = this.cues[cue];
    return html`<button type="button" class="cue" data-cue=${cue} aria-pressed=${on} @click=${() => intend(this, 'setGuideCue', cue, !on)}>
      ${guideWords().texts[cue]}
    </button>`;
  }

  private controls() {
    const { texts } = guideWords();
    return html`<div class="keys" role="group" aria-label=${texts.controls}>
      <button id="back" type="button" @click=${intends('controlGuide', 'back')}>${texts.back}</button>
      <button id="pause" class="go" type="button" @click=${intends('controlGuide', this.isRunning ? 'pause' : 'resume')}>
        <wa-icon name=${this.isRunning ? 'pause' : 'play'}></wa-icon>${this.isRunning ? texts.pause : texts.resume}
      </button>
      <button id="next" type="button" @click=${intends('controlGuide', 'next')}>${texts.next}</button>
    </div>`;
  }

  override render() {
    const { view } = this;
    if (view === null) return nothing;
    const words = guideWords();
    const { title, how } = words.phase(view.phase);
    return html`
      <div class=${classMap({ page: true, still: !this.isRunning })}>
        <div class="top">
          <h1 tabindex="-1">${words.names[view.guide.id]}</h1>
          <span class="left" aria-label=${words.leftAloud(view)}>${words.left(view)}</span>
          <button id="leave" type="button" @click=${intends('controlGuide', 'leave')}>${words.texts.leave}</button>
        </div>
        ${this.bar(view)}
        <div class=${classMap({ stage: true, breath: isBreath(view.phase) })}>
          <div class="say">
            <p class="title">${title}</p>
            <p class="how">${how}</p>
            <p class="prompt">${this.prompt}</p>
          </div>
          ${this.picture(view)}
          ${isBreath(view.phase) ? null : html`<div class="counted">${this.count(view)}</div>`}
        </div>
        <p class="following">${words.following(view)}</p>
        ${this.controls()}
        <p class="soft">${this.state()}</p>
        <div class="cues" role="group" aria-label=${words.texts.cues}>${this.offered.map((cue) => this.cue(cue))}</div>
        <p class="aloud" role="status">${title}. ${how} ${this.prompt}</p>
      </div>
    `;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'heartward-guide': GuideRunning;
  }
}
