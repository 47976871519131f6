/** Which boots are simulated: how many, with how many zones, and what they cannot do. */

import { html, LitElement, unsafeCSS } from 'lit';
import { property } from 'lit/decorators.js';
import { ZONES_MAX, ZONES_MIN } from '../../../../firmware-protocol/zones.ts';
import { words } from '../../../words/in-use.ts';
import { bootsKinds, ordinaryBoots, type SimulatedChoice } from '../../settings/simulated-choice.ts';
import { shared } from '../../styles/shared.ts';
import text from './which-boots.css?inline';

/** @fires heartward-which - CustomEvent<SimulatedChoice>. */
export class WhichBoots extends LitElement {
  static override styles = [shared, unsafeCSS(text)];

  @property({ attribute: false }) choice: SimulatedChoice = ordinaryBoots;

  private set(more: Partial<SimulatedChoice>): void {
    const detail = { ...this.choice, ...more };
    this.dispatchEvent(new CustomEvent<SimulatedChoice>('heartward-which', { detail }));
  }

  private check(label: string, checked: boolean, set: (checked: boolean) => void) {
    return html`<label class="line">
      <input
        type="checkbox"
        .checked=${checked}
        @change=${(event: Event) => set((event.currentTarget as HTMLInputElement).checked)}
      />${label}
    </label>`;
  }

  override render() {
    const { boots, zones, oneZoneAtATime, sharedValves } = this.choice;
    return html`
      <fieldset>
        <legend class="aloud">${words.simulated.kind}</legend>
        ${bootsKinds.map(
          (kind) => html`<label class="line">
            <input type="radio" name="boots" .checked=${kind === boots} @change=${() => this.set({ boots: kind })} />
            ${words.simulated.kinds[kind]}
          </label>`,
        )}
      </fieldset>
      <heartward-stepper
        .label=${words.simulated.zones}
        .value=${zones}
        .min=${ZONES_MIN}
        .max=${ZONES_MAX}
        @heartward-set=${(event: CustomEvent<number>) => this.set({ zones: event.detail })}
      ></heartward-stepper>
      ${this.check(words.simulated.oneZone, oneZoneAtATime, (checked) => this.set({ oneZoneAtATime: checked }))}
      ${this.check(words.simulated.valves, sharedValves, (checked) => this.set({ sharedValves: checked }))}
    `;
  }
}
