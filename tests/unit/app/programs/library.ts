/** A library of programs over an IndexedDB in memory, for tests. */

import { pipe, startsWith, string, transform } from 'valibot';
import type { DownloadAndShare } from '../../../../src/app/download-and-share.ts';
import { OwnPrograms } from '../../../../src/app/programs/own-programs.ts';
import {
  type Documents,
  type LibraryParts,
  ProgramLibrary,
} from '../../../../src/app/programs/program-library.ts';
import { postMarathon } from '../../../../src/program/presets/post-marathon.ts';
import type { Program } from '../../../../src/program/program.ts';
import type { Store } from '../../../../src/store/store.ts';
import type { RowFormat } from '../../../../src/store/table.ts';
import { device } from '../../store/tabs.ts';

export const named = (name: string): Program => ({ ...postMarathon, id: `own-${name}`, name });

/** A stand-in for the format of program files: the program's name in angle brackets. The tests of the library are not about the format. */
const documents: Documents = {
  readDocument: (text) => {
    const [, name] = /^<(.+)>$/.exec(text.trim()) ?? [];
    return name === undefined
      ? { ok: false, problems: [{ kind: 'notAProgram' }] }
      : { ok: true, program: named(name) };
  },
  documentText: ({ name }) => `<${name}>`,
  linkTo: ({ name }, page) => `${page}#program=${name}`,
  programInLink: (address) => {
    const [, name] = /#program=(.*)$/.exec(address) ?? [];
    return name === undefined ? null : documents.readDocument(`<${name}>`);
  },
  mostBytes: 100,
};

/** The row format that the page uses for programs, except that a row holds the stand-in for a file. */
const rows: RowFormat<Program> = {
  table: 'programs',
  version: 1,
  schema: pipe(
    string(),
    startsWith('<'),
    transform((text) => named(text.slice(1, -1))),
  ),
  stored: documents.documentText,
};

/**
 * A library; a function that returns the names of the user's own programs; and what the library chose, downloaded and shared, oldest
 * first.
 */
export const libraryWith = (
  more: { store?: Store; give?: DownloadAndShare['share']; load?: () => Promise<LibraryParts> } = {},
) => {
  const own = new OwnPrograms((more.store ?? device().tab()).table(rows));
  const chosen: string[] = [];
  const saved: string[] = [];
  const given: string[] = [];
  const library = new ProgramLibrary({
    load: more.load ?? (async () => ({ documents, own })),
    sharing: {
      download: (file, text) => void saved.push(`${file} ${text}`),
      share: (title, link) => {
        given.push(link);
        return more.give ? more.give(title, link) : Promise.resolve('copied');
      },
    },
    page: 'https://host.example/heartward/',
    imported: ({ name }) => void chosen.push(name),
  });
  const names = (): readonly string[] => library.state.value.own.map(({ name }) => name);
  return { library, chosen, saved, given, own: names };
};

/** Gives IndexedDB in memory time to answer: it needs some turns of the event loop. */
export const settle = async (): Promise<void> => {
  for (let turn = 0; turn < 100; turn++) {
    await new Promise((resolve) => setImmediate(resolve));
    if (turn % 10 === 0) await new Promise((resolve) => setTimeout(resolve, 5));
  }
};
