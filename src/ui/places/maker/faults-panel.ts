/** The panel where the user injects faults into simulated boots and removes them. */

import { html, LitElement, nothing, unsafeCSS } from 'lit';
import { property, state } from 'lit/decorators.js';
import type { Side } from '../../../../firmware-protocol/zones.ts';
import { words } from '../../../words/in-use.ts';
import { faultInjectionWords } from '../../../words/maker/fault-injection-in-use.ts';
import { intend, intends } from '../../events.ts';
import { shared } from '../../styles/shared.ts';
import { textFields } from '../../styles/text-fields.ts';
import text from './faults-panel.css?inline';
import type { FaultNeeds, FaultsView, InjectedFault, OfferedFault } from './faults-view.ts';

/** The value of an option in the list of zones or sides: "left 2", "left". */
const placeValue = (side: Side, zone: number | null): string => (zone === null ? side : `${side} ${zone}`);

export class FaultsPanel extends LitElement {
  static override styles = [shared, textFields, unsafeCSS(text)];

  @property({ attribute: false }) view: FaultsView | null = null;
  @state() private name = '';
  @state() private place = '';

  /** The fault that the list shows: the one that the user chose or, if these boots cannot have that fault, the first. */
  private get chosen(): OfferedFault | undefined {
    const offered = this.view?.offered ?? [];
    return offered.find(({ name }) => name === this.name) ?? offered[0];
  }

  private get needs(): FaultNeeds {
    return this.chosen?.needs ?? 'nothing';
  }

  private places(view: FaultsView): readonly { readonly side: Side; readonly zone: number | null }[] {
    if (this.needs === 'nothing') return [];
    if (this.needs === 'side') return view.sides.map((side) => ({ side, zone: null }));
    return view.sides.flatMap((side) => view.parts.map((_, zone) => ({ side, zone })));
  }

  private placeWords({ parts }: FaultsView, side: Side, zone: number | null): string {
    const part = zone === null ? undefined : parts[zone];
    return part === undefined ? faultInjectionWords().legs[side] : words.zoneSettings.zone(part, side);
  }

  private readonly onSet = (): void => {
    const { view, chosen: fault } = this;
    if (!view || !fault) return;
    const places = this.places(view);
    const place = places.find(({ side, zone }) => placeValue(side, zone) === this.place) ?? places[0];
    intend(this, 'injectFault', { name: fault.name, side: place?.side ?? null, zone: place?.zone ?? null });
  };

  private now(view: FaultsView) {
    const said = faultInjectionWords();
    const where = ({ side, zone }: InjectedFault): string | null =>
      side === null ? null : this.placeWords(view, side, zone);
    return html`<div class="now" role="status">
      ${
        view.injected.length === 0
          ? html`<p class="soft">${said.none}</p>`
          : html`<h3>${said.now}</h3>
              <ul>${view.injected.map((fault) => html`<li>${said.setAt(fault.name, where(fault))}</li>`)}</ul>`
      }
    </div>`;
  }

  override render() {
    const { view } = this;
    if (!view) return nothing;
    const said = faultInjectionWords();
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
            ${view.offered.map(({ name }) => html`<option value=${name} ?selected=${name === this.chosen?.name}>${said.faults[name]}</option>`)}
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
        <wa-button id="remove-faults" pill appearance="outlined" ?disabled=${view.injected.length === 0} @click=${intends('removeFaults')}
          >${said.remove}</wa-button
        >
      </div>
      ${this.now(view)}
    `;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'heartward-faults': FaultsPanel;
  }
}
