/** The list of guides. */

import { html, LitElement, unsafeCSS } from 'lit';
import { property } from 'lit/decorators.js';
import type { GuideId } from '../../../guide/guide.ts';
import { guides } from '../../../guide/guides.ts';
import { guideWords } from '../../../words/guides/guides-in-use.ts';
import { addressOf } from '../../places/place.ts';
import { shared } from '../../styles/shared.ts';
import text from './guide-list.css?inline';
import { pictured } from './pictured.ts';

export class GuideList extends LitElement {
  static override styles = [shared, unsafeCSS(text)];

  /** Guides that a warning sign closes, or that the user's answers to the health questions rule out. */
  @property({ attribute: false }) closed: readonly GuideId[] = [];
  /** Whether the address names a guide that cannot be shown. */
  @property({ type: Boolean }) unknown = false;

  private card(id: GuideId) {
    const words = guideWords();
    const guide = guides[id];
    const isClosed = this.closed.includes(id);
    return html`<li>
      <a class="card" data-guide=${id} href=${addressOf({ name: 'guides', path: [id] })}>
        ${
          id === 'wind-down'
            ? html`<heartward-breath-picture aria-hidden="true"></heartward-breath-picture>`
            : html`<heartward-guide-picture plain aria-hidden="true" .phase=${pictured(guide)}></heartward-guide-picture>`
        }
        <span class="words">
          <b>${words.names[id]}</b>
          <span class="soft">${words.what[id]}</span>
          <span class="lasts">${isClosed ? words.texts.locked : words.lasts(guide)}</span>
        </span>
      </a>
    </li>`;
  }

  override render() {
    const words = guideWords();
    return html`
      <div class="page">
        <h1>${words.texts.title}</h1>
        <p class="intro">${words.texts.intro}</p>
        ${this.unknown ? html`<p class="unknown" role="status">${words.texts.unknown}</p>` : null}
        <a class="cramp" href=${addressOf({ name: 'guides', path: ['cramp'] })}>
          <b>${words.texts.cramp}</b><span>${words.texts.crampWhat}</span>
        </a>
        ${words.groups.map(
          ({ title, guides: ids }) => html`<section>
            <h2>${title}</h2>
            <ul>
              ${ids.map((id) => this.card(id))}
            </ul>
          </section>`,
        )}
      </div>
    `;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'heartward-guides': GuideList;
  }
}
