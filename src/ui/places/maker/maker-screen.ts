/** The page for makers of boots, to find out why a zone is slow. */

import { html, LitElement, nothing, unsafeCSS } from 'lit';
import { property } from 'lit/decorators.js';
import type { SessionView } from '../../../session/view.ts';
import { makerWords } from '../../../words/maker/maker-in-use.ts';
import { intends } from '../../events.ts';
import { shared } from '../../styles/shared.ts';
import { addressOf, boots as bootsPlace } from '../place.ts';
import { bootsPart, linkPart } from './boots-part.ts';
import { logPart } from './log-part.ts';
import text from './maker-screen.css?inline';
import type { MakerView } from './maker-view.ts';
import { zonesPart } from './zones-part.ts';

const part = (
  id: string,
  title: string,
  content: unknown,
) => html`<section class="card" aria-labelledby=${id}>
  <h2 id=${id}>${title}</h2>
  ${content}
</section>`;

export class MakerScreen extends LitElement {
  static override styles = [shared, unsafeCSS(text)];

  @property({ attribute: false }) view: MakerView | null = null;
  @property({ attribute: false }) session: SessionView | null = null;

  private test(session: SessionView) {
    const { test } = makerWords();
    const possible = session.boots !== null && (session.phase === 'idle' || session.phase === 'ended');
    return html`
      <p>${test.how}</p>
      <ol>${test.steps.map((step) => html`<li>${step}</li>`)}</ol>
      <p>
        <wa-button id="set-up-test" pill appearance="outlined" variant="brand" ?disabled=${!possible} @click=${intends('chooseLeakTest')}
          >${test.setUp}</wa-button
        >
      </p>
      <p class="soft">${test.when}</p>
    `;
  }

  private report() {
    const { report } = makerWords();
    return html`
      <p>${report.holds}</p>
      <p class="soft">${report.holdsNot}</p>
      <p><wa-button id="save-report" pill appearance="outlined" @click=${intends('downloadReport')}>${report.save}</wa-button></p>
    `;
  }

  override render() {
    const { view, session } = this;
    if (!view || !session) return nothing;
    const said = makerWords();
    const { parts } = said;
    return html`<div class="page">
      <header>
        <h1>${said.title}</h1>
        <p class="soft">${said.intro}</p>
      </header>
      ${
        view.boots.length === 0
          ? html`<section class="card">
              <p>${said.noBoots}</p>
              <p><a class="press first" href=${addressOf(bootsPlace)}>${said.toBoots}</a></p>
            </section>`
          : [
              part('zones', parts.zones, zonesPart(view)),
              part('test', parts.test, this.test(session)),
              view.faults === null
                ? nothing
                : part(
                    'faults',
                    parts.faults,
                    html`<heartward-faults .view=${view.faults}></heartward-faults>`,
                  ),
              part('link', parts.link, linkPart(view)),
              part('boots', parts.boots, bootsPart(view, session)),
            ]
      }
      ${view.log.count === 0 && view.boots.length === 0 ? nothing : part('log', parts.log, logPart(view))}
      ${part('report', parts.report, this.report())}
    </div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'heartward-maker': MakerScreen;
  }
}
