/** The notices above the screen, and the live region for announcements. */

import { html, LitElement, nothing, unsafeCSS } from 'lit';
import { property } from 'lit/decorators.js';
import type { SessionView } from '../../../session/view.ts';
import { englishOriginal, words } from '../../../words/in-use.ts';
import type { LeftBehind } from '../../../words/notices/left-behind.ts';
import type { LibraryOutcome } from '../../../words/notices/library-outcome.ts';
import { noticesAbove } from '../../page/notices-above.ts';
import { NoticesInSight } from '../../page/notices-in-sight.ts';
import { type Screen, underWay } from '../../page/screen.ts';
import { shared } from '../../styles/shared.ts';
import text from './page-notices.css?inline';

/**
 * Renders its live regions even while they are empty: a screen reader announces only what changes inside a region that is already there.
 *
 * @tag heartward-notices
 * @fires heartward-intent - those of `<heartward-notice>`
 */
export class PageNotices extends LitElement {
  static override styles = [shared, unsafeCSS(text)];

  @property({ attribute: false }) view: SessionView | null = null;
  @property({ attribute: false }) said: LibraryOutcome | null = null;
  /** A session that an earlier page left or another tab runs; null = none. */
  @property({ attribute: false }) left: LeftBehind | null = null;
  /** During a session the notices lie over the screen, so that nothing moves under a finger. */
  @property({ reflect: true }) screen: Screen = 'welcome';
  @property() spoken = '';

  constructor() {
    super();
    new NoticesInSight(this, () => this.renderRoot.querySelectorAll('heartward-notice'));
  }

  /**
   * Renders nothing on the session's screen, which has more urgent things to say. A new version reloads the page, so it is not offered
   * during a session.
   */
  private libraryNotice(view: SessionView) {
    const { said, screen } = this;
    if (!said || screen === 'session' || (said.kind === 'newVersion' && underWay(view))) return nothing;
    const notice = words.libraryOutcome(said, view.boots !== null);
    // The list of programs shows good news beside Start (start-dock.ts).
    if (screen === 'choose' && notice.urgency === 'news') return nothing;
    return html`<heartward-notice .words=${notice} .dismissal=${'dismissLibraryOutcome'}></heartward-notice>`;
  }

  /** Renders nothing once boots are being connected, because the page then shows what they do. */
  private leftNotice({ boots, link }: SessionView) {
    if (!this.left || boots !== null || link !== 'none') return nothing;
    return html`<heartward-notice .words=${words.leftBehind(this.left)} .original=${englishOriginal()?.leftBehind(this.left) ?? null} .dismissal=${'dismissLeftSession'}></heartward-notice>`;
  }

  override render() {
    const { view } = this;
    if (!view) return nothing;
    const english = englishOriginal();
    const originals = english === null ? [] : noticesAbove(view, english);
    return html`
      <div class="notices" role="alert">${noticesAbove(view).map(
        (notice, n) =>
          html`<heartward-notice .words=${notice} .original=${originals[n] ?? null} .left=${n === 0 ? view.pressLeft : null}></heartward-notice>`,
      )}</div>
      <div class="notices" role="status">${this.leftNotice(view)}${this.libraryNotice(view)}</div>
      <p id="spoken" class="aloud" role="status" aria-live="polite">${this.spoken}</p>
    `;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'heartward-notices': PageNotices;
  }
}
