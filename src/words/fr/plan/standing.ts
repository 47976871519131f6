/** Where a person stands in a plan, and what became of the steps of a past day. */

import type { Missed, Standing } from '../../../plan/standing.ts';
import type { Step } from '../../../plan/step.ts';
import type { Numbers } from '../../numbers-and-units.ts';
import type { PlanWords } from '../../plan/plan-words.ts';

const days = (n: Numbers, value: number): string =>
  `${n.count(value)} ${n.plural(value, { one: 'jour', other: 'jours' })}`;

function lasting(n: Numbers, minutes: number): string {
  if (minutes < 120) return n.whole(minutes, 'min');
  return minutes < 2 * 24 * 60
    ? `${n.count(Math.round(minutes / 60))} heures`
    : days(n, Math.round(minutes / 1440));
}

const missedLines = (n: Numbers, missed: Missed | null): readonly string[] =>
  missed === null
    ? []
    : [
        `Sans nouvelles de vous depuis ${days(n, missed.days)} ; ${n.count(missed.steps)} ${n.plural(missed.steps, { one: 'étape est passée', other: 'étapes sont passées' })}. Rien n’est à rattraper : reprenez aujourd’hui, et dites si vos jambes sont courbaturées.`,
      ];

export const standing =
  (n: Numbers, actionLine: PlanWords['action']) =>
  (where: Standing): readonly string[] => {
    switch (where.kind) {
      case 'before':
        return [
          `L’horloge de cet appareil est en retard de ${lasting(n, where.minutes)} sur l’événement. Si c’est faux, réglez-la : les heures du plan la suivent.`,
        ];
      case 'over':
        return [
          ...missedLines(n, where.missed),
          `Le plan a fini il y a ${days(n, where.days)}. Si vos jambes sont à peine courbaturées, reprenez votre entraînement habituel, un peu moins au début.`,
        ];
      case 'during':
        return [
          ...missedLines(n, where.missed),
          ...(where.now === null ? [] : [`Maintenant : ${actionLine(where.now.action)}.`]),
          ...(where.next === null
            ? []
            : [
                `Ensuite, ${where.next.day > where.day ? `jour ${n.count(where.next.day)}, ` : ''}à ${n.dates.time(where.next.at)} : ${actionLine(where.next.action)}.`,
              ]),
        ];
    }
  };

export const dayOver =
  (n: Numbers) =>
  (steps: readonly Step[]): string => {
    const of = (kind: Step['state']['kind']): number =>
      steps.filter(({ state }) => state.kind === kind).length;
    const counts = [
      { many: of('done'), as: { one: 'faite', other: 'faites' } },
      { many: of('skipped'), as: { one: 'passée', other: 'passées' } },
      { many: of('passed'), as: { one: 'sans réponse', other: 'sans réponse' } },
      { many: of('locked') + of('due'), as: { one: 'non proposée', other: 'non proposées' } },
    ].filter(({ many }) => many > 0);
    return n.list(counts.map(({ many, as }) => `${n.count(many)} ${n.plural(many, as)}`));
  };
