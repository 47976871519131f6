/** Words of programs that come from outside and go there. */

import type { Problem } from '../../program/problem.ts';
import type { Program, Wishes } from '../../program/program.ts';
import type { Said } from '../../ui/settings/library.ts';
import type { NoticeWords } from './notices.ts';
import { count, pressure } from './numbers.ts';

export const library = {
  own: 'Your programs',
  none: 'Programs that you bring in are kept here, in this browser alone.',
  bring: 'Bring in a program',
  how: 'A file or a link; you can drop it anywhere here, or paste it.',
  drop: 'Let go to bring it in',
  keep: 'Keep',
  save: 'Save as a file',
  share: 'Share by link',
  forget: (name: string): string => `Take ${name} off your programs`,
  link: 'Link to this program',
  name: 'Name',
  asSet: (set: string): string => `It is kept, saved and sent as you have set it: ${set}.`,
  copyHint: 'It is selected: copy it.',
} as const;

/** Problems of one program that are listed; the rest is counted. */
const LISTED = 10;

/** The first of them, and how many more there are. */
function listed(problems: readonly Problem[]): Pick<NoticeWords, 'advice' | 'problems'> {
  const rest = problems.length - LISTED;
  return { problems: problems.slice(0, LISTED), advice: rest > 0 ? [`And ${count(rest)} more.`] : [] };
}

/** What was set on top of a program: "48 mmHg, 20 min, single zones changed". */
export function setWords({ intensity, minutes, zones }: Wishes): string {
  const single = zones === null ? '' : ', single zones changed';
  return `${pressure(intensity)}\u00a0mmHg, ${count(minutes)}\u00a0min${single}`;
}

/** What a program brings with it other than what it says of itself. */
const comesSet = (program: Program): readonly string[] =>
  program.set ? [`As it was set: ${setWords(program.set)}.`] : [];

const quoted = (name: string): string => `“${name}”`;

const news = (title: string, ...advice: string[]): NoticeWords => ({
  urgency: 'news',
  title,
  advice,
  answer: 'dismiss',
});
const care = (title: string, advice: readonly string[]): NoticeWords => ({
  urgency: 'care',
  title,
  advice,
  answer: 'dismiss',
});

/** @param linked whether boots are connected */
export function saidWords(said: Said, linked: boolean): NoticeWords {
  switch (said.kind) {
    case 'added':
      return said.again
        ? news(`${quoted(said.program.name)} is among your programs already`, 'It is chosen now.')
        : news(
            `${quoted(said.program.name)} is now among your programs`,
            ...comesSet(said.program),
            'It is chosen.',
          );
    case 'sent':
      return news(
        `Somebody sent you ${quoted(said.program.name)}`,
        ...(said.program.purpose === '' ? [] : [said.program.purpose]),
        ...comesSet(said.program),
        linked
          ? 'It is chosen. Look at it before you start.'
          : 'Connect boots, or simulated ones: it is chosen then.',
      );
    case 'refused':
      return {
        ...care(
          said.what === null
            ? 'The program in this link cannot be read'
            : said.what === ''
              ? 'What was pasted is no program that can be run'
              : `${quoted(said.what)} is no program that can be run`,
          [],
        ),
        ...listed(said.problems),
      };
    case 'tooLarge':
      return care(`${quoted(said.what)} is too large for a program`, [
        `A program has ${count(said.most / 1024)} kB at most. The file was not opened.`,
      ]);
    case 'saved':
      return news(`Saved as ${said.file}`, 'It is where your downloads are.');
    case 'copied':
      return news(
        'The link is copied',
        `It carries ${quoted(said.program.name)} whole; nothing is stored anywhere else.`,
      );
    case 'link':
      return news(
        'Here is the link: copy it',
        'It carries the program whole; nothing is stored anywhere else.',
      );
    case 'partMissing':
      return care('A part of this page did not arrive', ['Check the connection, and try again.']);
  }
}
