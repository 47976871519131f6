/** Intensity and time, as two dials: the same before a session and during it. */

import { html, LitElement, unsafeCSS } from 'lit';
import { property } from 'lit/decorators.js';
import { mmhg } from '../../../../firmware-protocol/quantities.ts';
import type { BootsView, Pending } from '../../../session/view.ts';
import { words } from '../../../words/in-use.ts';
import { intensityRange, minutesRange } from '../../settings/slider-ranges.ts';
import { shared } from '../../styles/shared.ts';
import type { Mark } from './dial.ts';
import text from './settings-dials.css?inline';

/** The stops by their numbers; beyond the last one the pressure itself, on boots that go there. */
const intensityMarks = (): readonly Mark[] => [
  ...words.stops.map((stop) => ({ at: stop.pressure, label: words.numbers.count(stop.level) })),
  { at: 100, label: words.numbers.pressure(mmhg(100)) },
];
/** Quarters of an hour; of a short range, every five minutes. */
const minuteMarks = (most: number): readonly Mark[] =>
  (most > 20 ? [15, 30, 45, 60] : [5, 10, 15, 20]).map((at) => ({ at, label: words.numbers.count(at) }));
const feels = (value: number): string => words.nearestStop(mmhg(value)).feels;
const pressureShown = (value: number): string => words.numbers.pressure(mmhg(value));
const intensityWords = (value: number): string => words.intensityAloud(mmhg(value));
const nothingPending: Pending = { intensity: false, duration: false };

/**
 * @fires heartward-intensity - CustomEvent<number>: peak chosen, mmHg.
 * @fires heartward-minutes - CustomEvent<number>: wall time chosen, min.
 */
export class SettingsDials extends LitElement {
  static override styles = [shared, unsafeCSS(text)];

  @property({ attribute: false }) boots: BootsView | null = null;
  @property({ type: Number }) intensity = 0;
  @property({ type: Number }) minutes = 0;
  @property({ attribute: false }) pending: Pending = nothingPending;
  @property({ type: Boolean }) disabled = false;
  /** The two beside each other, in a column of their own. */
  @property({ type: Boolean, reflect: true }) abreast = false;
  /** What a change will do, beside the dials. */
  @property() effect = '';

  private readonly onIntensity = (event: CustomEvent<number>): boolean =>
    this.dispatchEvent(new CustomEvent<number>('heartward-intensity', { detail: event.detail }));
  private readonly onMinutes = (event: CustomEvent<number>): boolean =>
    this.dispatchEvent(new CustomEvent<number>('heartward-minutes', { detail: event.detail }));

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
        .pending=${this.pending.intensity ? words.session.intensityPending : ''}
        ?disabled=${this.disabled}
        @heartward-set=${this.onIntensity}
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
        ?disabled=${this.disabled}
        @heartward-set=${this.onMinutes}
      ></heartward-dial>
      <p class="soft">${this.effect}</p>
    `;
  }
}
