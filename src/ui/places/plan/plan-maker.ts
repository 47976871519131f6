/** The form that makes a plan. */

import { html, LitElement, nothing, type PropertyValues, unsafeCSS } from 'lit';
import { property, state } from 'lit/decorators.js';
import { mmhg } from '../../../../firmware-protocol/quantities.ts';
import { ranges } from '../../../plan/document/format.ts';
import {
  fromActivity,
  isPlannedFromItsStart,
  leavesSoreLegs,
  nearTime,
  nearTimes,
  type PlanForm,
} from '../../../plan/plan-form.ts';
import { courses, type EventFigures, eventKinds, type Tool, tools } from '../../../plan/plan-request.ts';
import { readWallTime, type WallTime } from '../../../plan/time/wall-clock.ts';
import { words } from '../../../words/in-use.ts';
import { planWords } from '../../../words/plan/plan-in-use.ts';
import { type ChangeEvent, intend } from '../../events.ts';
import { choices } from '../../styles/choices.ts';
import { shared } from '../../styles/shared.ts';
import { textFields } from '../../styles/text-fields.ts';
import text from './plan-maker.css?inline';
import type { PlanView } from './plan-view.ts';

/** Distance between two choices of the highest pressure, mmHg. */
const STEP_BETWEEN_CHOICES = 10;
const pressures = Array.from({ length: 6 }, (_, step) =>
  mmhg(ranges.highest.most - step * STEP_BETWEEN_CHOICES),
);

/** What the form holds so far. `kind`: null = no event is chosen. */
type Sketch = Omit<PlanForm, 'kind'> & { readonly kind: PlanForm['kind'] | null };

const textIn = (event: Event): string => {
  const { currentTarget } = event;
  const isField = currentTarget instanceof HTMLInputElement || currentTarget instanceof HTMLSelectElement;
  return isField ? currentTarget.value : '';
};

/** The number in a field; null if it holds none, or one out of range. */
const figureIn = (text: string, { least, most }: { readonly least: number; readonly most: number }) => {
  const value = Number(text);
  return text.trim() === '' || !Number.isFinite(value) || value < least || value > most ? null : value;
};

export class PlanMaker extends LitElement {
  static override styles = [shared, textFields, choices, unsafeCSS(text)];

  @property({ attribute: false }) view: PlanView | null = null;

