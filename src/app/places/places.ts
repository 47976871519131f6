/** The places of the page (screens with their own address) besides the home screen and the boots' screen. */

import type { Program } from '../../program/program.ts';
import type { OpenPlace, OtherPlaces } from '../../ui/places/place-screen.ts';
import { loadPartsInUse } from '../../words/part.ts';
import { deviceStore } from '../device-storage/device-store.ts';
import type { JournalOfPage } from '../journal/journal-of-page.ts';
import type { OpenedMaker } from '../maker/maker-parts.ts';
import type { OpenedPlan } from '../plan/open-plan.ts';
import type { OpenedSession } from '../session/page-session.ts';
import type { SettingsDependencies } from '../settings/settings-place.ts';

export interface PlacesDependencies {
  readonly plan: () => Promise<OpenedPlan>;
  readonly wordsInUse: Promise<unknown>;
  readonly journal: () => Promise<JournalOfPage>;
  readonly editing: () => Promise<OpenedSession['editing']>;
  readonly maker: () => Promise<OpenedMaker>;
  readonly settings: SettingsDependencies;
  readonly choose: (program: Program) => void;
}

export function otherPlaces(dependencies: PlacesDependencies): OtherPlaces {
  const { plan, journal, editing, maker, choose: chooseProgram, settings, wordsInUse } = dependencies;
  /** Waits until the page's words have loaded, and after `open` loads the words that the place's own code has added. */
  const withWords =
    (open: OpenPlace): OpenPlace =>
    async (page) => {
      await wordsInUse;
      const screen = await open(page);
      await loadPartsInUse();
      return screen;
    };
  return {
    plan: withWords(async (page) => {
      const [{ openPlanPlace }, opened] = await Promise.all([import('../plan/plan-place.ts'), plan()]);
      return openPlanPlace(page, opened);
    }),
    guides: withWords(async (page) => {
      const [{ openGuides }, opened, cues] = await Promise.all([
        import('../guides/guides-place.ts'),
        plan(),
        import('../guides/kept-cues.ts').then(({ keptCues }) => keptCues(deviceStore)),
      ]);
      return openGuides(page, { plan: opened.plan, journal: journal(), cues });
    }),
    journal: withWords(async (page) => {
      const [{ openJournalPlace }, opened] = await Promise.all([
        import('../journal/journal-place.ts'),
        journal(),
      ]);
      return openJournalPlace(page, opened);
    }),
    settings: withWords((page) =>
      import('../settings/settings-place.ts').then(({ openSettings }) => openSettings(page, settings)),
    ),
    editor: withWords(async (page) => {
      const [{ openEditor }, { library, choose }] = await Promise.all([
        import('../editor/editor-place.ts'),
        editing(),
      ]);
      return openEditor(page, { library: await library(), choose });
    }),
    maker: withWords(async (page) => {
      const [{ openMakerPlace }, opened] = await Promise.all([import('../maker/maker-place.ts'), maker()]);
      return openMakerPlace(page, opened, chooseProgram);
    }),
    help: withWords(() => import('../help/help-place.ts').then(({ openHelp }) => openHelp())),
  };
}
