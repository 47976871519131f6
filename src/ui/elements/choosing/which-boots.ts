/** Lets the user choose which boots to simulate. */

import { html, LitElement, unsafeCSS } from 'lit';
import { property } from 'lit/decorators.js';
import { ZONES_MAX, ZONES_MIN } from '../../../../firmware-protocol/zones.ts';
import { bootsKinds } from '../../../program/boots-kind.ts';
import { words } from '../../../words/in-use.ts';
import { type ChangeEvent, intend } from '../../events.ts';
import { ordinaryBoots, type SimulatedChoice } from '../../settings/simulated-choice.ts';
import { shared } from '../../styles/shared.ts';
import text from './which-boots.css?inline';

export class WhichBoots extends LitElement {
  static override styles = [shared, unsafeCSS(text)];

  @property({ attribute: false }) choice: SimulatedChoice = ordinaryBoots;

  private set(more: Partial<SimulatedChoice>): void {
    intend(this, 'setSimulated', { ...this.choice, ...more });
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
        @heartward-change=${({ value }: ChangeEvent) => this.set({ zones: value })}
      ></heartward-stepper>
      ${this.check(words.simulated.oneZone, oneZoneAtATime, (checked) => this.set({ oneZoneAtATime: checked }))}
      ${this.check(words.simulated.valves, sharedValves, (checked) => this.set({ sharedValves: checked }))}
    `;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'heartward-which-boots': WhichBoots;
  }
}
