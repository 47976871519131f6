/** Shows the page's first screen at once, then loads the session and everything else (page-session.ts). */

import type { UntimedReport } from '../plan/reporting.ts';
import type { Moment } from '../plan/time/wall-clock.ts';
import { isActive } from '../session/view.ts';
import { HeartwardApp } from '../ui/heartward-app.ts';
import '../ui/register.ts';
import { intend } from '../ui/events.ts';
import { another } from '../ui/places/place.ts';
import type { SimulatedChoice } from '../ui/settings/simulated-choice.ts';
import { languages } from '../words/languages.ts';
import { partsInUse } from '../words/part.ts';
import { EarlyIntents } from './early-intents.ts';
import type { JournalOfPage } from './journal/journal-of-page.ts';
import { deviceStore } from './kept/device-store.ts';
import { localKept } from './kept/local-kept.ts';
import { once } from './once.ts';
import { pageOptions } from './page-options.ts';
import { followAddress } from './places/place-address.ts';
import { otherPlaces } from './places/places.ts';
import { hasPlan, hintAtPlan } from './plan/has-plan.ts';
import { lastSession } from './session/last-session.ts';
import { restingView } from './session/resting-view.ts';
import { chosenLanguage, firstSpoken, keptLanguage, speakHere } from './settings/language.ts';
import { showLooks, wantsMoreContrast } from './settings/looks.ts';

const app = document.querySelector('heartward-app');
if (!(app instanceof HeartwardApp)) throw new Error('the page has no <heartward-app>');

const options = pageOptions(location.search);
showLooks(document, localKept, wantsMoreContrast());
app.simulated = options;
app.bluetoothAvailable = 'bluetooth' in navigator;
const language = chosenLanguage(keptLanguage(localKept), navigator.languages);
/** Nothing is drawn before the words of the first screen are there; English ones always are. */
const firstDrawn = firstSpoken(language, navigator.languages, document).then(() => {
  app.view ??= restingView;
});

let journal: JournalOfPage | null = null;
const plan = once(async () => {
  const { openPlan } = await import('./plan/open-plan.ts');
  const opened = await openPlan({
    store: deviceStore,
    hasPlan: (has) => hintAtPlan(localKept, has),
    leads: () => 'guides' in app.places,
    entries: () => journal?.own ?? [],
    // Where nothing runs, Stop would only bring back the screen of the session.
    stopBoots: () => {
      if (app.view !== null && isActive(app.view.phase)) intend(app, 'stop');
    },
    show: (what) => intend(app, 'go', what === 'maker' ? another : { name: 'plan', path: [] }),
  });
  intents.also(opened.intents);
  const { planAtHome } = await import('./plan/home-plan.ts');
  await wordsInUse;
  await partsInUse();
  planAtHome(opened, (part) => {
    app.atHome = { ...app.atHome, ...part };
  });
  return opened;
});
const kept = import('./kept/of-this-device.ts').then(({ keptOnThisDevice }) => keptOnThisDevice());

/** The words in the language and the unit that this device keeps. Nothing but the first screen is drawn before. */
const wordsInUse = Promise.all([kept, firstDrawn]).then(([{ pressureUnit }]) =>
  speakHere(language, pressureUnit, navigator.languages, document).catch(() =>
    speakHere(languages[0], pressureUnit, navigator.languages, document),
  ),
);
const opening = Promise.all([import('./session/page-session.ts'), kept, wordsInUse]).then(
  async ([{ openSession }, first]) => {
    await partsInUse();
    return openSession(app, options, first);
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
app.atHome = { hasPlan: hasPlan(localKept), today: null, again: lastSession(localKept), knownBoots: null };
// It takes only addresses of places that there are.
const go = followAddress(app, window);

/** A link that carries a plan; the address then names its place. */
const takePlanLink = (): void => {
  const { hash, href, pathname, search } = location;
  if (!hash.startsWith('#plan=')) return;
  history.replaceState(null, '', `${pathname}${search}#plan`);
  app.place = { name: 'plan', path: [] };
  plan().then(({ exchange }) => exchange.takeLink(href), incomplete);
};

const withoutSession = {
  go,
  reportToPlan: (telling: UntimedReport): void => {
    // Of a session that no plan asked for there is nobody to tell.
    if (!hasPlan(localKept)) return;
    plan().then(({ plan: told }) => told.tell(telling), incomplete);
  },
  withdrawReport: (telling: UntimedReport, at: Moment): void => {
    if (hasPlan(localKept)) plan().then((opened) => opened.plan.withdrawReport(telling, at), incomplete);
  },
  takePlanFiles: (files: readonly File[]): void => {
    plan().then(({ exchange }) => exchange.takeFiles(files), incomplete);
  },
  takePlanText: (text: string): void => {
    plan().then(({ exchange }) => exchange.takeText(text), incomplete);
  },
  restoreReport: (): void => {
    if (hasPlan(localKept)) plan().then((opened) => opened.plan.restoreReport(), incomplete);
  },
  setSimulated: (choice: SimulatedChoice): void => {
    app.simulated = choice;
  },
};
const intents = new EarlyIntents(withoutSession, (connecting) => {
  app.view = { ...restingView, link: connecting ? 'connecting' : 'none' };
});
app.addEventListener('heartward-intent', intents.take);
app.placeOpened = (screen) => intents.also(screen.intents ?? {});

const incomplete = (): void => {
  app.incomplete = true;
  // Home waits for no plan that may never come.
  if (app.atHome.today === null) app.atHome = { ...app.atHome, hasPlan: false };
};
opening.then((session) => {
  intents.open({ ...withoutSession, ...session.intents });
  session.journal.then((opened) => {
    journal = opened;
  }, incomplete);
}, incomplete);
takePlanLink();
window.addEventListener('hashchange', takePlanLink);
if (app.atHome.hasPlan) plan().catch(incomplete);
