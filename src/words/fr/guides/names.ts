/** Names of guides and muscles; also what guides are for, what they need, and who must not use them. */

import type { Against, GuideId, Muscle, Need } from '../../../guide/guide.ts';
import type { GuideWords } from '../../guides/guide-words.ts';

export const names: Readonly<Record<GuideId, string>> = {
  walk: 'Marche',
  'easy-run': 'Course facile',
  mobility: 'Mouvements doux',
  stretches: 'Étirements doux',
  'roller-flush': 'Balayage au rouleau',
  'by-hand': 'Du pied à la hanche, à la main',
  spots: 'Nœuds un par un',
  'vibration-plate': 'Plateforme vibrante',
  cramp: 'Crampe maintenant',
  'wind-down': 'Respiration lente',
};

export const what: Readonly<Record<GuideId, string>> = {
  walk: 'Un minuteur avec quelques rappels. Assez lent pour parler.',
  'easy-run': 'Entre deux courtes marches. Pour des jambes à peine courbaturées.',
  mobility: 'Cercles et balancements, jusqu’où c’est facile. On ne tient rien.',
  stretches: 'Cinq pour chaque jambe, 20 secondes chacun.',
  'roller-flush': 'Passages légers et rapides vers le cœur, au rouleau ou au bâton.',
  'by-hand': 'Passages lents et légers vers le cœur. Vos mains suffisent.',
  spots: 'Une balle ou un pistolet de massage sur un point tendu, une minute au plus chacun.',
  'vibration-plate': 'Le réglage le plus doux, une minute oui, une minute non.',
  cramp: 'Étirer, masser, garder au chaud.',
  'wind-down': 'Six respirations par minute, avant le coucher.',
};

export const groups: GuideWords['groups'] = [
  { title: 'Bouger', guides: ['walk', 'mobility', 'stretches', 'easy-run'] },
  { title: 'Masser', guides: ['roller-flush', 'by-hand', 'spots', 'vibration-plate'] },
  { title: 'Se reposer', guides: ['wind-down'] },
];

export const needs: Readonly<Record<Need, string>> = {
  roller: 'un rouleau ou un bâton',
  plate: 'une plateforme vibrante',
  massager: 'une balle ou un pistolet de massage',
  wall: 'un mur ou une chaise pour vous tenir',
  chair: 'une chaise ou le bord d’un lit',
  bed: 'de quoi vous allonger ou vous caler en arrière',
  blanket: 'quelque chose de chaud, si vous en avez',
  oil: 'un peu d’huile ou de lait, si vous voulez',
};

/** Each text continues "Pas si …". */
export const against: Readonly<Record<Against, string>> = {
  clot: 'un mollet est gonflé, chaud ou rouge, ou si vous avez peut-être un caillot',
  'open-skin': 'la peau y est abîmée, infectée ou irritée',
  'recent-injury': 'vous y avez eu récemment une fracture, une opération ou une autre blessure',
  'no-feeling': 'vous y sentez mal le toucher',
  'blood-thinners': 'vous prenez des anticoagulants, sauf accord d’un médecin',
  'torn-muscle':
    'cela a commencé par une douleur vive et soudaine, ou s’il y a un bleu : quelque chose est peut-être déchiré',
  implant: 'vous avez un implant, comme un pacemaker, une prothèse articulaire ou des vis',
  pregnancy: 'vous êtes enceinte',
  inflammation: 'quelque chose est fortement enflammé',
  epilepsy: 'vous êtes épileptique',
  'disc-or-retina': 'vous avez un disque vertébral ou une rétine abîmés',
  stones: 'vous avez des calculs aux reins ou à la vésicule',
  unwell: 'vous vous sentez malade, faible ou fiévreux',
};

export const muscles: Readonly<Record<Muscle, string>> = {
  feet: 'pied',
  ankles: 'cheville',
  calves: 'mollet',
  hamstrings: 'ischio-jambiers',
  quadriceps: 'quadriceps',
  hips: 'hanche',
  glutes: 'fesse',
};

/** Where a muscle is, for people who do not know its name; empty if the name says that. */
export const where: Readonly<Record<Muscle, string>> = {
  feet: '',
  ankles: '',
  calves: 'Arrière du bas de la jambe.',
  hamstrings: 'Arrière de la cuisse.',
  quadriceps: 'Avant de la cuisse.',
  hips: '',
  glutes: '',
};
