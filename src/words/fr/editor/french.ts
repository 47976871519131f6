/** The program editor, in French. */

import { seconds } from '../../../../firmware-protocol/quantities.ts';
import type { EditorWords } from '../../editor/editor-words.ts';
import type { Numbers } from '../../numbers-and-units.ts';
import { partName } from '../problems/places.ts';
import { capital } from '../text.ts';
import { fieldWords } from './fields.ts';
import { outcome } from './outcome.ts';

const start: EditorWords['start'] = {
  title: 'Créer un programme',
  intro: 'Partez d’un programme qui s’en approche, et modifiez-le. Celui dont vous partez reste tel quel.',
  nothing: 'Partir de rien',
  nothingWhat: 'Une vague simple et douce, du pied à la hanche.',
  own: 'Vos programmes',
  presets: 'Programmes',
  patterns: 'Motifs simples',
  scan: 'Lire un code QR',
  discard: 'Abandonner',
  discardThis: (name) => `Abandonner ${name}, qui n’est pas enregistré`,
  gone: 'Ce programme n’est plus sur cet appareil. Choisissez-en un autre.',
};

const page: EditorWords['page'] = {
  other: 'Modifier un autre programme',
  undo: 'Annuler',
  redo: 'Rétablir',
  keep: 'Enregistrer',
  duplicate: 'Dupliquer',
  remove: 'Retirer',
  file: 'Enregistrer dans un fichier',
  link: 'Partager par un lien',
  code: 'Montrer un code QR',
  use: 'Le choisir',
  restore: 'Annuler',
  close: 'Fermer',
  linkName: 'Lien vers ce programme',
  codeAloud: 'Code QR avec un lien qui contient le programme',
  unkept: 'Pas encore enregistré',
  asKept: 'Enregistré parmi vos programmes',
  give: 'L’emporter',
};

const drawing = (n: Numbers): EditorWords['drawing'] => ({
  title: 'La vague',
  how: 'Tirez un point vers le haut ou le bas pour la pression d’une partie, une barre de côté pour la durée de son maintien, un numéro de côté pour son tour. Au clavier : Tab pour y aller, puis les flèches.',
  boots:
    'Dessinée pour des bottes de six zones par jambe, avec une pompe de force habituelle. La liste des programmes la dessine pour les vôtres.',
  old: 'Ce dessin date d’avant le problème. Il continue une fois le problème corrigé.',
  none: 'Il n’y a pas encore de dessin : corrigez d’abord les problèmes.',
  peak: (part) => `${capital(partName(part))}, pression`,
  longer: (part) => `${capital(partName(part))}, maintien`,
  turn: (part) => `${capital(partName(part))}, tour`,
  peakAloud: (peak) => n.withUnit(peak),
  holdAloud: (hold, longer) =>
    longer > 0
      ? `${n.measure(seconds(hold), 's')}, ${n.measure(longer, 's')} de plus que les autres`
      : n.measure(hold, 's'),
  turnAloud: (turn, turns) =>
    turn > turns ? 'un nouveau tour' : `tour ${n.count(turn)} sur ${n.count(turns)}`,
  shows: (peak) => n.exactPressure(peak),
  off: 'éteinte',
});

const trial = (n: Numbers): EditorWords['trial'] => ({
  title: 'Simulation',
  try: 'L’essayer',
  end: 'Terminer la simulation',
  close: 'Fermer la simulation',
  notNow: 'Des bottes sont en service. Essayez-le quand la séance sera finie.',
  what: (rate) =>
    `Des bottes simulées, ${n.count(rate)} fois plus rapides que de vraies bottes. Les vôtres ne font rien.`,
  states: {
    beginning: 'Les bottes simulées se préparent.',
    running: 'La simulation est en cours.',
    emptying: 'Les bottes simulées se vident.',
    over: 'La simulation est finie.',
  },
  left: (left) => (left === null ? '' : `Encore ${n.clockTime(left)} dans la simulation`),
  highest: (highest) => `Pression la plus forte jusqu’ici : ${n.withUnit(highest)}`,
});

const scan: EditorWords['scan'] = {
  title: 'Lire un code QR',
  what: 'Présentez le code d’un programme à la caméra. Les images sont lues sur cet appareil et ne sont pas gardées.',
  begin: 'Utiliser la caméra',
  camera: 'Ce que voit la caméra',
  states: {
    asking: 'Autorisez la caméra quand le navigateur le demande.',
    looking: 'Recherche d’un code. Qu’il remplisse la plus grande partie de l’image.',
    other: 'Ce code ne contient pas de programme. Essayez-en un autre.',
    refused:
      'La caméra n’est pas autorisée. Autorisez-la dans les réglages de ce site, puis réessayez. Un lien ou un fichier convient aussi.',
    noCamera:
      'Aucune caméra utilisable n’a été trouvée. Demandez le programme sous forme de lien ou de fichier.',
    partMissing: 'Une partie de cette page n’est pas arrivée. Vérifiez la connexion et réessayez.',
  },
};

export const editorFrench = (n: Numbers): EditorWords => ({
  start,
  blank: { name: 'Nouveau programme', purpose: 'Un programme à moi.', pattern: 'Mon motif' },
  editing: (name) => `Modifier ${name}`,
  page,
  drawing: drawing(n),
  ...fieldWords(n),
  trial: trial(n),
  scan,
  zones: {
    what: 'Ce programme a des réglages pour certaines zones. Ils sont gardés avec lui.',
    forget: 'Retirer les réglages de zones',
  },
  problems: (count) =>
    count === 0
      ? ''
      : n.plural(count, {
          one: 'Corrigez un problème avant d’enregistrer.',
          other: `Corrigez ${n.count(count)} problèmes avant d’enregistrer.`,
        }),
  outcome: outcome(n),
});
