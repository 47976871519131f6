/** The line above every screen: whose page, which boots, and plainly so if they are simulated. */

import { html, nothing } from 'lit';
import { isStopTrouble, type SessionView } from '../../session/view.ts';
import { words } from '../../words/in-use.ts';
import { underWay } from './screen.ts';

/** While boots may be squeezing they are not left by mistake; those that do not confirm a Stop may have to be. */
const mayLeave = (view: SessionView): boolean => !underWay(view) || isStopTrouble(view.notice);

/** `program` replaces the name of the page while one runs. */
export function pageHeader(view: SessionView, program: string | null, disconnect: () => void) {
  const { boots } = view;
  return html`<header>
    ${program === null ? html`<b class=${boots ? 'spare' : ''}>${words.page.name}</b>` : html`<h1>${program}</h1>`}
    ${boots?.simulated ? html`<span class="chip simulated">${words.page.simulated}</span>` : nothing}
    ${
      boots
        ? html`<span class="right">
            ${boots.simulated ? nothing : html`<span class="boots">${boots.name}</span>`}
            <span class="battery">
              <wa-icon name="battery"></wa-icon>
              <span>${words.page.battery} </span>${boots.battery === null ? words.page.unknown : words.numbers.percent(boots.battery)}
            </span>
            ${
              mayLeave(view)
                ? html`<wa-button id="disconnect" pill appearance="plain" @click=${disconnect}>${words.page.disconnect}</wa-button>`
                : nothing
            }
          </span>`
        : nothing
    }
  </header>`;
}
