/** For a user who does something else during a session: the small window, notifications, the chime, and the list of keys. */

import type WaSwitch from '@awesome.me/webawesome/dist/components/switch/switch.js';
import { html, LitElement, nothing, unsafeCSS } from 'lit';
import { property } from 'lit/decorators.js';
import { live } from 'lit/directives/live.js';
import { words } from '../../../words/in-use.ts';
import { intend, intends } from '../../events.ts';
import { singleKeysOn } from '../../input/single-keys.ts';
import { type DeskView, noDesk } from '../../settings/desk.ts';
import { shared } from '../../styles/shared.ts';
import text from './desk-card.css?inline';

const isOn = ({ currentTarget }: Event): boolean => (currentTarget as WaSwitch).checked;

export class DeskCard extends LitElement {
  static override styles = [shared, unsafeCSS(text)];

  @property({ attribute: false }) desk: DeskView = noDesk;

  private readonly onNotify = (event: Event): void => intend(this, 'setNotifications', isOn(event));
  private readonly onChime = (event: Event): void => intend(this, 'setChime', isOn(event));

  override render() {
    const { mini, notify, chime } = this.desk;
    return html`<section class="card" aria-labelledby="title">
      <h2 id="title">${words.desk.title}</h2>
      ${
        mini === 'none'
          ? nothing
          : html`<wa-button id="mini" pill appearance="outlined" ?disabled=${mini === 'open'} @click=${intends('openMini')}
              >${words.desk.mini}</wa-button>`
      }
      ${
        notify === 'none'
          ? nothing
          : html`<wa-switch
              id="notify"
              .checked=${live(notify === 'on')}
              ?disabled=${notify === 'denied'}
              @change=${this.onNotify}
            >${words.desk.notify}</wa-switch>
            ${notify === 'denied' ? html`<p class="soft">${words.desk.denied}</p>` : nothing}`
      }
      <wa-switch id="chime" .checked=${live(chime)} @change=${this.onChime}>${words.desk.chime}</wa-switch>
      <details>
        <summary>${words.desk.keys}</summary>
        <dl>
          ${words.desk.keyList.filter(({ single }) => !single || singleKeysOn()).map(({ key, does }) => html`<div><dt><kbd>${key}</kbd></dt><dd>${does}</dd></div>`)}
        </dl>
        ${singleKeysOn() ? nothing : html`<p class="soft">${words.desk.keysOff}</p>`}
      </details>
    </section>`;
  }

  showKeys(): void {
    const details = this.renderRoot.querySelector('details');
    if (!details) return;
    details.open = true;
    const summary = details.querySelector('summary');
    summary?.scrollIntoView({ block: 'nearest' });
    summary?.focus();
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'heartward-desk': DeskCard;
  }
}
