/** The measured and target pressures as a table, for users who prefer numbers to the picture. */

import { html, LitElement, nothing, unsafeCSS } from 'lit';
import { property, state } from 'lit/decorators.js';
import type { Side } from '../../../../firmware-protocol/zones.ts';
import type { SessionView } from '../../../session/view.ts';
import { words } from '../../../words/in-use.ts';
import { shared } from '../../styles/shared.ts';
import text from './zone-table.css?inline';

/**
 * Renders the table only while it is unfolded, because pressures change several times a second.
 *
 * @tag heartward-zone-table
 */
export class ZoneTable extends LitElement {
  static override styles = [shared, unsafeCSS(text)];

  @property({ attribute: false }) legs: SessionView['legs'] = { left: [], right: [] };
  @state() private open = false;

  private readonly onToggle = (event: Event): void => {
    this.open = event.currentTarget instanceof HTMLDetailsElement && event.currentTarget.open;
  };

  private rows(side: Side) {
    return [...this.legs[side]].reverse().map(
      (zone) => html`
        <tr>
          <th scope="row">${words.zoneSettings.zone(zone.part, side)}</th>
          <td>${words.measured(zone.pressure)}</td>
          <td>${words.asked(zone.target)}</td>
        </tr>
      `,
    );
  }

  private table() {
    return html`
      <table>
        <caption class="aloud">${words.session.legs}, ${words.session.unit}</caption>
        <thead>
          <tr>
            <th scope="col">${words.session.zone}</th>
            <th scope="col">${words.session.measured}, ${words.session.unit}</th>
            <th scope="col">${words.session.asked}</th>
          </tr>
        </thead>
        <tbody>${this.rows('left')}${this.rows('right')}</tbody>
      </table>
    `;
  }

  override render() {
    return html`<details @toggle=${this.onToggle}>
      <summary>${words.session.table}</summary>
      ${this.open ? this.table() : nothing}
    </details>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'heartward-zone-table': ZoneTable;
  }
}
