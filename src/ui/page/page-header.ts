/** The header of the page, above the screen. */

import { html, nothing } from 'lit';
import { isStopTrouble, type SessionView } from '../../session/view.ts';
import { firstWords } from '../../words/first/first-in-use.ts';
import { intends } from '../events.ts';
import { batteryIcon } from './battery-icon.ts';
import { underWay } from './screen.ts';

/**
 * While Stop is on screen there is no Disconnect, unless the boots do not confirm a Stop or do not empty: Disconnect may then be the only
 * way out.
 */
const mayDisconnect = (view: SessionView): boolean => !underWay(view) || isStopTrouble(view.notice);

/** @param program name of the program, which replaces the page's name on the session screen; null on other screens */
export function pageHeader(view: SessionView, program: string | null) {
  const { boots } = view;
  return html`<header>
    ${program === null ? html`<b class=${boots ? 'spare' : ''}>${firstWords.page.name}</b>` : html`<h1>${program}</h1>`}
    ${boots?.simulated ? html`<span class="chip simulated">${firstWords.page.simulated}</span>` : nothing}
    ${
      boots
        ? html`<span class="right">
            ${boots.simulated ? nothing : html`<span class="boots">${firstWords.bootsNames(boots.names)}</span>`}
            ${
              // During a session Disconnect takes the place of the battery, so that nothing below the header moves.
              mayDisconnect(view) && underWay(view)
                ? nothing
                : html`<span class="battery">
                    ${batteryIcon(boots)}
                    <span>${firstWords.page.battery} </span>${boots.battery === null ? firstWords.page.unknown : firstWords.numbers.percent(boots.battery)}
                  </span>`
            }
            ${
              mayDisconnect(view)
                ? html`<wa-button id="disconnect" pill appearance="plain" @click=${intends('disconnect')}>${firstWords.page.disconnect}</wa-button>`
                : nothing
            }
          </span>`
        : nothing
    }
  </header>`;
}
