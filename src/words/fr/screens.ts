/** Words for choosing a program, for the running session and for its end, and for a chart that cannot be shown. */

import type { Numbers } from '../numbers-and-units.ts';
import type { Words } from '../words.ts';
import { sides } from './body.ts';
import { programName } from './first/programs.ts';
import { unfit } from './notices/hindrance.ts';

export const choose = (n: Numbers): Words['choose'] => ({
  title: 'De quoi vos jambes ont-elles besoin ?',
  programs: 'Programmes',
  settings: 'Réglages',
  recommended: (peak, minutes) => `${n.withUnit(peak)} · ${n.whole(minutes, 'min')}`,
  alone: ({ alone, pair }) =>
    alone === null
      ? `Si cette page est fermée ou hors de portée, les bottes jouent jusqu’au bout ce qu’elles ont reçu${pair ? ', chaque jambe pour elle-même' : ''}.`
      : `Si cette page est fermée ou hors de portée, les bottes continuent au plus ${n.whole(alone, 's')}, puis s’arrêtent.`,
  start: 'Démarrer',
  seated: 'Asseyez-vous ou allongez-vous. Fermetures fermées, tuyaux libres.',
  patterns: 'Motifs',
  patternsWhat: 'toutes les façons de comprimer, à l’état simple',
  adapted: 'Ce que ces bottes font autrement',
  against: unfit,
  it: 'ce programme',
  obstacles: { program: 'À modifier d’abord', boots: 'Pas avec ces bottes' },
  editFirst:
    'Ce programme enfreint une règle de la page. Modifiez-le d’abord : en attendant, il ne démarre pas, et son fichier ou son lien sera refusé à l’importation, avec la règle en cause.',
  details: 'Détails',
  groups: {
    favourites: 'Favoris et récents',
    begin: 'Pour commencer',
    after: 'Après une course',
    before: 'Avant de courir',
    desk: 'Au bureau, en voyage',
    evening: 'Le soir',
    own: 'Vos programmes',
  },
  favourite: (name) => `Favori : ${name}`,
});

export const session = (n: Numbers): Words['session'] => ({
  intensity: 'Intensité',
  time: 'Durée',
  unit: n.pressureUnit,
  min: 'min',
  back: ({ program, progress }) =>
    progress
      ? `${programName(program.name)}, encore ${n.clockTime(progress.left)}`
      : programName(program.name),
  setZone: (zone) => `${zone} : modifier`,
  left: (minutes) => `restent, sur ${n.whole(minutes, 'min')}`,
  fillsFirst: (minutes) => `de remplissage, puis ${n.whole(minutes, 'min')}`,
  leftOfLongest: (limit) => `restent : une séance dure au plus ${n.whole(Math.round(limit / 60), 'min')}`,
  finishing: 'Cette vague se termine',
  leftAloud: (time, minutes) =>
    `encore ${time} sur ${n.count(minutes)} ${n.plural(minutes, { one: 'minute', other: 'minutes' })}`,
  effect: 'Moins fort : tout de suite. Plus fort : à la prochaine vague.',
  moreTime: '+5 min',
  tell: 'Dire ce qui se passe',
  zoneHint: 'Touchez une zone des jambes pour la régler seule.',
  intensityPending: 'À la prochaine vague.',
  durationPending: 'Compte dès la prochaine vague.',
  pause: 'Pause',
  resume: 'Reprendre',
  stop: 'Arrêter',
  stopping: 'Arrêt…',
  stopped: 'Arrêté',
  space: 'espace',
  esc: 'échap',
  controls: 'Commandes de la séance',
  legs: 'Pression dans les bottes',
  stale: 'Pressions anciennes : aucune nouvelle n’est arrivée.',
  table: 'Les pressions en tableau',
  zone: 'Partie',
  measured: 'Mesurée',
  asked: 'Demandée',
  vent: 'ouverte',
  seal: 'fermée',
  unknown: 'inconnue',
  dash: '–',
  plan: 'Une vague',
  trace: 'Les deux dernières minutes',
  wholeTrace: 'Toute la séance',
  zonesShown: 'Zones affichées',
  traceScale: (full) => `${n.pressureUnit}, chaque bande de 0 à ${n.pressure(full)}`,
  wholeTraceOf: (side) => `Pression de la botte ${sides[side]} pendant la séance`,
  solid: 'mesurée',
  dashed: 'demandée',
  traceOf: (side) => `Pression de la botte ${sides[side]} pendant les deux dernières minutes`,
  now: 'maintenant',
  ago: (time) => `il y a ${n.lasting(time)}`,
});

export const ended = (n: Numbers): Words['ended'] => ({
  lasted: 'Elle a duré',
  of: (minutes) => `sur ${n.whole(minutes, 'min')}`,
  waves: 'Vagues entières',
  intensity: 'Intensité',
  again: 'Recommencer',
  other: 'En choisir un autre',
  saveTrace: 'Enregistrer les pressions en tableau',
  numb: 'Engourdissement ou fourmillements ? Plus de bottes aujourd’hui, et voyez un médecin si cela persiste.',
});

export const noChart: Words['noChart'] = (why) =>
  why === 'notArrived'
    ? 'Le graphique n’est pas arrivé. Vérifiez la connexion, puis rechargez la page. Rien d’autre n’en dépend.'
    : 'Ce navigateur ne sait pas dessiner le graphique. Tout le reste fonctionne sans lui.';
