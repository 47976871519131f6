/** The words around a plan on screen, and those of the form that makes one. */

import type { BareWork, Tool } from '../../../plan/plan-request.ts';
import type { Numbers } from '../../numbers-and-units.ts';
import type { PlanWords } from '../../plan/plan-words.ts';
import { tools } from './names.ts';

export const maker: PlanWords['maker'] = {
  title: 'Faire un plan',
  intro: 'Quatre gestes. Cela marche avec des bottes, avec d’autres outils, ou rien qu’avec vos mains.',
  event: 'Après quoi ?',
  eventMissing: 'Choisissez d’abord après quoi.',
  ended: 'Quand était-ce fini ?',
  begins: 'Quand cela commence-t-il ?',
  exactly: 'Exactement',
  ahead: 'Cette heure n’est pas encore venue. Donnez l’heure de la fin.',
  near: {
    now: 'À l’instant',
    hour: 'Il y a 1 heure',
    twoHours: 'Il y a 2 heures',
    fourHours: 'Il y a 4 heures',
    yesterday: 'Hier',
  },
  beginsNow: 'Maintenant',
  went: 'Comment était-ce ?',
  courses: { well: 'Bien', hard: 'Plus dur que voulu', hurt: 'Un point fait mal' },
  owns: 'Qu’avez-vous ?',
  tools: {
    boots: 'Bottes de compression',
    roller: 'Rouleau ou bâton',
    plate: 'Plateforme vibrante',
    massager: 'Pistolet de massage ou balle',
  },
  more: 'Plus de précisions',
  distance: 'Distance, km',
  duration: 'Durée, min',
  ascent: 'Dénivelé positif, m',
  temperature: 'Température, °C',
  highest: 'Bottes : pas plus fort que',
  barred: 'Que ne dois-je pas utiliser ?',
  make: 'Faire le plan',
};

export const soreness: PlanWords['soreness'] = {
  question: 'Vos jambes sont-elles courbaturées ?',
  least: '0 = pas du tout',
  most: '10 = au plus haut point',
};

const leftOut: Readonly<Record<Tool | BareWork, string>> = {
  ...tools,
  ...{
    massage: 'le massage à la main',
    stretch: 'la mobilité et les étirements',
    run: 'la course',
  },
};

export const page = (n: Numbers): PlanWords['page'] => ({
  title: 'Plan',
  today: 'Aujourd’hui',
  done: 'Fait',
  skip: 'Passer',
  why: 'Comment et pourquoi',
  lead: 'Guidez-moi',
  bootsOpen: 'Préparer les bottes',
  soreToday: (value) => `Courbatures aujourd’hui : ${n.count(value)} sur 10.`,
  soreChange: 'Changer',
  laterDays: 'Les jours à venir',
  earlierDays: 'Les jours passés',
  noMoreToday: 'Plus rien aujourd’hui.',
  rightNow: 'Maintenant',
  nextToday: 'Ensuite aujourd’hui',
  stillGood: 'L’heure est passée, mais c’est aussi bien maintenant',
  leftOut: (left) =>
    `Sans cela, à cause de vos réponses aux questions de santé : ${n.list(left.map((one) => leftOut[one]))}.`,
  wholePlan: (event) => `Tout le plan : ${event}`,
  over: 'Le plan est fini',
  nextDay: 'Ensuite',
  openDay: 'Voir le plan',
  wrong: 'Quelque chose ne va pas',
  wrongWhat: 'Dites-le ici : le plan ferme ce qu’il ne faut pas faire, et dit que faire.',
  signs: {
    marks: 'Marques sur la peau plus de 30 min après une séance, ou douleur pendant',
    tingling: 'Fourmillements ou engourdissement',
    'tingling-gone': 'Les fourmillements ou l’engourdissement sont passés',
    weakness: 'Une jambe faible, ou un pied qui tombe',
    'one-calf': 'Un mollet est gonflé, chaud ou rouge',
    'dark-urine': 'Urines foncées',
    'severe-pain': 'Douleur anormalement forte',
    emergency: 'Douleur à la poitrine, difficulté à respirer, confusion ou malaise',
  },
  girth: {
    what: 'Ou mesurez les deux mollets là où ils sont le plus larges : 3 cm de plus d’un côté comptent comme un mollet enflé. Le journal garde vos mesures.',
    left: 'Mollet gauche, cm',
    right: 'Mollet droit, cm',
    tell: 'Le dire au plan',
    last: (left, right) => `Dernière mesure : gauche ${n.figure(left)} cm, droite ${n.figure(right)} cm.`,
  },
  cleared: 'Un médecin a regardé',
  clearedClot: 'Un médecin a exclu un caillot',
  mistake: 'Je l’ai dit par erreur',
  call: 'Appeler le 112',
  callWhere:
    'D’un téléphone mobile, le 112 joint les secours dans la plupart des pays. En Amérique du Nord : 911.',
  make: 'Faire un autre plan',
  drop: 'Retirer ce plan',
  dropped: 'Le plan a été retiré.',
  replaced: 'Un plan précédent a laissé la place à celui-ci.',
  restore: 'Le reprendre',
  lost: 'Ce navigateur ne conserve rien pour cette page : le plan dure jusqu’à ce que vous la fermiez. Enregistrez-le dans un fichier.',
  advice: 'Bon à savoir',
  rowed: (done, of) =>
    `${n.count(done)} sur ${n.count(of)} ${n.plural(done, { one: 'fait', other: 'faits' })}`,
  optional: 'si vous voulez',
});
