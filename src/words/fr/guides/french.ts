/** The guides in French. */

import type { GuideWords } from '../../guides/guide-words.ts';
import type { Numbers } from '../../numbers-and-units.ts';
import { counts, crampIn, how, lasts, leftOut, needed, notNow, when } from './before.ts';
import { against, groups, names, needs, what } from './names.ts';
import { running } from './running.ts';

const texts: GuideWords['texts'] = {
  title: 'Guides',
  intro: 'Chacun vous mène à travers une étape et avance tout seul. Aucun n’a besoin de bottes.',
  cramp: 'Crampe maintenant',
  crampWhat: 'Étirer, masser, garder au chaud. Commence tout de suite.',
  crampWhere: 'Où est la crampe ?',
  choose: 'Lequel',
  afterRunning: 'Après avoir couru',
  afterFlight: 'Après un long vol',
  lasts: 'Durée',
  needs: 'Il vous faut',
  when: 'Quand',
  notIf: 'Pas si',
  how: 'Comment faire',
  sources: 'Sur quoi cela repose',
  begin: 'Commencer',
  all: 'Tous les guides',
  yes: 'Oui',
  locked: 'Pas pour le moment',
  ruledOut: 'Vos réponses aux questions de santé l’excluent.',
  settings: 'Y répondre de nouveau',
  pause: 'Pause',
  resume: 'Continuer',
  back: 'Retour',
  next: 'Suite',
  leave: 'Finir',
  pauses: 'Espace, ou toucher n’importe où, met en pause.',
  paused: 'En pause. Espace, ou toucher n’importe où, pour continuer.',
  tapPauses: 'Toucher n’importe où met en pause.',
  tapResumes: 'En pause. Touchez n’importe où pour continuer.',
  asleep: 'En pause, car cet appareil s’est endormi. Vous êtes où vous en étiez.',
  cues: 'Signaux',
  sound: 'Son',
  voice: 'Voix',
  vibration: 'Vibration',
  controls: 'Commandes du guide',
  front: 'face',
  behind: 'dos',
  heart: 'vers le cœur',
  again: 'Encore une fois',
  plan: 'Retour au plan',
  unknown: 'Ce guide n’existe pas.',
  modest:
    'Vos jambes peuvent se sentir mieux un moment. Les études sont petites ; l’essentiel vient de ce que font coureurs et entraîneurs.',
};

export const guideFrench = (n: Numbers): GuideWords => ({
  names,
  what,
  groups,
  lasts: lasts(n),
  counts: counts(n),
  needs,
  needed,
  against,
  when: when(n),
  notNow: notNow(n),
  leftOut,
  how: how(n),
  crampIn,
  ...running(n),
  texts,
});
