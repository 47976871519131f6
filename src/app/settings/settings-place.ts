/** The place of the settings: keeps what is set, and shows the page in it at once. */

import { html } from 'lit';
import type { PageAround, PlaceScreen } from '../../ui/places/place-screen.ts';
import '../../ui/places/settings/register-settings.ts';
import type { SettingsView } from '../../ui/places/settings/settings-view.ts';
import { english } from '../../words/en/english.ts';
import { use, words } from '../../words/in-use.ts';
import { settingsWords } from '../../words/settings/settings-in-use.ts';
import { deviceStore } from '../kept/device-store.ts';
import { pressureUnitValue } from '../kept/settings.ts';
import { localKept } from '../local-kept.ts';
import { keepTheme, keptTheme, showTheme } from './theme.ts';

export function openSettings(page: PageAround): PlaceScreen {
  let view: SettingsView = {
    pressureUnit: words.numbers.pressureUnit,
    theme: keptTheme(localKept),
    kept: true,
  };
  const show = (change: Partial<SettingsView>): void => {
    view = { ...view, ...change };
    page.redraw();
  };
  return {
    title: () => settingsWords().title,
    draw: () => html`<heartward-settings-page .view=${view}></heartward-settings-page>`,
    intents: {
      setPressureUnit: (pressureUnit) => {
        use(english({ pressureUnit }));
        page.reword();
        show({ pressureUnit });
        deviceStore()
          .then((store) => store.value(pressureUnitValue).put(pressureUnit))
          .then(
            ({ kind }) => show({ kept: kind === 'kept' }),
            () => show({ kept: false }),
          );
      },
      setTheme: (theme) => {
        showTheme(document, theme);
        show({ theme, kept: keepTheme(localKept, theme) });
      },
    },
  };
}
