/** Why a session ended, and what that means for the person in the boots. */

import type { Ending } from '../../../session/view.ts';
import type { EndingWords } from '../../words.ts';

export const endings: Readonly<Record<Ending, EndingWords>> = {
  none: { title: 'La séance est finie', why: 'Les bottes ne disent pas pourquoi.', next: '' },
  finished: {
    title: 'C’est fini. C’était toute la séance.',
    why: '',
    next: 'Restez assis un moment avant de vous lever.',
  },
  stoppedByController: { title: 'Arrêté', why: 'Elle a été arrêtée depuis cette page.', next: '' },
  stoppedElsewhere: {
    title: 'Arrêté d’ailleurs',
    why: 'Une autre page ou un autre téléphone l’a arrêtée.',
    next: '',
  },
  stoppedAsPair: {
    title: 'Arrêté',
    why: 'Une botte ne pouvait pas continuer avec l’autre, ou une autre page ou un autre téléphone les a arrêtées.',
    next: 'Gardez cet appareil près des deux bottes et recommencez.',
  },
  stoppedAtBoots: {
    title: 'Arrêté sur les bottes',
    why: 'Le bouton des bottes a été pressé.',
    next: '',
  },
  ranDry: {
    title: 'Arrêté : la suite n’est pas arrivée',
    why: 'Les bottes avaient joué tout ce qu’elles avaient et rien n’a suivi : elles se sont arrêtées d’elles-mêmes.',
    next: 'Gardez cet appareil près des bottes et recommencez.',
  },
  alone: {
    title: 'Arrêté : contact perdu trop longtemps',
    why: 'Elles n’avaient plus de nouvelles de cette page depuis plus longtemps que vous ne l’avez permis : elles se sont arrêtées d’elles-mêmes.',
    next: 'Gardez cet appareil près des bottes et recommencez.',
  },
  wallTime: {
    title: 'Arrêté : la durée maximale est atteinte',
    why: 'Les bottes terminent toute séance à sa durée maximale, quoi qu’on ait demandé.',
    next: '',
  },
  fault: {
    title: 'Arrêté : quelque chose n’allait pas',
    why: 'Les bottes se sont arrêtées d’elles-mêmes.',
    next: 'Lisez ce que c’était avant de recommencer.',
  },
  rebooted: {
    title: 'Arrêté : les bottes ont redémarré',
    why: 'Elles ont perdu le courant ou ont été réinitialisées en pleine séance. Après cela, elles ne reprennent jamais une compression.',
    next: 'Vérifiez la batterie et la prise.',
  },
  pausedTooLong: {
    title: 'Terminé après une longue pause',
    why: 'Une pause de dix minutes met fin à la séance.',
    next: '',
  },
};
