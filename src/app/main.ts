/**
 * Entry point of the page: shows its first screen, then loads the session (page-session.ts). Most other screens load when they are needed.
 */

import { systemClock } from '../clock/system-clock.ts';
import type { SessionEntry } from '../journal/entry.ts';
import type { UntimedReport } from '../plan/reporting.ts';
import type { Moment } from '../plan/time/wall-clock.ts';
import { isActive } from '../session/view.ts';
import { HeartwardApp } from '../ui/heartward-app.ts';
import '../ui/register.ts';
import { intend } from '../ui/events.ts';
import { loadFailure } from '../ui/page/load-failure.ts';
import { newPlan } from '../ui/places/place.ts';
import type { SimulatedChoice } from '../ui/settings/simulated-choice.ts';
import { languages } from '../words/languages.ts';
import { loadPartsInUse } from '../words/part.ts';
import { deviceStore } from './device-storage/device-store.ts';
import { browserLocalStorage } from './device-storage/local-storage.ts';
import { peopleHint, rememberPeople } from './device-storage/people-hint.ts';
import { EarlyIntents } from './early-intents.ts';
import type { JournalOfPage } from './journal/journal-of-page.ts';
import { once } from './once.ts';
import { pageOptions } from './page-options.ts';
import { followAddress } from './places/place-address.ts';
import { otherPlaces } from './places/places.ts';
import { hasPlan, rememberHasPlan } from './plan/has-plan.ts';
import { lastSession } from './session/last-session.ts';
import { restingView } from './session/resting-view.ts';
import { chosenLanguage, keptLanguage, useFirstWords, useLanguage } from './settings/language.ts';
import { showLooks, wantsMoreContrast } from './settings/looks.ts';
import { keptSingleKeys, useSingleKeys } from './settings/single-keys.ts';
import { shortcutIn, withoutShortcut } from './shortcut.ts';

const app = document.querySelector('heartward-app');
if (!(app instanceof HeartwardApp)) throw new Error('the page has no <heartward-app>');

const options = pageOptions(location.search);
showLooks(document, browserLocalStorage, wantsMoreContrast());
useSingleKeys(document, keptSingleKeys.read(browserLocalStorage));
app.simulated = options;
app.bluetoothAvailable = 'bluetooth' in navigator;
const language = chosenLanguage(keptLanguage(browserLocalStorage), navigator.languages);
/** Resolves once the page may draw its first screen: when the words for it have loaded. The English ones come with this file. */
const firstDrawn = useFirstWords(language, navigator.languages, document).then(() => {
  app.view ??= restingView;
});

let journal: JournalOfPage | null = null;
/** Does nothing until the plan is open. The screening answers in the journal rule out some of the plan's tools. */
let refreshPlan = (): void => undefined;
const plan = once(async () => {
  const { openPlan } = await import('./plan/open-plan.ts');
  const opened = await openPlan({
    store: deviceStore,
    hasPlan: (has) => rememberHasPlan(browserLocalStorage, has),
    hasGuides: () => 'guides' in app.places,
    entries: () => journal?.own ?? [],
    // When no session runs, Stop would only bring back the session's screen.
    stopBoots: () => {
      if (app.view !== null && isActive(app.view.phase)) intend(app, 'stop');
    },
    show: (what) => intend(app, 'go', what === 'maker' ? newPlan : { name: 'plan', path: [] }),
  });
  refreshPlan = () => opened.plan.refresh();
  opening
    .then((session) => session.journal)
    .then(
      (there) =>
        opened.plan.view.subscribe(({ current }) => there.ofPlan.onPlan(current?.plan.request ?? null)),
      () => undefined,
    );
  intents.also(opened.intents);
  const { planAtHome } = await import('./plan/home-plan.ts');
  await wordsInUse;
  await loadPartsInUse();
  planAtHome(opened, (part) => {
    app.atHome = { ...app.atHome, ...part };
  });
  return opened;
});
const stored = import('./device-storage/startup-settings.ts').then(({ startupSettings }) =>
  startupSettings(deviceStore, browserLocalStorage, systemClock),
);

