/** The French words that load with the first screen. */

import type { FirstWords } from '../../first/first-words.ts';
import { type NumberOptions, type Numbers, numbersIn } from '../../numbers-and-units.ts';
import { typeset } from '../text.ts';
import { programName } from './programs.ts';

const LANGUAGE = 'fr';

const page: FirstWords['page'] = {
  name: 'Heartward',
  places: 'Rubriques',
  cramp: 'Crampe',
  simulated: 'Bottes simulées',
  disconnect: 'Déconnecter',
  battery: 'Batterie',
  unknown: '–',
  loading: 'Un instant…',
  incomplete: 'Une partie de cette page n’est pas arrivée. Vérifiez la connexion, puis rechargez la page.',
  broken:
    'Une partie de cette page a échoué dans ce navigateur. Rechargez la page ; si cela ne suffit pas, mettez le navigateur à jour ou prenez-en un autre.',
  reload: 'Recharger',
  dismiss: 'Fermer',
  acknowledge: 'J’ai lu',
  useNewVersion: 'L’utiliser maintenant',
};

const places: FirstWords['places'] = {
  home: 'Accueil',
  boots: 'Bottes',
  plan: 'Plan',
  guides: 'Guides',
  journal: 'Journal',
  settings: 'Réglages',
  help: 'Aide',
  editor: 'Programmes',
  maker: 'Pour qui construit',
};

const bootsNames = (n: Numbers, names: readonly string[]): string =>
  names.length === 0 ? places.boots : n.list(names);

const home = (n: Numbers): FirstWords['home'] => ({
  title: 'Et maintenant ?',
  plan: 'Un plan pour vos jambes',
  planWhat:
    'Après une course, un entraînement dur, un long vol ou une journée au bureau : que faire, jour après jour. Avec des bottes, avec un rouleau, ou rien qu’avec vos mains.',
  planMake: 'Faire un plan',
  again: 'Encore',
  againWhat: (program, intensity, minutes) =>
    `${programName(program)}, ${n.withUnit(intensity)}, ${n.whole(minutes, 'min')}`,
  toBoots: 'Choisir un programme',
  who: 'Qui est là ?',
  unnamed: 'Quelqu’un sans nom',
  known: 'Vos bottes',
  knownWhat: (names, battery, at) =>
    `${bootsNames(n, names)}, utilisées la dernière fois le ${n.dates.dayHere(at)}${battery === null ? '' : `, batterie alors à ${n.percent(battery)}`}.`,
  knownConnect: 'Connecter',
  knownChooser: 'Ce navigateur ne s’en souvient pas : choisissez-les dans sa liste.',
  guides: 'Pas à pas',
  journal: 'Journal',
});

const welcome: FirstWords['welcome'] = {
  title: 'Une vague de pression, vers le cœur',
  what: 'Heartward pilote des bottes de compression depuis cette page : vous choisissez un programme, les bottes le jouent et vous voyez la vague monter le long de vos jambes.',
  promise:
    'Pas de compte, et rien ne quitte cet appareil. Vos jambes peuvent se sentir mieux pendant des heures ; ce n’est pas un soin médical.',
  simulated: 'Bottes simulées',
  simulatedWhat: 'Essayez tout sans bottes. Elles se comportent comme de vraies bottes.',
  which: 'Quelles bottes ?',
  pair: 'Connecter des bottes',
  pairWhat: 'Allumez les vôtres, gardez-les près de vous et choisissez-les dans la liste.',
  noBluetooth:
    'Ce navigateur n’a pas Web Bluetooth. Chrome et Edge l’ont, sur ordinateur et sur Android ; Bluefy l’a sur iPhone et iPad ; sous Linux, Chrome le garde derrière une option.',
  notSecure:
    'Cette page n’a pas été chargée de façon sécurisée, et les navigateurs ne donnent le Bluetooth qu’aux pages qui le sont. Ouvrez son adresse dans Chrome ou Edge, avec https ou, sur cet ordinateur, à localhost.',
  getBluetooth: 'Comment l’avoir',
  cancel: 'Annuler',
  link: {
    none: '',
    choosing: 'Choisissez vos bottes dans la liste du navigateur.',
    connecting: 'Connexion… Cela peut prendre une demi-minute.',
    connected: 'Connecté.',
    reconnecting: 'Recherche des bottes…',
  },
};

/** The title of the browser tab. During a session the time left, if known, comes first, so that even a narrow tab shows it. */
const pageTitle =
  (n: Numbers): FirstWords['pageTitle'] =>
  (view, program, underWay, place) => {
    if (!view || !underWay) return place === null ? page.name : `${place} · ${page.name}`;
    const name = programName(program);
    return view.progress ? `${n.clockTime(view.progress.left)} · ${name}` : name;
  };

export function firstFrench({ locale = LANGUAGE, ...options }: Omit<NumberOptions, 'language'>): FirstWords {
  const n = numbersIn({ ...options, language: LANGUAGE, locale });
  return typeset({
    language: LANGUAGE,
    numbers: n,
    written: typeset,
    bootsNames: (names) => bootsNames(n, names),
    labelled: (label, text) => `${label} : ${text}`,
    programName,
    pageTitle: pageTitle(n),
    places,
    page,
    home: home(n),
    welcome,
  });
}
