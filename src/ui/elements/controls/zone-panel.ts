/** Settings per zone: on or off, pressure trim, boost, and a longer hold; for both legs together or each leg apart. */

import type WaSwitch from '@awesome.me/webawesome/dist/components/switch/switch.js';
import { html, LitElement, nothing, unsafeCSS } from 'lit';
import { property, state } from 'lit/decorators.js';
import { live } from 'lit/directives/live.js';
import { mmhg, seconds } from '../../../../firmware-protocol/quantities.ts';
import type { BodyPart, Side } from '../../../../firmware-protocol/zones.ts';
import {
  allAsProgrammed,
  asProgrammed,
  type ZoneSetting,
  type ZoneSettings,
} from '../../../program/program.ts';
import { type Range, ranges } from '../../../program/ranges.ts';
import type { BootsView } from '../../../session/view.ts';
import { words } from '../../../words/in-use.ts';
import { type ChangeEvent, intend } from '../../events.ts';
import { isAsProgrammed, legsAlike } from '../../settings/zone-settings.ts';
import { shared } from '../../styles/shared.ts';
import text from './zone-panel.css?inline';

interface StepperOptions {
  readonly label: string;
  /** Name of the zone. */
  readonly owner: string;
  readonly value: number;
  readonly range: Range;
  readonly step: number;
  readonly reads: (value: number) => string;
  readonly disabled: boolean;
  readonly change: (value: number) => void;
}

const pressureReads = (value: number): string => words.zoneSettings.signedPressure(mmhg(value));

/**
 * @tag heartward-zones
 * @fires heartward-intent - `setZone`, once for each leg that changes
 */
export class ZonePanel extends LitElement {
  static override styles = [shared, unsafeCSS(text)];

  @property({ attribute: false }) boots: BootsView | null = null;
  @property({ attribute: false }) zones: ZoneSettings = allAsProgrammed;
  @property({ type: Boolean }) disabled = false;

  @state() private open = false;
  /** Null until the user chooses: until then the legs are shown together if their settings are the same. */
  @state() private grouping: 'together' | 'apart' | null = null;

  private readonly onToggle = (event: Event): void => {
    this.open = event.currentTarget instanceof HTMLDetailsElement && event.currentTarget.open;
  };

  private get sides(): readonly Side[] {
    return this.boots?.sides ?? [];
  }

  private get together(): boolean {
    if (this.sides.length < 2) return false;
    if (this.grouping !== null) return this.grouping === 'together';
    return legsAlike(this.zones);
  }

  private setting(side: Side, zone: number): ZoneSetting {
    return this.zones[side][zone] ?? asProgrammed;
  }

  private change(sides: readonly Side[], zone: number, setting: ZoneSetting): void {
    for (const side of sides) intend(this, 'setZone', side, zone, setting);
  }

  /** Grouping legs with different settings gives the right leg the left one's. */
  private readonly onTogether = (event: Event): void => {
    const together = (event.currentTarget as WaSwitch).checked;
    this.grouping = together ? 'together' : 'apart';
    if (!together || legsAlike(this.zones)) return;
    for (const [zone] of (this.boots?.parts ?? []).entries()) {
      this.change(['right'], zone, this.setting('left', zone));
    }
  };

  private readonly reset = (): void => {
    for (const side of this.sides) {
      for (const [zone, setting] of this.zones[side].entries()) {
        if (!isAsProgrammed(setting)) this.change([side], zone, asProgrammed);
      }
    }
  };

  private stepper({ label, owner, value, range, step, reads, disabled, change }: StepperOptions) {
    return html`<heartward-stepper
      .label=${label}
      .owner=${owner}
      .value=${value}
      .min=${range.least}
      .max=${range.most}
      .step=${step}
      .reads=${reads}
      ?disabled=${disabled}
      @heartward-change=${(event: ChangeEvent) => change(event.value)}
    ></heartward-stepper>`;
  }

  private row(part: BodyPart, zone: number, sides: readonly Side[]) {
    const [side = 'left'] = sides;
    const setting = this.setting(side, zone);
    const name = words.zoneSettings.zone(part, sides.length > 1 || this.sides.length === 1 ? null : side);
    const set = (more: Partial<ZoneSetting>): void => this.change(sides, zone, { ...setting, ...more });
    const { trim, boost } = setting;
    const common = { owner: name, disabled: this.disabled || !setting.on };
    return html`<div class="zone" role="group" aria-label=${name}>
      <wa-switch
        .checked=${live(setting.on)}
        ?disabled=${this.disabled}
        @change=${(event: Event) => set({ on: (event.currentTarget as WaSwitch).checked })}
      ><span aria-hidden="true">${name}</span><span class="aloud">${words.zoneSettings.on(name)}</span></wa-switch>
      ${this.stepper({
        ...common,
        label: words.zoneSettings.trim,
        value: trim,
        range: ranges.trim,
        step: 5,
        reads: pressureReads,
        change: (value) => set({ trim: mmhg(value) }),
      })}
      ${this.stepper({
        ...common,
        label: words.zoneSettings.boost,
        value: boost.pressure,
        range: ranges.boostPressure,
        step: 5,
        reads: pressureReads,
        change: (value) => set({ boost: { ...boost, pressure: mmhg(value) } }),
      })}
      ${this.stepper({
        ...common,
        label: words.zoneSettings.longer,
        value: boost.hold,
        range: ranges.boostHold,
        step: 1,
        reads: words.zoneSettings.signed,
        change: (value) => set({ boost: { ...boost, hold: seconds(value) } }),
      })}
    </div>`;
  }

  private rows(sides: readonly Side[]) {
    const parts = this.boots?.parts ?? [];
    return parts.map((part, zone) => this.row(part, zone, sides)).reverse();
  }

  private inside(changed: boolean) {
    const { together, sides } = this;
    return html`
      <p class="soft">${words.zoneSettings.intro}</p>
      <div class="all">
        ${
          sides.length > 1
            ? html`<wa-switch id="alike" .checked=${live(together)} ?disabled=${this.disabled} @change=${this.onTogether}
                >${words.zoneSettings.alike}</wa-switch>`
            : nothing
        }
        ${
          changed
            ? html`<wa-button id="reset" pill appearance="plain" ?disabled=${this.disabled} @click=${this.reset}
                >${words.zoneSettings.reset}</wa-button>`
            : nothing
        }
      </div>
      <div class="legs">${together ? this.rows(sides) : sides.map((side) => this.rows([side]))}</div>
    `;
  }

  override render() {
    if (!this.boots) return null;
    const changed = this.sides.some((side) => !this.zones[side].every(isAsProgrammed));
    return html`<details class="card" @toggle=${this.onToggle}>
      <summary>${words.zoneSettings.title}${changed ? html` <span class="chip">${words.zoneSettings.changed}</span>` : nothing}</summary>
      ${this.open ? this.inside(changed) : nothing}
    </details>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'heartward-zones': ZonePanel;
  }
}
