/** A small sheet over the session, with the pressures and the settings of the zone that the user pressed. */

import { html, LitElement, nothing, unsafeCSS } from 'lit';
import { property } from 'lit/decorators.js';
import type { Side } from '../../../../firmware-protocol/zones.ts';
import { asProgrammed } from '../../../program/program.ts';
import type { SessionView } from '../../../session/view.ts';
import { words } from '../../../words/in-use.ts';
import { CloseEvent, intend } from '../../events.ts';
import { changedZones } from '../../settings/zone-settings.ts';
import { shared } from '../../styles/shared.ts';
import text from './zone-sheet.css?inline';

export interface OpenZone {
  readonly side: Side;
  /** 0 at the foot. */
  readonly zone: number;
}

/**
 * The fields set only the pressed leg, until the user joins the legs or chooses the other one. The page around the sheet stays usable, Stop
 * included.
 *
 * @tag heartward-zone-sheet
 * @fires heartward-intent - `setZone`, once for each zone of each leg that it sets
 * @fires heartward-close - The user pressed Close.
 */
export class ZoneSheet extends LitElement {
  static override styles = [shared, unsafeCSS(text)];

  @property({ attribute: false }) view: SessionView | null = null;
  @property({ attribute: false }) open: OpenZone = { side: 'left', zone: 0 };
  @property({ type: Boolean }) disabled = false;

  protected override firstUpdated(): void {
    this.renderRoot.querySelector('h2')?.focus();
  }

  private readonly close = (): void => {
    this.dispatchEvent(new CloseEvent());
  };

  private readonly reset = (): void => {
    const { zones } = this.view?.settings ?? {};
    if (!zones) return;
    for (const { side, zone } of changedZones(zones)) intend(this, 'setZone', side, zone, asProgrammed);
  };

  override render() {
    const { view, open } = this;
    const part = view?.boots?.parts[open.zone];
    if (!view?.boots || !part) return nothing;
    const changed = changedZones(view.settings.zones).length > 0;
    return html`<section class="card" aria-labelledby="name">
      <div class="head">
        <h2 id="name" tabindex="-1">${words.zoneSettings.zone(part, null)}</h2>
        <p class="now">${words.zoneNow(view.legs, open.zone)}</p>
        <wa-button id="close" pill appearance="plain" @click=${this.close}>${words.page.dismiss}</wa-button>
      </div>
      <heartward-zone-fields
        apart
        .boots=${view.boots}
        .zones=${view.settings.zones}
        .side=${open.side}
        .zone=${open.zone}
        ?disabled=${this.disabled}
      ></heartward-zone-fields>
      ${
        changed
          ? html`<wa-button id="reset" pill appearance="plain" ?disabled=${this.disabled} @click=${this.reset}
              >${words.zoneSettings.reset}</wa-button>`
          : nothing
      }
    </section>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'heartward-zone-sheet': ZoneSheet;
  }
}
