/** Each zone of the boots by itself: on or off, more or less pressure, a boost and a longer hold. Both legs alike, or not. */

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
import type { BootsView } from '../../../session/view.ts';
import { words } from '../../../words/in-use.ts';
import { isAsProgrammed, legsAlike } from '../../settings/zone-settings.ts';
import { shared } from '../../styles/shared.ts';
import text from './zone-panel.css?inline';

export interface ZoneChange {
  readonly side: Side;
  /** 0 at the foot. */
  readonly zone: number;
  readonly setting: ZoneSetting;
}

const pressureReads = (value: number): string => words.zoneSettings.signedPressure(mmhg(value));

/** @fires heartward-zone - CustomEvent<ZoneChange>, one for each leg. */
export class ZonePanel extends LitElement {
  static override styles = [shared, unsafeCSS(text)];

  @property({ attribute: false }) boots: BootsView | null = null;
  @property({ attribute: false }) zones: ZoneSettings = allAsProgrammed;
  @property({ type: Boolean }) disabled = false;

  @state() private open = false;
  /** Null until the person has said which: then legs are alike unless they were set otherwise. */
  @state() private wish: 'alike' | 'apart' | null = null;

  private readonly onToggle = (event: Event): void => {
    this.open = event.currentTarget instanceof HTMLDetailsElement && event.currentTarget.open;
  };

  private get sides(): readonly Side[] {
    return this.boots?.sides ?? [];
  }

  private get alike(): boolean {
    if (this.sides.length < 2) return false;
    if (this.wish !== null) return this.wish === 'alike';
    return legsAlike(this.zones);
  }

  private setting(side: Side, zone: number): ZoneSetting {
    return this.zones[side][zone] ?? asProgrammed;
  }

  private change(sides: readonly Side[], zone: number, setting: ZoneSetting): void {
    for (const side of sides) {
      const detail: ZoneChange = { side, zone, setting };
      this.dispatchEvent(new CustomEvent<ZoneChange>('heartward-zone', { detail }));
    }
  }

  private readonly onAlike = (event: Event): void => {
    const alike = (event.currentTarget as WaSwitch).checked;
    this.wish = alike ? 'alike' : 'apart';
    if (!alike || legsAlike(this.zones)) return;
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

  private stepper(label: string, of: string, value: number, most: number, options: StepperOptions) {
    return html`<heartward-stepper
      .label=${label}
      .of=${of}
      .value=${value}
      .min=${options.least ?? 0}
      .max=${most}
      .step=${options.step}
      .reads=${options.reads}
      ?disabled=${options.disabled}
      @heartward-set=${(event: CustomEvent<number>) => options.set(event.detail)}
    ></heartward-stepper>`;
  }

  private row(part: BodyPart, zone: number, sides: readonly Side[]) {
    const [side = 'left'] = sides;
    const setting = this.setting(side, zone);
    const name = words.zoneSettings.zone(part, sides.length > 1 || this.sides.length === 1 ? null : side);
    const set = (more: Partial<ZoneSetting>): void => this.change(sides, zone, { ...setting, ...more });
    const disabled = this.disabled || !setting.on;
    const { boost } = setting;
    return html`<div class="zone" role="group" aria-label=${name}>
      <wa-switch
        .checked=${live(setting.on)}
        ?disabled=${this.disabled}
        @change=${(event: Event) => set({ on: (event.currentTarget as WaSwitch).checked })}
      ><span aria-hidden="true">${name}</span><span class="aloud">${words.zoneSettings.on(name)}</span></wa-switch>
      ${this.stepper(words.zoneSettings.trim, name, setting.trim, 20, {
        least: -20,
        step: 5,
        reads: pressureReads,
        disabled,
        set: (trim) => set({ trim: mmhg(trim) }),
      })}
        ${this.stepper(words.zoneSettings.boost, name, boost.pressure, 20, {
          step: 5,
          reads: pressureReads,
          disabled,
          set: (pressure) => set({ boost: { ...boost, pressure: mmhg(pressure) } }),
        })}
        ${this.stepper(words.zoneSettings.longer, name, boost.hold, 10, {
          step: 1,
          reads: words.zoneSettings.signed,
          disabled,
          set: (hold) => set({ boost: { ...boost, hold: seconds(hold) } }),
        })}
    </div>`;
  }

  private rows(sides: readonly Side[]) {
    const parts = this.boots?.parts ?? [];
    return parts.map((part, zone) => this.row(part, zone, sides)).reverse();
  }

  private inside(changed: boolean) {
    const { alike, sides } = this;
    return html`
      <p class="soft">${words.zoneSettings.intro}</p>
      <div class="all">
        ${
          sides.length > 1
            ? html`<wa-switch id="alike" .checked=${live(alike)} ?disabled=${this.disabled} @change=${this.onAlike}
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
      <div class="legs">${alike ? this.rows(sides) : sides.map((side) => this.rows([side]))}</div>
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

interface StepperOptions {
  readonly least?: number;
  readonly step: number;
  readonly reads: (value: number) => string;
  readonly disabled: boolean;
  readonly set: (value: number) => void;
}
