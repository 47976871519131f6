/** The help: topics that unfold in place. */

import { html, LitElement, nothing, type PropertyValues, unsafeCSS } from 'lit';
import { property, state } from 'lit/decorators.js';
import { gravestFirst } from '../../../../firmware-protocol/fault-codes.ts';
import { helpWords } from '../../../words/help/help-in-use.ts';
import { type HelpText, type HelpTopic, helpTopics } from '../../../words/help/help-words.ts';
import { englishOriginal, words } from '../../../words/in-use.ts';
import { originalUnder } from '../../page/original-under.ts';
import { choices } from '../../styles/choices.ts';
import { shared } from '../../styles/shared.ts';
import text from './help-screen.css?inline';
import { libraries } from './libraries.ts';
import { pageMessages } from './page-messages.ts';

/**
 * Whether the whole topic is about safety. In a language without reviewed safety texts, the English original then stands under its text.
 */
const isSafety = (topic: HelpTopic): boolean => topic === 'stop' || topic === 'safety';

export class HelpScreen extends LitElement {
  static override styles = [shared, choices, unsafeCSS(text)];

  /** Id of the topic to unfold and scroll to; null or an unknown id unfolds no topic. */
  @property({ attribute: false }) topic: string | null = null;
  /** The line that was copied last; null = none. */
  @state() private copied: string | null = null;

  protected override updated(changed: PropertyValues<this>): void {
    if (!changed.has('topic') || this.topic === null) return;
    this.renderRoot.querySelector(`#${CSS.escape(this.topic)}`)?.scrollIntoView({ block: 'start' });
  }

  private async copy(line: string): Promise<void> {
    // If the browser refuses the clipboard, the user can still select the line.
    await navigator.clipboard.writeText(line).then(
      () => {
        this.copied = line;
      },
      () => undefined,
    );
  }

  private readonly faults = () =>
    gravestFirst.map((fault) => {
      const { means, todo } = words.faults[fault];
      const english = englishOriginal()?.faults[fault];
      return html`<h3>${helpWords().fault(fault)}</h3>
        <p>${means}</p>
        <p>${todo}${originalUnder(english && words.capital(english.what), english?.means, english?.todo)}</p>`;
    });

  /** `words.notice` gets no boots, because those that are connected may not be the ones that the reader asks about. */
  private readonly ownMessages = () =>
    pageMessages.map((notice) => {
      const { title, advice } = words.notice(notice, null);
      const english = englishOriginal()?.notice(notice, null);
      return html`<h3>${title}</h3>
        <p>${advice.join(' ')}${originalUnder(english?.title, ...(english?.advice ?? []))}</p>`;
    });

  private readonly licences = () => html`<p>${helpWords().licences}</p>
    <ul>
      ${libraries.map(([name, licence]) => html`<li>${name} (${licence})</li>`)}
    </ul>`;

  private body({ paragraphs, copy = [], points = [] }: HelpText, english: HelpText | undefined) {
    const { copy: copyIt, copied } = helpWords();
    return html`
      ${paragraphs.map((paragraph, n) => html`<p>${paragraph}${originalUnder(english?.paragraphs[n])}</p>`)}
      ${copy.map(
        (line) => html`<div class="copy">
          <code>${line}</code>
          <button class="press" @click=${() => this.copy(line)}>${this.copied === line ? copied : copyIt}</button>
        </div>`,
      )}
      ${points.length > 0 ? html`<ul>${points.map((point, n) => html`<li>${point}${originalUnder(english?.points?.[n])}</li>`)}</ul>` : nothing}
    `;
  }

  private closing(topic: HelpTopic) {
    if (topic === 'messages')
      return html`${this.faults()}<p>${helpWords().pageMessages}</p>${this.ownMessages()}`;
    return topic === 'about' ? this.licences() : nothing;
  }

  override render() {
    const { title, intro, topics } = helpWords();
    const english = helpWords.englishOriginal()?.topics;
    return html`<div class="page">
      <header>
        <h1>${title}</h1>
        <p>${intro}</p>
      </header>
      ${helpTopics.map(
        (topic) => html`<details class="topic" id=${topic} ?open=${topic === this.topic}>
          <summary><h2>${topics[topic].title}</h2></summary>
          <div>${this.body(topics[topic], isSafety(topic) ? english?.[topic] : undefined)}${this.closing(topic)}</div>
        </details>`,
      )}
    </div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'heartward-help': HelpScreen;
  }
}
