/** The dials for intensity and time, before a session and during it. */

import { html, LitElement, unsafeCSS } from 'lit';
import { property } from 'lit/decorators.js';
import { mmhg } from '../../../../firmware-protocol/quantities.ts';
import type { BootsView, Pending } from '../../../session/view.ts';
import { intensityAloud, minutesAloud, nearestStop, stops } from '../../../words/en/intensity.ts';
import { count } from '../../../words/en/numbers.ts';
import { session as words } from '../../../words/en/screens.ts';
import { type ChangeEvent, intend } from '../../events.ts';
import { intensityRange, minutesRange } from '../../settings/slider-ranges.ts';
import { shared } from '../../styles/shared.ts';
import type { Mark } from './dial.ts';
import text from './settings-dials.css?inline';

/** The named levels by number, then 100 mmHg on boots that reach it. */
const intensityMarks: readonly Mark[] = [
  ...stops.map((stop) => ({ at: stop.pressure, label: count(stop.level) })),
  { at: 100, label: count(100) },
];
/** Every 15 minutes, or every 5 on a short range. */
const minuteMarks = (longest: number): readonly Mark[] =>
  (longest > 20 ? [15, 30, 45, 60] : [5, 10, 15, 20]).map((at) => ({ at, label: count(at) }));
const feels = (value: number): string => nearestStop(mmhg(value)).feels;
const intensityWords = (value: number): string => intensityAloud(mmhg(value));
const nothingPending: Pending = { intensity: false, duration: false };

/**
 * @tag heartward-settings
 * @fires heartward-intent - `setIntensity`, `setMinutes`
 */
export class SettingsDials extends LitElement {
  static override styles = [shared, unsafeCSS(text)];

  @property({ attribute: false }) boots: BootsView | null = null;
  /** Peak asked for, mmHg. */
  @property({ type: Number }) intensity = 0;
  /** Wall time asked for, min. */
  @property({ type: Number }) minutes = 0;
  @property({ attribute: false }) pending: Pending = nothingPending;
  @property({ type: Boolean }) disabled = false;
  /** Places the dials side by side in one column of the page. */
  @property({ type: Boolean, reflect: true }) abreast = false;
  /** A sentence under the dials that says what a change will do. */
  @property() effect = '';

  private readonly onIntensity = ({ value }: ChangeEvent): void => intend(this, 'setIntensity', mmhg(value));
  private readonly onMinutes = ({ value }: ChangeEvent): void => intend(this, 'setMinutes', value);

  override render() {
    const range = intensityRange(this.boots, this.intensity);
    const time = minutesRange(this.boots, this.minutes);
    return html`
      <heartward-dial
        id="intensity"
        class="card"
        ?narrow=${this.abreast}
        .label=${words.intensity}
        .unit=${words.mmhg}
        .feels=${feels}
        .aloud=${intensityWords}
        .value=${this.intensity}
        .min=${range.min}
        .max=${range.max}
        .marks=${intensityMarks}
        .pending=${this.pending.intensity ? words.intensityPending : ''}
        ?disabled=${this.disabled}
        @heartward-change=${this.onIntensity}
      ></heartward-dial>
      <heartward-dial
        id="minutes"
        class="card"
        ?narrow=${this.abreast}
        .label=${words.time}
        .unit=${words.min}
        .aloud=${minutesAloud}
        .value=${this.minutes}
        .min=${time.min}
        .max=${time.max}
        .marks=${minuteMarks(time.max)}
        .pending=${this.pending.duration ? words.durationPending : ''}
        ?disabled=${this.disabled}
        @heartward-change=${this.onMinutes}
      ></heartward-dial>
      <p class="soft">${this.effect}</p>
    `;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'heartward-settings': SettingsDials;
  }
}