/** Resolves once the page's words have loaded, in the user's language or else in English. */
const wordsInUse = Promise.all([stored, firstDrawn]).then(([{ pressureUnit }]) =>
  useLanguage(language, pressureUnit, navigator.languages, document).catch(() =>
    useLanguage(languages[0], pressureUnit, navigator.languages, document),
  ),
);
const opening = Promise.all([import('./session/page-session.ts'), stored, wordsInUse]).then(
  async ([{ openSession }, first]) => {
    await loadPartsInUse();
    return openSession(app, options, first, intents.take);
  },
);

app.places = otherPlaces({
  plan,
  journal: async () => (await opening).journal,
  editing: async () => (await opening).editing,
  maker: async () => (await opening).maker(),
  choose: (program) => intend(app, 'choose', program),
  settings: {
    chime: () => app.desk.chime,
    due: () => app.gate?.kind === 'due',
    limit: (own) => intend(app, 'setOwnLimits', own),
  },
  wordsInUse,
});
app.atHome = {
  people: peopleHint(browserLocalStorage),
  hasPlan: hasPlan(browserLocalStorage),
  today: null,
  lastSession: lastSession(browserLocalStorage),
  knownBoots: null,
};
const go = followAddress(app, window);

const importPlanFromAddress = (): void => {
  const { hash, href, pathname, search } = location;
  if (!hash.startsWith('#plan=')) return;
  history.replaceState(null, '', `${pathname}${search}#plan`);
  app.place = { name: 'plan', path: [] };
  plan().then(({ exchange }) => exchange.importLink(href), incomplete);
};

const withoutSession = {
  go,
  // Without a plan, there is nothing to report to, and the plan's code need not load.
  reportToPlan: (report: UntimedReport): void => {
    if (hasPlan(browserLocalStorage)) plan().then((opened) => opened.plan.report(report), incomplete);
  },
  reportRemembered: (session: SessionEntry): void => {
    if (hasPlan(browserLocalStorage))
      plan().then((opened) => opened.plan.reportRemembered(session), incomplete);
  },
  withdrawReportMadeAt: (report: UntimedReport, at: Moment): void => {
    if (hasPlan(browserLocalStorage))
      plan().then((opened) => opened.plan.withdrawReportMadeAt(report, at), incomplete);
  },
  importPlanFiles: (files: readonly File[]): void => {
    plan().then(({ exchange }) => exchange.importFiles(files), incomplete);
  },
  importPlanText: (text: string): void => {
    plan().then(({ exchange }) => exchange.importText(text), incomplete);
  },
  restoreReport: (): void => {
    if (hasPlan(browserLocalStorage)) plan().then((opened) => opened.plan.restoreReport(), incomplete);
  },
  setSimulated: (choice: SimulatedChoice): void => {
    app.simulated = choice;
  },
};
const intents = new EarlyIntents(withoutSession, (connecting) => {
  app.view = { ...restingView, link: connecting ? 'connecting' : 'none' };
});
app.addEventListener('heartward-intent', intents.take);
app.addEventListener('heartward-place', ({ screen }) => intents.also(screen.intents ?? {}));

const incomplete = (error: unknown): void => {
  app.incomplete = loadFailure(error);
  // The plan may never load, so the home screen must not reserve room for it.
  if (app.atHome.today === null) app.atHome = { ...app.atHome, hasPlan: false };
};
opening.then((session) => {
  intents.open({ ...withoutSession, ...session.intents });
  session.journal.then((opened) => {
    journal = opened;
    opened.keeper.state.subscribe(({ people, deviceState }) => {
      refreshPlan();
      const here = rememberPeople(browserLocalStorage, people, deviceState.person);
      if (JSON.stringify(here) !== JSON.stringify(app.atHome.people))
        app.atHome = { ...app.atHome, people: here };
    });
  }, incomplete);
}, incomplete);
const address = new URL(location.href);
const shortcut = shortcutIn(address, app.atHome.lastSession);
if (shortcut !== null) {
  history.replaceState(null, '', withoutShortcut(address));
  firstDrawn.then(() => intend(app, shortcut), incomplete);
}
importPlanFromAddress();
window.addEventListener('hashchange', importPlanFromAddress);
if (app.atHome.hasPlan) plan().catch(incomplete);
