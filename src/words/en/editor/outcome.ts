/** Texts about the result of an action on a program in the editor. */

import type { EditorWords } from '../../editor/editor-words.ts';
import type { Numbers } from '../../numbers-and-units.ts';
import { inQuotes } from '../text.ts';

const why = {
  storageFull: 'This browser has no room left for it. Save it as a file.',
  noStorage: 'This browser keeps nothing for the page. Save it as a file.',
} as const;

const CARRIES_ALL = 'It carries the whole program. No server sees it.';

export function outcome(n: Numbers): EditorWords['outcome'] {
  return (result) => {
    switch (result.kind) {
      case 'kept':
        return { title: `${inQuotes(result.program.name)} is saved among your programs.`, lines: [] };
      case 'notKept':
        return {
          title: `${inQuotes(result.program.name)} lasts only until the page is closed.`,
          lines: [why[result.why]],
        };
      case 'taken':
        return { title: `${inQuotes(result.program.name)} is now among your programs.`, lines: [] };
      case 'refused':
        return { title: 'The program in this code cannot be used.', lines: [] };
      case 'duplicated':
        return {
          title: `This is ${inQuotes(result.program.name)} now.`,
          lines: ['Both are among your programs.'],
        };
      case 'removed':
        return { title: `${inQuotes(result.program.name)} is removed.`, lines: [] };
      case 'notRemoved':
        return { title: `${inQuotes(result.program.name)} could not be removed.`, lines: ['Try again.'] };
      case 'toPutRight':
        return {
          title: n.plural(result.problems, {
            one: 'Fix one problem first.',
            other: `Fix ${n.count(result.problems)} problems first.`,
          }),
          lines: ['Each is shown beside its field.'],
        };
      case 'saved':
        return { title: `Saved to your downloads: ${result.file}`, lines: [] };
      case 'linkCopied':
        return { title: 'The link is copied.', lines: [CARRIES_ALL] };
      case 'link':
        return { title: 'Copy this link.', lines: [CARRIES_ALL] };
      case 'code':
        return { title: 'Point a phone’s camera at this code.', lines: [CARRIES_ALL] };
      case 'codeTooLarge':
        return { title: 'The program is too large for a QR code.', lines: ['Save it as a file instead.'] };
      case 'partMissing':
        return {
          title: 'Part of this page did not load.',
          lines: ['Check the connection and try again.'],
        };
    }
  };
}
