/**
 * The settings, each of which is stored at once, and three other things: the safety questions, the device's data, and what the boots
 * remember.
 */

import { html, LitElement, nothing, unsafeCSS } from 'lit';
import { property, state } from 'lit/decorators.js';
import type { BootsView, OwnLimits } from '../../../session/view.ts';
import { words as wordsOfPage } from '../../../words/in-use.ts';
import { languages, ownNames } from '../../../words/languages.ts';
import { pressureUnits } from '../../../words/numbers-and-units.ts';
import { settingsWords } from '../../../words/settings/settings-in-use.ts';
import {
  alones,
  chimes,
  contrasts,
  motions,
  singleKeys,
  themes,
} from '../../../words/settings/settings-words.ts';
import { intend, intends } from '../../events.ts';
import { choices } from '../../styles/choices.ts';
import { shared } from '../../styles/shared.ts';
import { addressOf } from '../place.ts';
import text from './settings-screen.css?inline';
import { highestPressures, type SettingsView, SHORT_ALONE } from './settings-view.ts';

/** The part of the journal where the user manages this device's data. */
const data = { name: 'journal', path: ['keep'] } as const;

interface Setting<V extends string> {
  readonly name: string;
  readonly title: string;
  readonly how?: string;
  readonly values: readonly V[];
  readonly says: Readonly<Record<V, string>>;
  readonly chosen: V;
  readonly choose: (value: V) => void;
}

const setting = <V extends string>({ name, title, how, values, says, chosen, choose }: Setting<V>) => html`
  <fieldset id=${name}>
    <legend>${title}</legend>
    <div class="choices">
      ${values.map(
        (value) => html`<label class="choice">
          <input type="radio" name=${name} value=${value} .checked=${value === chosen} @change=${() => choose(value)} />
          <span>${says[value]}</span>
        </label>`,
      )}
    </div>
    ${how === undefined ? nothing : html`<p class="how">${how}</p>`}
  </fieldset>
`;

export class SettingsScreen extends LitElement {
  static override styles = [shared, choices, unsafeCSS(text)];

  @property({ attribute: false }) view: SettingsView | null = null;
  @property({ type: Boolean }) chime = false;
  @property({ type: Boolean }) due = false;
  @property({ attribute: false }) boots: BootsView | null = null;
  @state() private asksDelete = false;

  private limits(own: OwnLimits) {
    const words = settingsWords();
    const { numbers } = wordsOfPage;
    const pressures = Object.fromEntries(
      highestPressures.map((pressure) => [String(pressure), numbers.withUnit(pressure)]),
    );
    return [
      setting({
        name: 'highest',
        title: words.highest,
        how: words.highestHow,
        values: ['boots', ...highestPressures.map(String)],
        says: { boots: words.asBoots, ...pressures },
        chosen: own.highest === null ? 'boots' : String(own.highest),
        choose: (chosen) => {
          const highest = highestPressures.find((pressure) => String(pressure) === chosen) ?? null;
          intend(this, 'keepOwnLimits', { ...own, highest });
        },
      }),
      setting({
        name: 'alone',
        title: words.alone,
        how: words.aloneHow,
        values: alones,
        says: words.alones(SHORT_ALONE),
        chosen: own.alone === null ? 'boots' : 'short',
        choose: (alone) =>
          intend(this, 'keepOwnLimits', { ...own, alone: alone === 'short' ? SHORT_ALONE : null }),
      }),
    ];
  }

  private readonly onDelete = (): void => {
    this.asksDelete = false;
    intend(this, 'deleteRecords');
  };

  private deletion(records: BootsView['records'] | null) {
    const said = settingsWords().records;
    if (records !== 'deletable') {
      const why = { kept: said.later, none: said.none };
      return html`<p>${records === null ? said.connect : why[records]}</p>`;
    }
    return html`<div class="buttons">
      ${
        this.asksDelete
          ? html`<button
                id="delete-no"
                class="press first"
                type="button"
                @click=${() => {
                  this.asksDelete = false;
                }}
              >${said.no}</button>
              <button id="delete-yes" class="press grave" type="button" @click=${this.onDelete}>${said.yes}</button>`
          : html`<button
              id="delete"
              class="press"
              type="button"
              @click=${() => {
                this.asksDelete = true;
              }}
            >${said.first}</button>`
      }
    </div>`;
  }

  override render() {
    const { view } = this;
    if (!view) return nothing;
    const words = settingsWords();
    return html`<div class="page">
      <header>
        <h1>${words.title}</h1>
        <p class="how" role="status">${view.problem === null ? words.intro : words[view.problem]}</p>
      </header>
      ${setting({
        name: 'unit',
        title: words.unit,
        how: words.unitHow,
        values: pressureUnits,
        says: words.units,
        chosen: view.pressureUnit,
        choose: (unit) => intend(this, 'setPressureUnit', unit),
      })}
      ${setting({
        name: 'language',
        title: words.language,
        ...(words.languageHow === '' ? {} : { how: words.languageHow }),
        values: ['system', ...languages] as const,
        says: { system: words.asDevice, ...ownNames },
        chosen: view.language,
        choose: (language) => intend(this, 'setLanguage', language),
      })}
      ${setting({
        name: 'theme',
        title: words.theme,
        values: themes,
        says: words.themes,
        chosen: view.theme,
        choose: (theme) => intend(this, 'setTheme', theme),
      })}
      ${setting({
        name: 'contrast',
        title: words.contrast,
        values: contrasts,
        says: words.contrasts,
        chosen: view.contrast,
        choose: (contrast) => intend(this, 'setContrast', contrast),
      })}
      ${setting({
        name: 'motion',
        title: words.motion,
        how: words.motionHow,
        values: motions,
        says: words.motions,
        chosen: view.motion,
        choose: (motion) => intend(this, 'setMotion', motion),
      })}
      ${setting({
        name: 'keys',
        title: words.singleKeys,
        how: words.singleKeysHow,
        values: singleKeys,
        says: words.onOrOff,
        chosen: view.singleKeys,
        choose: (keys) => intend(this, 'setSingleKeys', keys),
      })}
      ${setting({
        name: 'chime',
        title: words.chime,
        how: words.chimeHow,
        values: chimes,
        says: words.onOrOff,
        chosen: this.chime ? 'on' : 'off',
        choose: (chime) => intend(this, 'setChime', chime === 'on'),
      })}
      ${this.limits(view.own)}
      <section class="card">
        <h2>${words.screening}</h2>
        <p class="how" role="status">${this.due ? words.screeningDue : words.screeningHow}</p>
        ${this.due ? nothing : html`<p><button id="screening" class="press" @click=${intends('requestScreening')}>${words.screeningAsk}</button></p>`}
      </section>
      <section class="card">
        <h2>${words.data}</h2>
        <p class="how">${words.dataHow}</p>
        <p><a id="data" class="press" href=${addressOf(data)}>${words.dataOpen}</a></p>
      </section>
      <section id="records" class="card">
        <h2>${words.records.title}</h2>
        <p class="how">${words.records.what}</p>
        ${this.deletion(this.boots?.records ?? null)}
      </section>
    </div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'heartward-settings-page': SettingsScreen;
  }
}
