/** The link and the boots on the page for makers of boots. */

import { html, nothing } from 'lit';
import type { SessionView } from '../../../session/view.ts';
import { makerWords } from '../../../words/maker/maker-in-use.ts';
import { intends } from '../../events.ts';
import type { ConnectedBoots, MakerView } from './maker-view.ts';

interface Row {
  readonly name: string;
  readonly value: string;
}

const list = (rows: readonly Row[]) => html`<dl>
  ${rows.map(({ name, value }) => html`<div><dt>${name}</dt><dd>${value}</dd></div>`)}
</dl>`;

/** Renders nothing unless two boots are connected. */
const heading = ({ side }: ConnectedBoots) =>
  side === null ? nothing : html`<h3>${makerWords().boot(side)}</h3>`;

export function linkPart({ boots }: MakerView) {
  const said = makerWords();
  return html`
    <p class="soft">${said.link.how}</p>
    ${boots.map(
      (boot) => html`${heading(boot)}
      ${list([
        { name: said.link.telemetry, value: said.spread(boot.link.telemetry) },
        { name: said.link.status, value: said.spread(boot.link.status) },
        { name: said.link.roundTrips, value: said.spread(boot.link.roundTrips) },
        { name: said.link.lost, value: said.lost(boot.link.lost, boot.link.received) },
        { name: said.link.unanswered, value: said.count(boot.link.unanswered) },
        { name: said.link.losses, value: said.count(boot.link.losses) },
      ])}`,
    )}
  `;
}

/** Swapping connects the boots anew, so no session may be on, and the boots must not hold air as far as the page knows. */
const maySwap = ({ link, phase, stop, airOut }: SessionView): boolean =>
  link === 'connected' && (phase === 'idle' || phase === 'ended') && stop === 'none' && airOut !== 'no';

function swapPart({ boots, isSwapStored }: MakerView, session: SessionView) {
  const { swap } = makerWords();
  const swapped = boots.filter(({ isSwapped }) => isSwapped);
  return html`<h3>${swap.title}</h3>
    <p>${swap.how}</p>
    <p role="status">
      ${swapped.length === 0 ? swap.asStated : makerWords().swapped(swapped.length === boots.length ? null : (swapped[0]?.side ?? null))}
      ${swapped.length > 0 && !isSwapStored ? swap.notStored : nothing}
    </p>
    <p>
      <wa-button id="swap-sides" pill appearance="outlined" ?disabled=${!maySwap(session)} @click=${intends('swapSides')}
        >${swapped.length === 0 ? swap.swap : swap.back}</wa-button
      >
    </p>
    <p class="soft">${swap.when}</p>`;
}

export function bootsPart(view: MakerView, session: SessionView) {
  const { boots } = view;
  const said = makerWords();
  return html`
    <p class="soft">${said.boots.how}</p>
    ${boots.map(
      (boot) => html`${heading(boot)} ${list(said.facts(boot.feature, boot.serial))}
        <p>
          <wa-button class="blink" pill appearance="outlined" @click=${intends('identify', boot.side)}
            >${said.boots.blink}</wa-button
          >
        </p>`,
    )}
    <p class="soft">${said.boots.blinks}</p>
    ${swapPart(view, session)}
  `;
}
