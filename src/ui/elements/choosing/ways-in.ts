/** The buttons that connect boots, simulated or real, and the state of connecting. */

import { html, nothing } from 'lit';
import type { LinkState } from '../../../session/view.ts';
import { firstWords } from '../../../words/first/first-in-use.ts';
import { intend, intends, takeStep } from '../../events.ts';
import { addressOf } from '../../places/place.ts';
import type { SimulatedChoice } from '../../settings/simulated-choice.ts';

export interface WaysIn {
  readonly link: LinkState;
  readonly bluetooth: boolean;
  /** Whether the browser's Bluetooth has stopped answering this page. Connecting then cannot go on, so no spinner shows. */
  readonly cutOff: boolean;
  readonly simulated: SimulatedChoice;
}

const howToConnect = { name: 'help', path: ['connecting'] } as const;

/** Makes a listener that connects real boots. @param known true: the boots that were used last; false: other boots */
export const connectsPaired =
  (known: boolean) =>
  ({ currentTarget }: Pick<Event, 'currentTarget'>): void => {
    if (currentTarget === null) return;
    intend(currentTarget, 'preferKnown', known);
    takeStep(currentTarget, 'pair');
  };

export function waysIn({ link, bluetooth, cutOff, simulated }: WaysIn) {
  const busy = link !== 'none';
  const { welcome } = firstWords;
  return html`<div class="ways">
      <section class="card">
        <p>${welcome.simulatedWhat}</p>
        <button id="simulated" class="press first" type="button" ?disabled=${busy} @click=${intends('connectSimulated')}>
          ${welcome.simulated}
        </button>
        <details>
          <summary>${welcome.which}</summary>
          <heartward-which-boots .choice=${simulated}></heartward-which-boots>
        </details>
      </section>
      <section class="card">
        <p>${bluetooth ? welcome.pairWhat : isSecureContext ? welcome.noBluetooth : welcome.notSecure}</p>
        ${bluetooth || !isSecureContext ? nothing : html`<p><a id="get-bluetooth" href=${addressOf(howToConnect)}>${welcome.getBluetooth}</a></p>`}
        <button id="pair" class="press" type="button" ?disabled=${busy || !bluetooth} @click=${connectsPaired(false)}>
          ${welcome.pair}
        </button>
      </section>
    </div>
    <div class="foot ${busy ? 'busy' : ''}">
      <div class="link" role="status">
        ${
          busy
            ? html`${cutOff ? nothing : html`<span class="spinner" aria-hidden="true"></span><span>${welcome.link[link]}</span>`}
                <button id="cancel" class="press quiet" type="button" @click=${intends('disconnect')}>${welcome.cancel}</button>`
            : nothing
        }
      </div>
      ${busy ? nothing : html`<p class="soft">${welcome.promise}</p>`}
    </div>`;
}
