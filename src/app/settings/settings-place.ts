/** The settings' place: stores each setting, and applies it to the page at once. */

import { html } from 'lit';
import type { PageAround, PlaceScreen } from '../../ui/places/place-screen.ts';
import '../../ui/places/settings/register-settings.ts';
import type { SettingsView } from '../../ui/places/settings/settings-view.ts';
import { words } from '../../words/in-use.ts';
import { settingsWords } from '../../words/settings/settings-in-use.ts';
import { deviceStore } from '../kept/device-store.ts';
import { localKept } from '../kept/local-kept.ts';
import { pressureUnitValue } from '../kept/settings.ts';
import { chosenLanguage, keepLanguage, keptLanguage, speakHere } from './language.ts';
import { keepTheme, keptTheme, showTheme } from './theme.ts';

export function openSettings(page: PageAround): PlaceScreen {
  let view: SettingsView = {
    pressureUnit: words.numbers.pressureUnit,
    theme: keptTheme(localKept),
    language: keptLanguage(localKept),
    problem: null,
  };
  const show = (change: Partial<SettingsView>): void => {
    view = { ...view, ...change };
    page.redraw();
  };
  const keptOrNot = (kept: boolean): void => show({ problem: kept ? null : 'notKept' });
  return {
    title: () => settingsWords().title,
    draw: () => html`<heartward-settings-page .view=${view}></heartward-settings-page>`,
    intents: {
      setPressureUnit: (pressureUnit) => {
        speakHere(words.language, pressureUnit, navigator.languages, document)
          .then(() => {
            page.reword();
            show({ pressureUnit });
            return deviceStore();
          })
          .then((store) => store.value(pressureUnitValue).put(pressureUnit))
          .then(
            ({ kind }) => keptOrNot(kind === 'kept'),
            () => keptOrNot(false),
          );
      },
      setLanguage: (language) => {
        const next = chosenLanguage(language, navigator.languages);
        speakHere(next, words.numbers.pressureUnit, navigator.languages, document).then(
          () => {
            page.reword();
            show({ language });
            keptOrNot(keepLanguage(localKept, language));
          },
          () => show({ problem: 'languageMissing' }),
        );
      },
      setTheme: (theme) => {
        showTheme(document, theme);
        show({ theme });
        keptOrNot(keepTheme(localKept, theme));
      },
    },
  };
}
