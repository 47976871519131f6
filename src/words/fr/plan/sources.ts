/** The evidence for a step, and how strong it is, in French. */

import type { Source, SourceName } from '../../../plan/rules/sources.ts';
import type { Numbers } from '../../numbers-and-units.ts';

const found: Readonly<Record<SourceName, (studies: string, people: string) => string>> = {
  practice: () => 'Ce que font coureurs et entraîneurs ; aucune étude derrière les chiffres.',
  choice: () => 'Un choix prudent fait pour ce plan ; aucune étude derrière les chiffres.',
  limit: () =>
    'Une limite de sécurité de ce projet : au plus tôt deux heures après l’arrivée, du temps entre les séances, une dose par jour. Prudente, pas une norme.',
  'boots-review': (studies, people) =>
    `Une revue de ${studies} études avec ${people} personnes : les bottes ont fait peu ou rien pour la fonction, et peu à moyennement contre les courbatures.`,
  'walk-only': (_, people) =>
    `Un essai avec ${people} hommes après un semi-marathon : la récupération active juste après la course a dégradé la récupération ressentie.`,
  'recovery-review': (studies) =>
    `Une comparaison de ${studies} études : le massage a fait le plus contre courbatures et fatigue, la compression et l’eau froide moins.`,
  'ultra-trial': (_, people) =>
    `Un essai avec ${people} coureurs après 161 km : 20 minutes de bottes ou de massage ont réduit la fatigue juste après ; du jour 1 au jour 7, aucune différence.`,
  thirst: () => 'Le consensus d’une conférence sur le manque de sodium dans le sport : boire à sa soif.',
};

export const source =
  (n: Numbers) =>
  (name: SourceName, of: Source): string => {
    if (of.kind !== 'study') return found[name]('', '');
    const figure = (value: number | null): string => (value === null ? '' : n.count(value));
    return `${found[name](figure(of.studies), figure(of.people))} doi:${of.doi}`;
  };
