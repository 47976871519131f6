/** The English words that load with the first screen. */

import type { FirstWords } from '../../first/first-words.ts';
import { type NumberOptions, type Numbers, numbersIn } from '../../numbers-and-units.ts';

const LANGUAGE = 'en';

const page: FirstWords['page'] = {
  name: 'Heartward',
  places: 'Places',
  cramp: 'Cramp now',
  simulated: 'Simulated boots',
  disconnect: 'Disconnect',
  battery: 'Battery',
  unknown: '–',
  loading: 'One moment …',
  incomplete: 'Part of this page did not load. Check the connection and reload the page.',
  broken:
    'Part of this page failed in this browser. Reload the page; if that does not help, update the browser or use another.',
  reload: 'Reload',
  dismiss: 'Close',
  acknowledge: 'I have read this',
  useNewVersion: 'Use it now',
};

const places: FirstWords['places'] = {
  home: 'Home',
  boots: 'Boots',
  plan: 'Plan',
  guides: 'Guides',
  journal: 'Journal',
  settings: 'Settings',
  help: 'Help',
  editor: 'Programs',
  maker: 'For makers',
};

const bootsNames = (n: Numbers, names: readonly string[]): string =>
  names.length === 0 ? places.boots : n.list(names);

const home = (n: Numbers): FirstWords['home'] => ({
  title: 'What now?',
  plan: 'A plan for your legs',
  planWhat:
    'After a race, hard training, a long flight or a day at the desk: what to do, day by day. With boots, with a roller, or with nothing but your hands.',
  planMake: 'Make a plan',
  again: 'Again',
  againWhat: (program, intensity, minutes) =>
    `${program}, ${n.withUnit(intensity)}, ${n.whole(minutes, 'min')}`,
  toBoots: 'Choose a program',
  who: 'Who is here?',
  unnamed: 'Someone without a name',
  known: 'Your boots',
  knownWhat: (names, battery, at) =>
    `${bootsNames(n, names)}, last used on ${n.dates.dayHere(at)}${battery === null ? '' : `, battery ${n.percent(battery)} then`}.`,
  knownConnect: 'Connect',
  knownChooser: 'This browser does not remember them: choose them from its list.',
  guides: 'Guided steps',
  journal: 'Journal',
});

const welcome: FirstWords['welcome'] = {
  title: 'A wave of pressure, toward the heart',
  what: 'Heartward runs compression boots from this page: you choose a program, the boots play it and you watch the wave climb your legs.',
  promise:
    'No account, and nothing leaves this device. Legs may feel better for a few hours; it is not medicine.',
  simulated: 'Simulated boots',
  simulatedWhat: 'Try everything without any boots. They behave like real ones.',
  which: 'Which boots?',
  pair: 'Pair boots',
  pairWhat: 'Switch yours on, keep them near, and choose them from the list.',
  noBluetooth:
    'This browser has no Web Bluetooth. Chrome and Edge have it, on desktop and Android; Bluefy has it on iPhone and iPad; on Linux Chrome keeps it behind a flag.',
  notSecure:
    'This page was not loaded securely, and browsers give Bluetooth only to pages that are. Open its address in Chrome or Edge, with https or, on this computer, at localhost.',
  getBluetooth: 'How to get it',
  cancel: 'Cancel',
  link: {
    none: '',
    choosing: 'Choose your boots from the browser’s list.',
    connecting: 'Connecting … This may take up to half a minute.',
    connected: 'Connected.',
    reconnecting: 'Looking for the boots again …',
  },
};

/** The title of the browser tab. During a session the time left, if known, comes first, so that even a narrow tab shows it. */
const pageTitle =
  (n: Numbers): FirstWords['pageTitle'] =>
  (view, program, underWay, place) => {
    if (!view || !underWay) return place === null ? page.name : `${place} · ${page.name}`;
    return view.progress ? `${n.clockTime(view.progress.left)} · ${program}` : program;
  };

export function firstEnglish(options: Omit<NumberOptions, 'language'>): FirstWords {
  const n = numbersIn({ ...options, language: LANGUAGE });
  return {
    language: LANGUAGE,
    numbers: n,
    written: (words) => words,
    bootsNames: (names) => bootsNames(n, names),
    labelled: (label, text) => `${label}: ${text}`,
    programName: (name) => name,
    pageTitle: pageTitle(n),
    places,
    page,
    home: home(n),
    welcome,
  };
}
