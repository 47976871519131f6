/** The dials for intensity and time. */

import { html, LitElement, nothing, unsafeCSS } from 'lit';
import { property } from 'lit/decorators.js';
import { mmhg } from '../../../../firmware-protocol/quantities.ts';
import type { BootsView, Pending } from '../../../session/view.ts';
import { words } from '../../../words/in-use.ts';
import { type ChangeEvent, intend } from '../../events.ts';
import { intensityRange, minutesRange } from '../../settings/slider-ranges.ts';
import { shared } from '../../styles/shared.ts';
import type { Mark } from './dial.ts';
import text from './settings-dials.css?inline';

const ADDED_MINUTES = 5;

const intensityMarks = (): readonly Mark[] => [
  ...words.intensityMarks.map(({ pressure, feels }) => ({ at: pressure, label: feels })),
  { at: 100, label: words.numbers.pressure(mmhg(100)) },
];
/** @param longest end of the dial's range, min */
const minuteMarks = (longest: number): readonly Mark[] =>
  (longest > 20 ? [15, 30, 45, 60] : [5, 10, 15, 20]).map((at) => ({ at, label: words.numbers.count(at) }));
const feels = (value: number): string => words.nearestStop(mmhg(value)).feels;
const pressureShown = (value: number): string => words.numbers.pressure(mmhg(value));
const intensityWords = (value: number): string => words.intensityAloud(mmhg(value));
const nothingPending: Pending = { intensity: false, duration: false };

export class SettingsDials extends LitElement {
  static override styles = [shared, unsafeCSS(text)];

  @property({ attribute: false }) boots: BootsView | null = null;
  /** The intensity set, mmHg. */
  @property({ type: Number }) intensity = 0;
  @property({ type: Number }) minutes = 0;
  @property({ attribute: false }) pending: Pending = nothingPending;
  @property({ type: Boolean }) disabled = false;
  @property({ type: Boolean, reflect: true }) abreast = false;
  /** Whether a session runs. The dials then say when a change takes effect, and a button adds time. */
  @property({ type: Boolean }) running = false;

  private readonly onIntensity = ({ value }: ChangeEvent): void => intend(this, 'setIntensity', mmhg(value));
  private readonly onMinutes = ({ value }: ChangeEvent): void => intend(this, 'setMinutes', value);
  private readonly onMore = (): void => intend(this, 'addMinutes', ADDED_MINUTES);

  override render() {
    const range = intensityRange(this.boots, this.intensity);
    const time = minutesRange(this.boots, this.minutes);
    return html`
      <heartward-dial
        id="intensity"
        class="card"
        ?narrow=${this.abreast}
        .label=${words.session.intensity}
        .unit=${words.session.unit}
        .shows=${pressureShown}
        .feels=${feels}
        .aloud=${intensityWords}
        .value=${this.intensity}
        .min=${range.min}
        .max=${range.max}
        .marks=${intensityMarks()}
        .note=${this.running ? words.session.effect : ''}
        .pending=${this.pending.intensity ? words.session.intensityPending : ''}
        .mostPending=${this.running ? words.session.intensityPending : ''}
        ?disabled=${this.disabled}
        @heartward-change=${this.onIntensity}
      ></heartward-dial>
      <heartward-dial
        id="minutes"
        class="card"
        ?narrow=${this.abreast}
        .label=${words.session.time}
        .unit=${words.session.min}
        .aloud=${words.minutesAloud}
        .value=${this.minutes}
        .min=${time.min}
        .max=${time.max}
        .marks=${minuteMarks(time.max)}
        .pending=${this.pending.duration ? words.session.durationPending : ''}
        .mostPending=${this.running ? words.session.durationPending : ''}
        ?disabled=${this.disabled}
        @heartward-change=${this.onMinutes}
      >
        ${
          this.running
            ? html`<wa-button
                id="more-time"
                pill
                appearance="outlined"
                ?disabled=${this.disabled || this.minutes >= time.max}
                @click=${this.onMore}
              >${words.session.moreTime}</wa-button>`
            : nothing
        }
      </heartward-dial>
    `;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'heartward-settings': SettingsDials;
  }
}
