/** Texts about programs that a person imports, saves, shares and removes, and about a new version of the page. */

import type { Program } from '../../../program/program.ts';
import type { Problem } from '../../../session/view.ts';
import type { LibraryOutcome } from '../../notices/library-outcome.ts';
import { care, type NoticeWords, news } from '../../notices/notice-words.ts';
import type { Numbers } from '../../numbers-and-units.ts';
import type { Words } from '../../words.ts';
import { inQuotes } from '../text.ts';

export const library: Words['library'] = {
  own: 'Your programs',
  none: 'Programs that you import are kept here, in this browser only.',
  unreadable: (count) =>
    count === 1
      ? 'One more program is kept here, but this version of the page cannot read it. It stays where it is.'
      : `${count} more programs are kept here, but this version of the page cannot read them. They stay where they are.`,
  saveUnreadable: 'Save what is kept as a file',
  bring: 'Import a program',
  how: 'A file or a link; you can drop it anywhere here, or paste it.',
  drop: 'Drop to import',
  keep: 'Keep',
  edit: 'Edit',
  make: 'Make a program',
  scan: 'Scan a QR code',
  save: 'Save as a file',
  share: 'Share by link',
  forget: (name) => `Remove ${name}`,
  undo: 'Undo',
  link: 'Link to this program',
  name: 'Name',
  asSet: (set) => `It is kept, saved and shared with your settings: ${set}.`,
  copyHint: 'It is selected: copy it.',
};

const MOST_LISTED = 10;

function listed(n: Numbers, problems: readonly Problem[]): Pick<NoticeWords, 'advice' | 'problems'> {
  const rest = problems.length - MOST_LISTED;
  return { problems: problems.slice(0, MOST_LISTED), advice: rest > 0 ? [`And ${n.count(rest)} more.`] : [] };
}

const unbroken = (text: string): string => text.replaceAll(' ', '\u00a0');

export const setWords =
  (n: Numbers): Words['setWords'] =>
  ({ intensity, minutes, zones }) => {
    const single = zones === null ? '' : ', single zones changed';
    return `${unbroken(n.withUnit(intensity))}, ${unbroken(n.whole(minutes, 'min'))}${single}`;
  };

const refusedTitle = (what: string | null): string => {
  if (what === null) return 'The program in this link cannot be read';
  return `${what === '' ? 'What was pasted' : inQuotes(what)} isn't a Heartward program`;
};

export function libraryOutcome(n: Numbers): Words['libraryOutcome'] {
  const words = setWords(n);
  const comesSet = ({ set }: Program): readonly string[] => (set ? [`As it was set: ${words(set)}.`] : []);
  return (value: LibraryOutcome, linked: boolean): NoticeWords => {
    switch (value.kind) {
      case 'added':
        return value.again
          ? news(`${inQuotes(value.program.name)} is already among your programs`, 'It is now chosen.')
          : news(
              `${inQuotes(value.program.name)} is now among your programs`,
              ...comesSet(value.program),
              'It is chosen.',
            );
      case 'sent':
        return news(
          `Someone sent you ${inQuotes(value.program.name)}`,
          ...(value.program.purpose === '' ? [] : [value.program.purpose]),
          ...comesSet(value.program),
          linked
            ? 'It is chosen. Look at it before you start.'
            : 'Connect boots, real or simulated: then it will be chosen.',
        );
      case 'refused':
        return { ...care(refusedTitle(value.what)), ...listed(n, value.problems) };
      case 'tooLarge':
        return care(
          `${inQuotes(value.what)} is too large for a program`,
          `A program has ${n.count(value.most / 1024)} kB at most. The file was not opened.`,
        );
      case 'notOpened':
        return care(
          `Not opened: ${n.list(value.files.map(inQuotes))}`,
          `Heartward opens one plan and ${n.count(value.most)} programs at a time.`,
        );
      case 'saved':
        return news(`Saved to your downloads: ${value.file}`);
      case 'copied':
        return news(
          'The link is copied',
          `It carries the whole of ${inQuotes(value.program.name)}; nothing is stored anywhere else.`,
        );
      case 'link':
        return news(
          'Here is the link: copy it',
          'It carries the whole program; nothing is stored anywhere else.',
        );
      case 'notKept':
        return care(
          `${inQuotes(value.program.name)} is here only until this page closes`,
          value.why === 'storageFull'
            ? 'The storage that this browser gives to the page is full.'
            : 'This browser keeps nothing for the page.',
          'Choose “Save as a file” to keep it; you can import the file again.',
        );
      case 'removed':
        return { ...news(`${inQuotes(value.program.name)} is removed`), answer: 'undo' };
      case 'notForgotten':
        return care(
          `${inQuotes(value.program.name)} could not be removed`,
          'This browser did not let the page change what it keeps. Try again later.',
        );
      case 'partMissing':
        return care('Part of this page did not load', 'Check the connection, and try again.');
      case 'newVersion':
        return {
          ...news(
            'A new version of Heartward is ready',
            value.otherTabs
              ? 'Close the other tabs with Heartward first, then press again.'
              : 'Use it now, or the next time you open Heartward.',
          ),
          answer: 'useNewVersion',
        };
    }
  };
}
