/** The questions before a session with real boots (the screening), and the reasons that forbid such a session. */

import { rules } from '../../../../firmware-protocol/limits.ts';
import { mmhg } from '../../../../firmware-protocol/quantities.ts';
import type { Contraindication, ToAskAbout } from '../../../plan/screening/questions.ts';
import { lock } from '../../fr/plan/locks.ts';
import type { GateWords } from '../../journal/journal-words.ts';
import type { Numbers } from '../../numbers-and-units.ts';

const contraindications: Readonly<Record<Contraindication, string>> = {
  'recent-clot': 'J’ai eu récemment un caillot (phlébite) ou une embolie',
  'inflamed-vein': 'J’ai une veine enflammée',
  'artery-disease': 'J’ai une maladie grave des artères des jambes',
  'heart-failure': 'J’ai une insuffisance cardiaque, ou de l’eau dans les poumons',
  'no-feeling': 'J’ai perdu la sensibilité dans les jambes ou les pieds',
  skin: 'J’ai une infection de la peau ou des plaies ouvertes aux jambes',
  operation: 'J’ai eu récemment une greffe de peau, une fracture ou une opération de la jambe',
  tumour: 'J’ai une tumeur dans les jambes ou tout près',
};

const toAskAbout: Readonly<Record<ToAskAbout, string>> = {
  pregnant: 'Je suis enceinte',
  'blood-pressure': 'Ma tension artérielle n’est pas équilibrée',
  'blood-thinners': 'Je prends des anticoagulants',
  'under-18': 'J’ai moins de 18 ans',
  implant: 'J’ai un implant',
  'foot-drop': 'J’ai, ou j’ai eu, un pied tombant (nerf abîmé au genou)',
};

const screening: GateWords['screening'] = {
  title: 'Avant de comprimer vos jambes',
  why: {
    first: 'Cochez ce qui est vrai pour vous. Vos réponses restent sur cet appareil.',
    month:
      'Un mois a passé : l’une de ces choses est-elle vraie pour vous maintenant ? Vos réponses restent sur cet appareil.',
    ultra:
      'Après une très longue course, regardez de nouveau : l’une de ces choses est-elle vraie maintenant ?',
    asked: 'Vous avez demandé à vérifier : l’une de ces choses est-elle vraie pour vous maintenant ?',
    clock: 'Vos dernières réponses portent une date qui n’est pas encore venue : répondez de nouveau.',
  },
  never: 'Avec l’une de ces choses, pas de bottes',
  ask: 'Avec l’une de ces choses, demandez d’abord à un médecin',
  today: 'Aujourd’hui, et surtout après une très longue course',
  during: 'Pendant que vous les utilisez',
  contraindications,
  toAskAbout,
  signs: {
    emergency: 'J’ai mal à la poitrine, du mal à respirer, une confusion, ou j’ai fait un malaise',
    'dark-urine': 'Mes urines sont foncées',
    'severe-pain': 'J’ai une douleur anormalement forte',
    'one-calf': 'Un mollet est gonflé, chaud ou rouge',
    weakness: 'Une jambe est faible, ou un pied tombe',
    tingling: 'Je sens un engourdissement ou des fourmillements',
  },
  rules: [
    'Engourdissement, fourmillements ou douleur : arrêtez tout de suite, et ne reprenez pas ce jour-là.',
    'Le bouton des bottes les arrête toujours, avec ou sans cette page. S’il n’y en a pas, débranchez le tuyau.',
  ],
  clinician: 'J’en ai parlé à un médecin, et je peux utiliser les bottes',
  none: 'Rien de tout cela n’est vrai pour moi',
  some: 'C’est tout',
  pair: 'Connecter des bottes',
  goOn: 'Continuer',
  back: 'Retour',
  again: 'Répondre de nouveau',
  passed: 'Vous avez répondu aux questions.',
};

const list = (lines: readonly string[]): readonly string[] => lines.map((line) => `${line}.`);

export const gate = (n: Numbers): GateWords => ({
  screening,
  blocked: (by) => ({
    title: 'Pas de bottes de compression pour le moment',
    advice: [
      'Vous avez dit :',
      ...list(by.map((one) => contraindications[one])),
      'Une pression sur les jambes peut alors faire du mal. Les guides sans bottes et les bottes simulées restent là. Si une réponse était fausse, ou n’est plus vraie, répondez de nouveau.',
    ],
  }),
  askFirst: (about) => ({
    title: 'Demandez d’abord à un médecin',
    advice: [
      'Vous avez dit :',
      ...list(about.map((one) => toAskAbout[one])),
      `Montrez à un médecin ce que font ces bottes : jusqu’à ${n.withUnit(mmhg(rules.confirmAbove))}, en vagues du pied à la cuisse. Puis répondez de nouveau, et dites que vous avez demandé.`,
    ],
  }),
  lock: lock(n),
  opens: {
    emergency: 'Un médecin a regardé',
    urgent: 'Un médecin a regardé',
    clot: 'Un médecin a exclu un caillot',
    nerve: 'Un médecin a regardé',
    tingling: 'Les fourmillements ou l’engourdissement sont passés',
  },
  mistake: 'Je l’ai dit par erreur',
  call: {
    number: '112',
    label: 'Appeler le 112',
    where:
      'D’un téléphone mobile, le 112 joint les secours dans la plupart des pays. En Amérique du Nord : 911.',
  },
  who: {
    title: 'Qui porte les bottes ?',
    what: 'Les doses, les réponses et le journal sont propres à chacun.',
  },
});
