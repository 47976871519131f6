/** What a journal entry says. */

import { mmhg, seconds } from '../../../../firmware-protocol/quantities.ts';
import type { NotedSign, Scores, SoreMuscle, SoreTime } from '../../../journal/entry.ts';
import type { SessionEnd, SessionSource } from '../../../journal/session-entry.ts';
import type { StepOfPlan } from '../../../plan/plan-id.ts';
import { events } from '../../en/plan/names.ts';
import type { JournalPageWords } from '../../journal/journal-words.ts';
import type { Numbers } from '../../numbers-and-units.ts';
import { endings } from '../live/endings.ts';

const times: Readonly<Record<SoreTime, string>> = {
  before: 'before a session',
  after: 'after a session',
  morning: 'in the morning',
};

const muscles: Readonly<Record<SoreMuscle, string>> = {
  legs: 'legs',
  calf: 'calves',
  quadriceps: 'quadriceps',
  hamstrings: 'hamstrings',
  foot: 'feet',
};

const signs: Readonly<Record<NotedSign, string>> = {
  marks: 'Marks on the skin, or pain during a session',
  tingling: 'Numbness or tingling',
  weakness: 'A weak leg, or a foot that drops',
  'one-calf': 'One calf swollen, warm or red',
  'dark-urine': 'Dark urine',
  'severe-pain': 'Unusually severe pain',
  emergency: 'Chest pain, trouble breathing, confusion or collapse',
};

const cleared = {
  emergency: 'Seen by a clinician',
  urgent: 'Seen by a clinician',
  clot: 'Clot ruled out by a clinician',
  nerve: 'Seen by a clinician',
  tingling: 'The numbness or tingling is gone',
} as const;

function sourceWords(source: SessionSource): string {
  switch (source.kind) {
    case 'followed':
      return '';
    case 'lost':
      return 'The page did not see its end, so it counts as if it had gone on as planned.';
    case 'boots':
      return source.counted
        ? 'The page did not see its end; the boots reported how long it was and what each zone got.'
        : 'The page did not see its end, and the boots restarted: it counts as if it had gone on as planned.';
  }
}

const stepWords = (n: Numbers, step: StepOfPlan | null): readonly string[] =>
  step === null ? [] : [`A step of the plan: ${events[step.event]}, day ${n.count(step.day)}`];

const scoresWords = (n: Numbers, scores: Scores): string =>
  n.list(
    Object.entries(scores).map(
      ([muscle, score]) => `${muscles[muscle as SoreMuscle]} ${n.count(score ?? 0)}`,
    ),
  );

const endWords = (ended: SessionEnd | null): string => (ended === null ? '' : endings[ended].title);

const guideName = (guide: string): string => {
  const name = guide.replaceAll('-', ' ');
  return name.charAt(0).toUpperCase() + name.slice(1);
};

type Parts = Pick<JournalPageWords, 'entry' | 'entryMore' | 'elsewhere' | 'doubts' | 'kinds'>;

export const entries = (n: Numbers): Parts => ({
  entry: (entry) => {
    switch (entry.kind) {
      case 'session':
        return `${entry.program?.name ?? 'A session'}${entry.simulated ? ' (simulated)' : ''}, ${n.lasting(seconds(entry.lasted))}`;
      case 'guide':
        return `${guideName(entry.guide)}, ${n.measure(Math.round(entry.minutes), 'min')}`;
      case 'soreness':
        return `Soreness ${times[entry.when]}: ${scoresWords(n, entry.scores)}`;
      case 'readiness':
        return `Readiness: ${n.count(entry.score)} of 10`;
      case 'girth':
        return `Girth: left calf ${n.figure(entry.leftCm)} cm, right calf ${n.figure(entry.rightCm)} cm`;
      case 'sign':
        return signs[entry.sign];
      case 'cleared':
        return cleared[entry.sign];
      case 'screening':
        return entry.yes.length === 0
          ? 'Safety questions: none of it is true'
          : `Safety questions: ${n.count(entry.yes.length)} ${n.plural(entry.yes.length, { one: 'answer is yes', other: 'answers are yes' })}`;
      case 'note':
        return entry.text;
    }
  },
  entryMore: (entry) => {
    if (entry.kind === 'guide')
      return [...stepWords(n, entry.step), ...(entry.finished ? [] : ['Ended early.'])];
    if (entry.kind !== 'session') return [];
    const dose = Math.max(0, ...entry.zones.map((zone) => zone.dose));
    return [
      `${n.withUnit(mmhg(entry.intensity))}, ${n.dose(dose)} at most in one zone`,
      ...[endWords(entry.ended), sourceWords(entry.source)].filter((line) => line !== ''),
      ...stepWords(n, entry.step),
    ];
  },
  elsewhere: (wall, zone) =>
    `${n.dates.time(wall)} in ${zone.split('/').at(-1)?.replaceAll('_', ' ') ?? zone}`,
  doubts: {
    ahead: 'Its time has not come yet: the device’s clock was wrong then, or is wrong now.',
    back: 'An entry with a later time was made before it: the device’s clock was wrong once.',
  },
  kinds: {
    session: 'Sessions',
    guide: 'Guides',
    soreness: 'Soreness',
    readiness: 'Readiness',
    girth: 'Girth',
    sign: 'Warning signs',
    cleared: 'Locks lifted',
    screening: 'Safety questions',
    note: 'Notes',
  },
});
