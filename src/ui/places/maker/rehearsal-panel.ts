/** Sets faults on simulated boots: which, where, and what is set now. */

import { html, LitElement, nothing, unsafeCSS } from 'lit';
import { property, state } from 'lit/decorators.js';
import type { Side } from '../../../../firmware-protocol/zones.ts';
import { words } from '../../../words/in-use.ts';
import { faultNames } from '../../../words/maker/fault-name.ts';
import { rehearsalWords } from '../../../words/maker/rehearsal-in-use.ts';
import { intend, intends } from '../../events.ts';
import { shared } from '../../styles/shared.ts';
import text from './rehearsal-panel.css?inline';
import type { FaultNeeds, RehearsalView, RehearsedFault } from './rehearsal-view.ts';

/** A place as the list of places writes it: "left 2", "left". */
const placeValue = (side: Side, zone: number | null): string => (zone === null ? side : `${side} ${zone}`);

/**
 * @tag heartward-rehearsal
 * @fires heartward-intent - `rehearse`, `mendAll`
 */
export class RehearsalPanel extends LitElement {
  static override styles = [shared, unsafeCSS(text)];

  @property({ attribute: false }) view: RehearsalView | null = null;
  @state() private name: string = faultNames[0];
  @state() private place = '';

  private get needs(): FaultNeeds {
    return this.view?.faults.find(({ name }) => name === this.name)?.needs ?? 'nothing';
  }

  private places(view: RehearsalView): readonly { readonly side: Side; readonly zone: number | null }[] {
    if (this.needs === 'nothing') return [];
    if (this.needs === 'side') return view.sides.map((side) => ({ side, zone: null }));
    return view.sides.flatMap((side) => view.parts.map((_, zone) => ({ side, zone })));
  }

  private placeWords({ parts }: RehearsalView, side: Side, zone: number | null): string {
    const part = zone === null ? undefined : parts[zone];
    return part === undefined ? rehearsalWords().legs[side] : words.zoneSettings.zone(part, side);
  }

  private readonly onSet = (): void => {
    const { view } = this;
    const fault = view?.faults.find(({ name }) => name === this.name);
    if (!view || !fault) return;
    const places = this.places(view);
    const place = places.find(({ side, zone }) => placeValue(side, zone) === this.place) ?? places[0];
    intend(this, 'rehearse', { name: fault.name, side: place?.side ?? null, zone: place?.zone ?? null });
  };

  private now(view: RehearsalView) {
    const said = rehearsalWords();
    const where = ({ side, zone }: RehearsedFault): string | null =>
      side === null ? null : this.placeWords(view, side, zone);
    return html`<div class="now" role="status">
      ${
        view.now.length === 0
          ? html`<p class="soft">${said.none}</p>`
          : html`<h3>${said.now}</h3>
              <ul>${view.now.map((fault) => html`<li>${said.setAt(fault.name, where(fault))}</li>`)}</ul>`
      }
    </div>`;
  }

  override render() {
    const { view } = this;
    if (!view) return nothing;
    const said = rehearsalWords();
    const places = this.places(view);
    return html`
      <p class="soft">${said.how}</p>
      <div class="fields">
        <label>
          ${said.fault}
          <select
            id="fault"
            @change=${(event: Event) => {
              this.name = (event.currentTarget as HTMLSelectElement).value;
            }}
          >
            ${view.faults.map(({ name }) => html`<option value=${name} ?selected=${name === this.name}>${said.faults[name]}</option>`)}
          </select>
        </label>
        <label>
          ${this.needs === 'side' ? said.leg : said.zone}
          <select
            id="place"
            ?disabled=${places.length === 0}
            @change=${(event: Event) => {
              this.place = (event.currentTarget as HTMLSelectElement).value;
            }}
          >
            ${places.map(({ side, zone }) => {
              const value = placeValue(side, zone);
              return html`<option value=${value} ?selected=${value === this.place}>
                ${this.placeWords(view, side, zone)}
              </option>`;
            })}
          </select>
        </label>
      </div>
      <div class="presses">
        <wa-button id="set-fault" pill appearance="outlined" variant="warning" @click=${this.onSet}>${said.set}</wa-button>
        <wa-button id="mend" pill appearance="outlined" ?disabled=${view.now.length === 0} @click=${intends('mendAll')}
          >${said.mend}</wa-button
        >
      </div>
      ${this.now(view)}
    `;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'heartward-rehearsal': RehearsalPanel;
  }
}
