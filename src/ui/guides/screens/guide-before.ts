/** A guide before it begins: what it needs, who must not do it, how it goes, and Begin or the question to answer first. */

import { html, LitElement, unsafeCSS } from 'lit';
import { property } from 'lit/decorators.js';
import { type Guide, type Question, signsOf } from '../../../guide/guide.ts';
import { cramp, crampable } from '../../../guide/guides/cramp.ts';
import { guides } from '../../../guide/guides.ts';
import { sources } from '../../../plan/rules/sources.ts';
import { firstWords } from '../../../words/first/first-in-use.ts';
import { guideWords } from '../../../words/guides/guides-in-use.ts';
import { planWords } from '../../../words/plan/plan-in-use.ts';
import { intend, intends } from '../../events.ts';
import { originalUnder } from '../../page/original-under.ts';
import { addressOf } from '../../places/place.ts';
import { shared } from '../../styles/shared.ts';
import type { LeftOut } from '../guide-in-plan.ts';
import { sourcesOf } from '../guide-of-step.ts';
import text from './guide-before.css?inline';
import { guideChoices } from './guide-choices.ts';
import { pictured } from './pictured.ts';

export class GuideBefore extends LitElement {
  static override styles = [shared, unsafeCSS(text)];

  @property({ attribute: false }) guide: Guide = guides.walk;
  @property({ type: Boolean }) planned = false;
  /** Hours since the race or run that the plan is for; null without such a plan under way. */
  @property({ attribute: false }) hours: number | null = null;

  /** Why the plan under way leaves out the work of this guide; null if it does not. */
  @property({ attribute: false }) leftOut: LeftOut | null = null;

  /** Whether the user's answers to the health questions rule this guide out. */
  @property({ type: Boolean }) ruledOut = false;

  private notForYou() {
    const { ruledOut, settings } = guideWords().texts;
    return html`<p class="not-now">
      <wa-icon name="care"></wa-icon><span>${ruledOut}${originalUnder(guideWords.englishOriginal()?.texts.ruledOut)}
        <a href=${addressOf({ name: 'settings', path: [] })}>${settings}</a></span>
    </p>`;
  }

  private facts(guide: Guide) {
    const words = guideWords();
    const when = words.when(guide);
    const counts = words.counts(guide);
    const notNow = this.hours === null ? '' : words.notNow(guide, this.hours);
    return html`<dl>
      <div><dt>${words.texts.lasts}</dt><dd>${counts === '' ? words.lasts(guide) : firstWords.labelled(words.lasts(guide), counts)}</dd></div>
      <div><dt>${words.texts.needs}</dt><dd>${words.needed(guide)}</dd></div>
      ${when === '' ? null : html`<div><dt>${words.texts.when}</dt><dd>${when}</dd></div>`}
    </dl>
    ${notNow === '' ? null : html`<p class="not-now"><wa-icon name="care"></wa-icon>${notNow}</p>`}
    ${this.leftOut === null ? null : html`<p class="not-now"><wa-icon name="care"></wa-icon><span>${words.leftOut[this.leftOut]}${originalUnder(guideWords.englishOriginal()?.leftOut[this.leftOut])}</span></p>`}`;
  }

  private notIf(guide: Guide) {
    const words = guideWords();
    const english = guideWords.englishOriginal();
    if (guide.against.length === 0) return null;
    return html`<section class="not">
      <h2>${words.texts.notIf}</h2>
      <ul>
        ${guide.against.map((one) => html`<li>${words.against[one]}${originalUnder(english?.against[one])}</li>`)}
      </ul>
    </section>`;
  }

  /**
   * The question before a guide. Its answers replace Begin: the one that reports no sign begins the guide. For a cramp, the user says
   * instead which muscle cramps.
   */
  private question(guide: Guide, question: Question) {
    const words = guideWords();
    const { title, none } = planWords().questions[question];
    return html`<section class="ask" aria-labelledby="ask">
      <h2 id="ask">${title}${originalUnder(planWords.englishOriginal()?.questions[question].title)}</h2>
      <div class="answers">
        ${signsOf[question].map(
          (
            sign,
          ) => html`<button class="sign" type="button" data-sign=${sign} @click=${intends('reportSign', sign)}>
            ${planWords().page.signs[sign]}${originalUnder(planWords.englishOriginal()?.page.signs[sign])}
          </button>`,
        )}
        ${guide.id === 'cramp' ? null : this.begin(none)}
      </div>
      ${guide.id === 'cramp' ? this.crampAnswers(`${none}. ${words.texts.crampWhere}`) : null}
    </section>`;
  }

  private crampAnswers(none: string) {
    const words = guideWords();
    return html`<h2 id="where">${none}</h2>
      <div class="answers" role="group" aria-labelledby="where">
        ${crampable.map(
          (
            muscle,
          ) => html`<button class="go" type="button" data-muscle=${muscle} @click=${() => intend(this, 'beginGuide', cramp(muscle))}>
            ${words.crampIn[muscle]}
          </button>`,
        )}
      </div>`;
  }

  private begin(label: string) {
    return html`<button id="begin" class="go" type="button" @click=${() => intend(this, 'beginGuide', this.guide)}>${label}</button>`;
  }

  private stands(guide: Guide) {
    const words = guideWords();
    const plan = planWords();
    return html`<details>
      <summary>${words.texts.sources}</summary>
      <ul class="sources">
        ${sourcesOf[guide.id].map((name) => html`<li>${plan.source(name, sources[name])}</li>`)}
      </ul>
    </details>`;
  }

  override render() {
    const { guide } = this;
    const words = guideWords();
    const asks = guide.askFirst;
    const isCramp = guide.id === 'cramp';
    const beginning = this.ruledOut
      ? this.notForYou()
      : asks === null
        ? this.begin(words.texts.begin)
        : this.question(guide, asks);
    return html`
      <div class="page">
        <div class="words">
          <a class="all" href=${addressOf({ name: this.planned ? 'plan' : 'guides', path: [] })}
            >‹ ${this.planned ? words.texts.plan : words.texts.all}</a
          >
          <h1>${words.names[guide.id]}</h1>
          ${isCramp ? beginning : html`<p class="what">${words.what[guide.id]}</p>`}
          ${this.planned ? null : guideChoices(guide)} ${this.facts(guide)} ${this.notIf(guide)}
          <section>
            <h2>${words.texts.how}</h2>
            <ol>
              ${words.how(guide).map((line) => html`<li>${line}</li>`)}
            </ol>
          </section>
          ${isCramp ? null : beginning}
          ${this.stands(guide)}
          <p class="soft">${words.texts.modest}</p>
        </div>
        <heartward-guide-picture paused .phase=${pictured(guide)}></heartward-guide-picture>
      </div>
    `;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'heartward-guide-before': GuideBefore;
  }
}
