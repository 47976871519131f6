/** Advice in French about a whole plan. */

import type { Advice } from '../../../plan/rules/advice.ts';

export const advice: Readonly<Record<Advice, string>> = {
  modest:
    'Les preuves de tout cela sont modestes : vous vous sentirez peut-être mieux, et personne ne peut promettre plus. Écoutez votre corps ; laissez de côté ce qui ne convient pas.',
  'tell-soreness': 'Chaque matin, dites si vos jambes sont courbaturées (0 à 10) : le plan s’adapte.',
  'very-sore':
    'Vous avez de fortes courbatures : tout est plus doux, et la course revient quand vous direz 6 ou moins. Si cela empire, ou ne baisse pas en trois ou quatre jours, voyez un médecin.',
  'spot-hurts':
    'Un point fait mal : ce plan n’a ni course, ni plateforme, ni pression sur les nœuds. Si la marche fait mal, ou si cela ne baisse pas en deux ou trois jours, voyez un médecin ou un kinésithérapeute.',
  'after-ultra':
    'Après un ultra : urines foncées, douleur anormalement forte ou un seul mollet gonflé demandent des soins urgents ; avec confusion, douleur à la poitrine ou difficulté à respirer, appelez les secours.',
  'cold-prevention':
    'La prochaine fois au froid : échauffez-vous plus longtemps, habillez-vous chaudement, buvez à votre soif, et gardez l’habitude d’un massage léger.',
  'cold-finish': 'Il fait froid : mettez avant tout des vêtements secs et chauds.',
  'next-flight':
    'Au prochain vol : levez-vous chaque heure, bougez les pieds et massez vos mollets vers le cœur.',
  'one-calf-after-flight':
    'Si un mollet est gonflé, chaud ou rouge : ni bottes, ni rouleau, ni massage ; faites-le examiner aujourd’hui. Douleur à la poitrine ou souffle court : appelez les secours.',
};
