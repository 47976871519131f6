/** The settings. Each is chosen by one tap and takes effect at once. */

import { html, LitElement, nothing, unsafeCSS } from 'lit';
import { property } from 'lit/decorators.js';
import { languages, ownNames } from '../../../words/languages.ts';
import { pressureUnits } from '../../../words/numbers.ts';
import { settingsWords } from '../../../words/settings/settings-in-use.ts';
import { themes } from '../../../words/settings/settings-words.ts';
import { intend } from '../../events.ts';
import { choices } from '../../styles/choices.ts';
import { shared } from '../../styles/shared.ts';
import { addressOf } from '../place.ts';
import text from './settings-screen.css?inline';
import type { SettingsView } from './settings-view.ts';

/** Where backups are made and read, and everything is erased. */
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
  <fieldset>
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

/**
 * @tag heartward-settings-page
 * @fires heartward-intent - `setPressureUnit`, `setTheme`, `setLanguage`
 */
export class SettingsScreen extends LitElement {
  static override styles = [shared, choices, unsafeCSS(text)];

  @property({ attribute: false }) view: SettingsView | null = null;

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
      <section class="card">
        <h2>${words.data}</h2>
        <p class="how">${words.dataHow}</p>
        <p><a id="data" class="press" href=${addressOf(data)}>${words.dataOpen}</a></p>
      </section>
    </div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'heartward-settings-page': SettingsScreen;
  }
}
