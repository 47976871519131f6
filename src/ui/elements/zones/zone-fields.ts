/** The settings of one zone, for both legs together or for one. */

import type WaSwitch from '@awesome.me/webawesome/dist/components/switch/switch.js';
import { html, LitElement, nothing, unsafeCSS } from 'lit';
import { property } from 'lit/decorators.js';
import { live } from 'lit/directives/live.js';
import { mmhg, seconds } from '../../../../firmware-protocol/quantities.ts';
import type { Side } from '../../../../firmware-protocol/zones.ts';
import {
  allAsProgrammed,
  asProgrammed,
  type ZoneSetting,
  type ZoneSettings,
} from '../../../program/program.ts';
import { type Range, ranges } from '../../../program/ranges.ts';
import { sameZone } from '../../../program/zones.ts';
import type { BootsView } from '../../../session/view.ts';
import { words } from '../../../words/in-use.ts';
import { type ChangeEvent, intend } from '../../events.ts';
import { shared } from '../../styles/shared.ts';
import text from './zone-fields.css?inline';

interface StepperOptions {
  readonly label: string;
  readonly value: number;
  readonly range: Range;
  readonly step: number;
  readonly reads: (value: number) => string;
  readonly change: (value: number) => void;
}

const pressureReads = (value: number): string => words.zoneSettings.signedPressure(mmhg(value));

/**
 * Sets the zone on both legs at once, as long as its settings are the same on both and the user has not separated the legs.
 *
 * @tag heartward-zone-fields
 * @fires heartward-intent - `setZone`, once for each leg that it sets
 */
export class ZoneFields extends LitElement {
  static override styles = [shared, unsafeCSS(text)];

  @property({ attribute: false }) boots: BootsView | null = null;
  @property({ attribute: false }) zones: ZoneSettings = allAsProgrammed;
  @property() side: Side = 'left';
  /** 0 at the foot. */
  @property({ type: Number }) zone = 0;
  @property({ type: Boolean }) disabled = false;

  /** Whether the fields set one leg only. Set it to begin with one leg; the switch changes it. */
  @property({ type: Boolean }) apart = false;

  /** What the fields set, such as "Calf" or "Left calf"; empty without boots. */
  get name(): string {
    const part = this.boots?.parts[this.zone];
    if (!part) return '';
    const both = this.together || this.boots?.sides.length === 1;
    return words.zoneSettings.zone(part, both ? null : this.shownSide);
  }

  private get together(): boolean {
    return (
      this.boots?.sides.length === 2 &&
      !this.apart &&
      sameZone(this.settingOf('left'), this.settingOf('right'))
    );
  }

  /** The leg whose settings the fields show; with a single boot, the leg in it. */
  private get shownSide(): Side {
    const sides = this.boots?.sides ?? [];
    return sides.includes(this.side) ? this.side : (sides[0] ?? this.side);
  }

  private settingOf(side: Side): ZoneSetting {
    return this.zones[side][this.zone] ?? asProgrammed;
  }

  private set(more: Partial<ZoneSetting>): void {
    const sides = this.together ? (this.boots?.sides ?? []) : [this.shownSide];
    const setting = { ...this.settingOf(this.shownSide), ...more };
    for (const side of sides) intend(this, 'setZone', side, this.zone, setting);
  }

  /** Separates the legs or joins them. If they differ when they are joined, the other leg gets the settings of the leg that is shown. */
  private readonly onTogether = (event: Event): void => {
    this.apart = !(event.currentTarget as WaSwitch).checked;
    if (this.apart) return;
    const other = this.shownSide === 'left' ? 'right' : 'left';
    const setting = this.settingOf(this.shownSide);
    if (!sameZone(setting, this.settingOf(other))) intend(this, 'setZone', other, this.zone, setting);
  };

  private readonly choose = (side: Side) => (): void => {
    this.side = side;
  };

  private stepper({ label, value, range, step, reads, change }: StepperOptions) {
    return html`<heartward-stepper
      .label=${label}
      .owner=${this.name}
      .value=${value}
      .min=${range.least}
      .max=${range.most}
      .step=${step}
      .reads=${reads}
      ?disabled=${this.disabled || !this.settingOf(this.shownSide).on}
      @heartward-change=${(event: ChangeEvent) => change(event.value)}
    ></heartward-stepper>`;
  }

  private legs(sides: readonly Side[]) {
    if (sides.length < 2) return nothing;
    return html`<div class="legs">
      <wa-switch id="alike" .checked=${live(this.together)} ?disabled=${this.disabled} @change=${this.onTogether}
        >${words.zoneSettings.alike}</wa-switch>
      <span class="sides" ?data-hidden=${this.together}>
        ${sides.map(
          (side) => html`<button
            type="button"
            data-side=${side}
            ?disabled=${this.together}
            aria-pressed=${side === this.shownSide ? 'true' : 'false'}
            @click=${this.choose(side)}
          >${words.capital(words.sides[side])}</button>`,
        )}
      </span>
    </div>`;
  }

  override render() {
    if (!this.boots) return null;
    const { on, trim, boost } = this.settingOf(this.shownSide);
    const { name } = this;
    return html`
      ${this.legs(this.boots.sides)}
      <div class="fields" role="group" aria-label=${name}>
        <wa-switch
          id="on"
          .checked=${live(on)}
          ?disabled=${this.disabled}
          @change=${(event: Event) => this.set({ on: (event.currentTarget as WaSwitch).checked })}
        ><span aria-hidden="true">${words.zoneSettings.squeezed}</span><span class="aloud">${words.zoneSettings.on(name)}</span></wa-switch>
        ${this.stepper({
          label: words.zoneSettings.trim,
          value: trim,
          range: ranges.trim,
          step: 5,
          reads: pressureReads,
          change: (value) => this.set({ trim: mmhg(value) }),
        })}
        ${this.stepper({
          label: words.zoneSettings.boost,
          value: boost.pressure,
          range: ranges.boostPressure,
          step: 5,
          reads: pressureReads,
          change: (value) => this.set({ boost: { ...boost, pressure: mmhg(value) } }),
        })}
        ${this.stepper({
          label: words.zoneSettings.longer,
          value: boost.hold,
          range: ranges.boostHold,
          step: 1,
          reads: words.zoneSettings.signed,
          change: (value) => this.set({ boost: { ...boost, hold: seconds(value) } }),
        })}
      </div>
    `;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'heartward-zone-fields': ZoneFields;
  }
}
