/** The pressures of the legs as a table, for users who read rather than look. */

import { html, LitElement, nothing, unsafeCSS } from 'lit';
import { property, state } from 'lit/decorators.js';
import type { Side } from '../../../../firmware-protocol/zones.ts';
import type { SessionView } from '../../../session/view.ts';
import { capital } from '../../../words/en/numbers.ts';
import { session as words } from '../../../words/en/screens.ts';
import { askedWords, measuredWords } from '../../../words/en/zones.ts';
import { shared } from '../../styles/shared.ts';
import text from './zone-table.css?inline';

/**
 * Renders the rows only while it is open, since pressures change several times a second.
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
          <th scope="row">${capital(`${side} ${zone.part}`)}</th>
          <td>${measuredWords(zone.pressure)}</td>
          <td>${askedWords(zone.target)}</td>
        </tr>
      `,
    );
  }

  private table() {
    return html`
      <table>
        <caption class="aloud">${words.legs}, ${words.mmhg}</caption>
        <thead>
          <tr>
            <th scope="col">${words.zone}</th>
            <th scope="col">${words.measured}, ${words.mmhg}</th>
            <th scope="col">${words.asked}</th>
          </tr>
        </thead>
        <tbody>${this.rows('left')}${this.rows('right')}</tbody>
      </table>
    `;
  }

  override render() {
    return html`<details @toggle=${this.onToggle}>
      <summary>${words.table}</summary>
      ${this.open ? this.table() : nothing}
    </details>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'heartward-zone-table': ZoneTable;
  }
}
