/** Texts about the result of opening, saving or sharing a plan, and about what is wrong with an activity file. */

import type { ActivityFigure } from '../../../plan/activity/figures.ts';
import type { ActivityProblem } from '../../../plan/activity/problem.ts';
import type { ProblemWords, WordsFor } from '../../notices/problem-words.ts';
import type { Numbers } from '../../numbers-and-units.ts';
import type { PlanWords } from '../../plan/plan-words.ts';
import { figures } from './figures.ts';

const again = 'Enregistrez-la de nouveau en GPX ou TCX.';

const figureNames: Readonly<Record<ActivityFigure, string>> = {
  distance: 'distance',
  duration: 'durée',
  ascent: 'dénivelé',
  temperature: 'température',
};
const named = (n: Numbers, of: readonly ActivityFigure[]): string =>
  n.list(of.map((one) => figureNames[one]));

const activityProblems = (n: Numbers): WordsFor<ActivityProblem, ProblemWords> => {
  const file = (reason: string, suggestion: string): ProblemWords => ({
    place: 'activité',
    reason,
    suggestion,
  });
  return {
    empty: () => file('Il n’y a rien dedans.', again),
    tooLong: ({ length, most }) =>
      file(
        `Elle a ${n.count(length)} caractères ; on n’en lit pas plus de ${n.count(most)}.`,
        'Enregistrez-la avec moins de points, par exemple un toutes les quelques secondes.',
      ),
    fit: () =>
      file(
        'C’est un fichier FIT, qui n’est pas lu ici.',
        'Dans l’application de votre montre, enregistrez l’activité en GPX ou TCX.',
      ),
    notXml: () => file('Ce n’est ni du GPX ni du TCX.', again),
    otherXml: ({ root }) => file(`C’est du XML, mais un "${root}" : ni GPX ni TCX.`, again),
    doctype: () =>
      file(
        'Il déclare un type de document, ce qu’aucune activité ne fait.',
        'Ne l’ouvrez pas. Reprenez le fichier là où il a été enregistré.',
      ),
    cutOff: () =>
      file('Il s’interrompt avant la fin.', 'Copiez-le ou allez le chercher de nouveau, en entier.'),
    tangled: ({ line }) => ({
      place: `ligne ${n.count(line)}`,
      reason: 'Des éléments se ferment dans un autre ordre qu’ils ne s’ouvrent.',
      suggestion: again,
    }),
    tooDeep: ({ most }) => file(`Plus de ${n.count(most)} éléments y sont les uns dans les autres.`, again),
    nothingRecorded: () =>
      file(
        'Rien n’y est enregistré : aucune trace d’au moins deux points.',
        'Un itinéraire n’est pas une activité. Enregistrez la sortie elle-même.',
      ),
    nothingUsable: ({ figures }) =>
      file(
        `Aucune valeur n’y est utilisable : ${named(n, figures)}.`,
        'Vérifiez l’appareil qui l’a enregistrée, ou remplissez le formulaire vous-même.',
      ),
  };
};

const CARRIES_ALL = 'Il contient tout le plan, avec ce que vous avez dit. Aucun serveur ne le voit.';

export function outcome(n: Numbers, problem: PlanWords['problem']): PlanWords['outcome'] {
  const said = (title: string, lines: readonly string[] = [], problems: readonly ProblemWords[] = []) => ({
    title,
    lines,
    problems,
  });
  const sentences = activityProblems(n);
  return (result) => {
    switch (result.kind) {
      case 'saved':
        return said(`Dans vos téléchargements : ${result.file}`);
      case 'copied':
        return said('Le lien est copié.', [CARRIES_ALL]);
      case 'link':
        return said('Copiez ce lien.', [CARRIES_ALL]);
      case 'code':
        return said('Pointez l’appareil photo d’un téléphone sur ce code.', [CARRIES_ALL]);
      case 'codeTooLarge':
        return said('Le plan est trop grand pour un code QR.', ['Enregistrez-le plutôt dans un fichier.']);
      case 'taken':
        return said(
          'C’est votre plan maintenant.',
          result.lowered === null
            ? []
            : [`Les bottes n’y dépassent pas ${n.shown(result.lowered)}, le maximum réglé ici.`],
        );
      case 'reading':
        return said(`Lecture de ${result.what}…`);
      case 'activity':
        return said(`Tiré de l’activité : ${figures(n)(result.activity)}`, [
          'Le fichier a été lu sur cet appareil et n’est pas gardé. Un plan qui en est fait garde ces chiffres.',
          ...(result.leftOut.length === 0
            ? []
            : [
                `Aucune valeur utilisable dans le fichier : ${named(n, result.leftOut)}. Le formulaire y garde ce qu’il avait.`,
              ]),
        ]);
      case 'refused':
        return said(
          result.what === null ? 'Le plan est inutilisable.' : `${result.what} est inutilisable.`,
          [],
          result.problems.map(problem),
        );
      case 'activityRefused':
        return said(
          `${result.what} est inutilisable.`,
          [],
          [(sentences[result.problem.kind] as (of: ActivityProblem) => ProblemWords)(result.problem)],
        );
      case 'noCode':
        return said(`Il n’y a pas de code QR dans ${result.what}.`, [
          'Prenez la photo de plus près, sans rien sur le code.',
        ]);
      case 'tooLarge':
        return said(`${result.what} est trop grand.`, [
          `On ne lit pas plus de ${n.count(Math.floor(result.most / 1024 / 1024))} Mo.`,
        ]);
      case 'partMissing':
        return said('Une partie de cette page n’est pas arrivée.', [
          'Vérifiez la connexion, puis réessayez.',
        ]);
    }
  };
}

export const exchange: PlanWords['exchange'] = {
  title: 'L’emporter',
  calendar: 'Agenda avec alarmes',
  calendarWhat: 'Votre agenda vous le rappelle, même cette page fermée.',
  save: 'Enregistrer dans un fichier',
  share: 'Partager par un lien',
  code: 'Montrer un code QR',
  open: 'Ouvrir un fichier',
  openWhat:
    'Un plan (un fichier, ou une photo de son code QR), ou une activité de votre montre (GPX, TCX). Tout est lu sur cet appareil.',
  drop: 'Lâchez ici : un plan, une photo de son code QR, ou une activité (GPX, TCX).',
  codeAloud: 'Code QR du plan',
  close: 'Fermer',
  linkName: 'Lien vers le plan',
  remind: 'Me le rappeler tant que cette page est ouverte',
  remindOff: 'Ne plus me le rappeler',
  remindDenied: 'Ce navigateur ne laisse pas la page vous le rappeler. L’agenda le peut.',
};
