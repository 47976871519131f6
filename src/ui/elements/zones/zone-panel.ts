/** The zones, to set before a session. */

import { html, LitElement, nothing, unsafeCSS } from 'lit';
import { property, state } from 'lit/decorators.js';
import { allAsProgrammed, asProgrammed, type ZoneSettings } from '../../../program/program.ts';
import type { BootsView } from '../../../session/view.ts';
import { words } from '../../../words/in-use.ts';
import { intend } from '../../events.ts';
import { changedZones } from '../../settings/zone-settings.ts';
import { shared } from '../../styles/shared.ts';
import text from './zone-panel.css?inline';

export class ZonePanel extends LitElement {
  static override styles = [shared, unsafeCSS(text)];

  @property({ attribute: false }) boots: BootsView | null = null;
  @property({ attribute: false }) zones: ZoneSettings = allAsProgrammed;

  @state() private open = false;
  /** The zone whose settings are shown, 0 at the foot; null until the user chooses one. */
  @state() private zone: number | null = null;

  private readonly onToggle = (event: Event): void => {
    this.open = event.currentTarget instanceof HTMLDetailsElement && event.currentTarget.open;
  };
  private readonly choose = (zone: number) => (): void => {
    this.zone = zone;
  };
  private readonly reset = (): void => {
    for (const { side, zone } of changedZones(this.zones)) intend(this, 'setZone', side, zone, asProgrammed);
  };

  private inside(boots: BootsView) {
    const changed = changedZones(this.zones);
    const isChanged = (zone: number): boolean => changed.some((one) => one.zone === zone);
    return html`
      <p class="soft">${words.zoneSettings.intro}</p>
      <div class="names" role="group" aria-label=${words.zoneSettings.title}>
        ${boots.parts.map(
          (part, zone) => html`<button
            type="button"
            data-zone=${zone}
            aria-pressed=${zone === this.zone ? 'true' : 'false'}
            @click=${this.choose(zone)}
          >${words.zoneSettings.zone(part, null)}${isChanged(zone) ? html` <span class="chip">${words.zoneSettings.changed}</span>` : nothing}</button>`,
        )}
      </div>
      ${
        this.zone === null
          ? nothing
          : html`<heartward-zone-fields
              .boots=${boots}
              .zones=${this.zones}
              .zone=${this.zone}
            ></heartward-zone-fields>`
      }
      ${
        changed.length > 0
          ? html`<wa-button id="reset" pill appearance="plain" @click=${this.reset}>${words.zoneSettings.reset}</wa-button>`
          : nothing
      }
    `;
  }

  override render() {
    const { boots } = this;
    if (!boots) return null;
    const changed = changedZones(this.zones).length > 0;
    return html`<details class="card" @toggle=${this.onToggle}>
      <summary>${words.zoneSettings.title}${changed ? html` <span class="chip">${words.zoneSettings.changed}</span>` : nothing}</summary>
      ${this.open ? this.inside(boots) : nothing}
    </details>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'heartward-zones': ZonePanel;
  }
}
