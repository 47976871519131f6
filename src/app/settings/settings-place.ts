/** The settings' place, a screen with its own address: stores and applies most of the settings that the user changes there. */

import { html } from 'lit';
import type { OwnLimits } from '../../session/own-limits.ts';
import type { PageOfPlace, PlaceScreen } from '../../ui/places/place-screen.ts';
import '../../ui/places/settings/register-settings.ts';
import type { SettingsView } from '../../ui/places/settings/settings-view.ts';
import { words } from '../../words/in-use.ts';
import { settingsWords } from '../../words/settings/settings-in-use.ts';
import { deviceStore } from '../device-storage/device-store.ts';
import { browserLocalStorage } from '../device-storage/local-storage.ts';
import { pressureUnitValue } from '../device-storage/settings.ts';
import { chosenLanguage, keepLanguage, keptLanguage, useLanguage } from './language.ts';
import {
  keptContrast,
  keptMotion,
  keptTheme,
  showContrast,
  showMotionOf,
  showTheme,
  wantsMoreContrast,
} from './looks.ts';
import { keepOwnLimits, keptOwnLimits } from './own-limits.ts';
import { keptSingleKeys, useSingleKeys } from './single-keys.ts';

export interface SettingsDependencies {
  readonly chime: () => boolean;
  /** Whether the screening (the safety questions) is due. */
  readonly due: () => boolean;
  readonly limit: (own: OwnLimits) => void;
}

export function openSettings(page: PageOfPlace, { chime, due, limit }: SettingsDependencies): PlaceScreen {
  let view: SettingsView = {
    pressureUnit: words.numbers.pressureUnit,
    theme: keptTheme.read(browserLocalStorage),
    contrast: keptContrast.read(browserLocalStorage),
    motion: keptMotion.read(browserLocalStorage),
    singleKeys: keptSingleKeys.read(browserLocalStorage),
    own: keptOwnLimits(browserLocalStorage),
    language: keptLanguage(browserLocalStorage),
    problem: null,
  };
  const show = (change: Partial<SettingsView>): void => {
    view = { ...view, ...change };
    page.redraw();
  };
  const showWhetherKept = (kept: boolean): void => show({ problem: kept ? null : 'notKept' });
  return {
    title: () => settingsWords().title,
    draw: (_, { boots }) =>
      html`<heartward-settings-page .view=${view} ?chime=${chime()} ?due=${due()} .boots=${boots}></heartward-settings-page>`,
    intents: {
      setPressureUnit: (pressureUnit) => {
        useLanguage(words.language, pressureUnit, navigator.languages, document)
          .then(() => {
            page.reword();
            show({ pressureUnit });
            return deviceStore();
          })
          .then((store) => store.value(pressureUnitValue).put(pressureUnit))
          .then(
            ({ kind }) => showWhetherKept(kind === 'kept'),
            () => showWhetherKept(false),
          );
      },
      setLanguage: (language) => {
        const next = chosenLanguage(language, navigator.languages);
        useLanguage(next, words.numbers.pressureUnit, navigator.languages, document).then(
          () => {
            page.reword();
            show({ language });
            showWhetherKept(keepLanguage(browserLocalStorage, language));
          },
          () => show({ problem: 'languageMissing' }),
        );
      },
      setTheme: (theme) => {
        showTheme(document, theme);
        show({ theme });
        showWhetherKept(keptTheme.keep(browserLocalStorage, theme));
      },
      setContrast: (contrast) => {
        showContrast(document, contrast, wantsMoreContrast().matches);
        show({ contrast });
        showWhetherKept(keptContrast.keep(browserLocalStorage, contrast));
      },
      setMotion: (motion) => {
        showMotionOf(document, motion);
        show({ motion });
        showWhetherKept(keptMotion.keep(browserLocalStorage, motion));
      },
      setSingleKeys: (singleKeys) => {
        useSingleKeys(document, singleKeys);
        show({ singleKeys });
        showWhetherKept(keptSingleKeys.keep(browserLocalStorage, singleKeys));
      },
      keepOwnLimits: (own) => {
        limit(own);
        show({ own });
        showWhetherKept(keepOwnLimits(browserLocalStorage, own));
      },
    },
  };
}
