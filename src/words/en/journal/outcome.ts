/** Texts about the result of saving a backup or table, of reading a backup, or of erasing. */

import type { JournalOutcome } from '../../journal/journal-outcome.ts';
import type { JournalPageWords } from '../../journal/journal-words.ts';
import type { Numbers } from '../../numbers-and-units.ts';
import type { LockWords } from '../../plan/plan-words.ts';
import { capital } from '../text.ts';
import { problem } from './problems.ts';

const notKept = {
  storageFull:
    'There is no space left on this device. What you had is unchanged. Free some space, or save a backup of what is here, then try again.',
  noStorage: 'This browser keeps nothing for this page.',
  unreadable: 'This version of the page cannot read what is kept here. Reload it to get the newest.',
} as const;

type Imported = Extract<JournalOutcome, { readonly kind: 'imported' }>;

export function outcome(n: Numbers): JournalPageWords['outcome'] {
  const problemWords = problem(n);
  const entries = (count: number): string =>
    `${n.count(count)} ${n.plural(count, { one: 'entry', other: 'entries' })}`;
  const added = ({ entries: many, plans, programs, settings }: Imported['restored']): string => {
    const parts = [
      ...(many === 0 ? [] : [entries(many)]),
      ...(plans === 0 ? [] : [`${n.count(plans)} ${n.plural(plans, { one: 'plan', other: 'plans' })}`]),
      ...(programs === 0
        ? []
        : [`${n.count(programs)} ${n.plural(programs, { one: 'program', other: 'programs' })}`]),
      ...(settings === 0
        ? []
        : [`${n.count(settings)} ${n.plural(settings, { one: 'setting', other: 'settings' })}`]),
    ];
    return parts.length === 0 ? 'Nothing new in it' : `Added: ${n.list(parts)}`;
  };
  return (of: JournalOutcome): LockWords => {
    switch (of.kind) {
      case 'saved':
        return {
          title: 'Saved to your downloads',
          advice: [
            `${of.file}: ${entries(of.entries)}.`,
            ...(of.leftOut === 0
              ? []
              : [
                  `Not in it: ${n.count(of.leftOut)} ${n.plural(of.leftOut, { one: 'thing', other: 'things' })} that this page cannot read. They stay on this device. A newer version of the page may read them: reload, then save again.`,
                ]),
          ],
        };
      case 'imported':
        return {
          title: added(of.restored),
          advice: [
            ...(of.known === 0
              ? []
              : [`${entries(of.known)} ${n.plural(of.known, { one: 'was', other: 'were' })} here already.`]),
            ...(of.otherPlans === 0
              ? []
              : ['The plan that is here stays; the one in the backup was left out.']),
          ],
        };
      case 'refused':
        return {
          title: `${of.file} isn’t a backup that this page can read. Nothing was imported.`,
          advice: of.problems.map((one) => {
            const { place, reason, suggestion } = problemWords(one);
            return `${capital(place)}: ${reason} ${suggestion}`;
          }),
        };
      case 'tooLarge':
        return { title: `${of.file} is too large for a backup`, advice: ['Nothing was imported.'] };
      case 'notImported':
        return { title: 'Nothing was imported', advice: [notKept[of.why]] };
      case 'erasedAll':
        return { title: 'Everything is erased', advice: [] };
      case 'notErased':
        return {
          title: 'Not everything could be erased',
          advice: ['Clear this page’s data in the browser’s settings instead.'],
        };
      case 'erased':
        return { title: 'Erased', advice: [] };
    }
  };
}
