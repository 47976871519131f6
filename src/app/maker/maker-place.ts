/** The maker's place, a screen with its own address for people who build boots. */

import { html } from 'lit';
import { leakAndFitTest } from '../../program/presets/leak-and-fit-test.ts';
import type { Program } from '../../program/program.ts';
import '../../ui/places/maker/register-maker.ts';
import { boots } from '../../ui/places/place.ts';
import type { PageOfPlace, PlaceScreen } from '../../ui/places/place-screen.ts';
import { makerWords } from '../../words/maker/maker-in-use.ts';
import { downloadAndShare } from '../download-and-share.ts';
import type { OpenedMaker } from './maker-parts.ts';

export function openMakerPlace(
  page: PageOfPlace,
  { maker, faults, swapSides }: OpenedMaker,
  choose: (program: Program) => void,
): PlaceScreen {
  maker.showNewest();
  maker.changed.subscribe(() => page.redraw());
  return {
    title: () => makerWords().title,
    draw: (_, view) =>
      html`<heartward-maker .view=${maker.viewWith(faults()?.view ?? null)} .session=${view}></heartward-maker>`,
    intents: {
      chooseLeakTest: () => {
        choose(leakAndFitTest);
        page.go(boots);
      },
      swapSides,
      showLog: (kinds) => maker.showLog(kinds),
      downloadReport: () =>
        downloadAndShare.download('heartward-report.json', maker.report(navigator.userAgent)),
    },
  };
}