  @state() private sketch: Sketch | null = null;
  /** When the form opened. "Just now" and "1 hour ago" count from this time, however long the user takes to fill in the form. */
  private begun: WallTime | null = null;
  /** Why the last press of the button made no plan; empty = nothing to say. */
  @state() private against = '';

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has('view') || this.view === null) return;
    if (this.sketch !== null) {
      this.fillIn(changed.get('view'), this.view);
      return;
    }
    const { person, now } = this.view;
    this.begun = now;
    this.sketch = {
      kind: null,
      at: now,
      went: 'well',
      soreness: null,
      owns: person.owns,
      barred: person.barred,
      highest: person.highest,
      distanceKm: null,
      minutes: null,
      ascentM: null,
      temperatureC: null,
    };
    this.fillIn(null, this.view);
  }

  /** Takes over an activity that the user has just opened. */
  private fillIn(before: PlanView | null | undefined, { outcome, zone }: PlanView): void {
    if (this.sketch === null || outcome?.kind !== 'activity' || outcome === before?.outcome) return;
    this.sketch = { ...this.sketch, ...fromActivity(outcome.activity, zone, this.sketch) };
  }

  private set(part: Partial<Sketch>): void {
    if (this.sketch === null) return;
    this.sketch = { ...this.sketch, ...part };
    this.against = '';
  }

  private readonly onSoreness = ({ value }: ChangeEvent): void => this.set({ soreness: value });
  private readonly onAt = (event: Event): void => {
    const at = readWallTime(textIn(event));
    if (at !== null) this.set({ at });
  };

  private readonly make = (event: Event): void => {
    event.preventDefault();
    const { sketch, view } = this;
    if (sketch === null || view === null) return;
    const { kind } = sketch;
    const { maker } = planWords();
    this.against = '';
    if (kind === null) this.against = maker.eventMissing;
    else if (sketch.at > view.now && !isPlannedFromItsStart(kind)) this.against = maker.ahead;
    else intend(this, 'makePlan', { ...sketch, kind });
    if (this.against !== '') this.renderRoot.querySelector<HTMLElement>('[name=event]')?.focus();
  };

  private readonly toggled = (list: readonly Tool[], tool: Tool): readonly Tool[] =>
    list.includes(tool) ? list.filter((one) => one !== tool) : [...list, tool];

  private when(sketch: Sketch, now: WallTime) {
    const { maker } = planWords();
    const begins = sketch.kind !== null && isPlannedFromItsStart(sketch.kind);
    const near = begins ? (['now'] as const) : nearTimes;
    return html`<fieldset>
      <legend>${begins ? maker.begins : maker.ended}</legend>
      <div class="choices">
        ${near.map(
          (time) => html`<label class="choice">
            <input
              type="radio"
              name="near"
              .checked=${sketch.at === nearTime(time, now)}
              @change=${() => this.set({ at: nearTime(time, now) })}
            />${begins ? maker.beginsNow : maker.near[time]}
          </label>`,
        )}
      </div>
      <label class="exactly">${maker.exactly}
        <input type="datetime-local" .value=${sketch.at} @change=${this.onAt} />
      </label>
    </fieldset>`;
  }

  private checks(name: 'owns' | 'barred', sketch: Sketch) {
    const { maker } = planWords();
    return html`<fieldset>
      <legend>${maker[name]}</legend>
      <div class="choices">
        ${tools.map(
          (tool) => html`<label class="choice">
            <input
              type="checkbox"
              .checked=${sketch[name].includes(tool)}
              @change=${() => this.set({ [name]: this.toggled(sketch[name], tool) })}
            />${maker.tools[tool]}
          </label>`,
        )}
      </div>
    </fieldset>`;
  }

  private more(sketch: Sketch) {
    const { maker } = planWords();
    const figure = (
      name: keyof EventFigures,
      label: string,
      range: { readonly least: number; readonly most: number },
    ) =>
      html`<label class="exactly">${label}
        <input
          inputmode="decimal"
          .value=${sketch[name] === null ? '' : String(sketch[name])}
          @change=${(event: Event) => this.set({ [name]: figureIn(textIn(event).replace(',', '.'), range) })}
        />
      </label>`;
    return html`<details>
      <summary>${maker.more}</summary>
      <div class="more">
        ${figure('distanceKm', maker.distance, ranges.distance)}
        ${figure('minutes', maker.duration, ranges.duration)}
        ${figure('ascentM', maker.ascent, ranges.ascent)}
        ${figure('temperatureC', maker.temperature, ranges.temperature)}
        <label class="exactly">${maker.highest}
          <select @change=${(event: Event) => this.set({ highest: mmhg(Number(textIn(event))) })}>
            ${pressures.map(
              (pressure) =>
                html`<option value=${pressure} ?selected=${pressure === sketch.highest}>${words.numbers.withUnit(pressure)}</option>`,
            )}
          </select>
        </label>
        ${this.checks('barred', sketch)}
      </div>
    </details>`;
  }

  override render() {
    const { sketch, view } = this;
    if (sketch === null || view === null) return nothing;
    const { maker, events } = planWords();
    const sore = sketch.kind === null || leavesSoreLegs(sketch.kind);
    return html`<form @submit=${this.make}>
      <h1>${maker.title}</h1>
      <p class="soft">${maker.intro}</p>
      <fieldset>
        <legend>${maker.event}</legend>
        <div class="choices">
          ${eventKinds.map(
            (kind) => html`<label class="choice">
              <input type="radio" name="event" .checked=${sketch.kind === kind} @change=${() => this.set({ kind })} />${events[kind]}
            </label>`,
          )}
        </div>
      </fieldset>
      ${this.when(sketch, this.begun ?? view.now)}
      ${
        sore
          ? html`<fieldset>
                <legend>${maker.went}</legend>
                <div class="choices">
                  ${courses.map(
                    (went) => html`<label class="choice">
                      <input type="radio" name="went" .checked=${sketch.went === went} @change=${() => this.set({ went })} />${maker.courses[went]}
                    </label>`,
                  )}
                </div>
              </fieldset>
              <heartward-soreness .value=${sketch.soreness} @heartward-change=${this.onSoreness}></heartward-soreness>`
          : nothing
      }
      ${this.checks('owns', sketch)} ${this.more(sketch)}
      <div class="make">
        <button id="make" class="press first" type="submit">${maker.make}</button>
        <p class="against" role="alert">${this.against}</p>
      </div>
      <heartward-plan-exchange .view=${{ ...view, current: null }}></heartward-plan-exchange>
    </form>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'heartward-plan-maker': PlanMaker;
  }
}
