import { IDBObjectStore } from 'fake-indexeddb';
import { pipe, startsWith, string, transform } from 'valibot';
import { describe, expect, it, vi } from 'vitest';
import type { DownloadAndShare } from '../../../../src/app/download-and-share.ts';
import { OwnPrograms } from '../../../../src/app/programs/own-programs.ts';
import {
  type Documents,
  type LibraryParts,
  ProgramLibrary,
} from '../../../../src/app/programs/program-library.ts';
import { postMarathon } from '../../../../src/program/presets/post-marathon.ts';
import type { Program } from '../../../../src/program/program.ts';
import { openStore, type Store } from '../../../../src/store/store.ts';
import type { RowFormat } from '../../../../src/store/table.ts';
import { device } from '../../store/tabs.ts';

const named = (name: string): Program => ({ ...postMarathon, id: `own-${name}`, name });

/** Stands for program documents: a document is the program's name in angle brackets, because these tests are not about the format. */
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

/** The row format of the page, but with these documents. */
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

const libraryWith = (
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

/** IndexedDB in memory answers over some turns of the event loop, however slow the machine. */
const settle = async (): Promise<void> => {
  for (let turn = 0; turn < 100; turn++) {
    await new Promise((resolve) => setImmediate(resolve));
    if (turn % 10 === 0) await new Promise((resolve) => setTimeout(resolve, 5));
  }
};

describe('imported programs', () => {
  it('are chosen and stored, newest first, and not twice', async () => {
    const { library, chosen, own } = libraryWith();
    library.importText('<One>');
    library.importText('<Two>');
    await settle();
    expect(own()).toEqual(['Two', 'One']);
    library.importText(' <One>\n');
    await settle();
    expect(own()).toEqual(['Two', 'One']);
    expect(chosen).toEqual(['One', 'Two', 'One']);
    expect(library.state.value.said).toMatchObject({ kind: 'added', again: true });
  });

  it('come from a pasted link or from the address of the page', async () => {
    const { library, chosen } = libraryWith();
    library.importText('https://elsewhere.example/x/#program=Linked\n');
    await settle();
    expect(chosen).toEqual(['Linked']);
    expect(library.importFromAddress('https://host.example/heartward/?zones=3#program=Sent')).toBe(true);
    await settle();
    expect(chosen).toEqual(['Linked', 'Sent']);
    expect(library.state.value.said).toMatchObject({ kind: 'sent', program: { name: 'Sent' } });
    expect(library.importFromAddress('https://host.example/heartward/#elsewhere')).toBe(false);
  });

  it('are refused with their problems, and nothing is chosen or stored', async () => {
    const { library, chosen, own } = libraryWith();
    library.importFiles([new File(['no program'], 'evening.json')]);
    await settle();
    expect(library.state.value.said).toEqual({
      kind: 'refused',
      what: 'evening.json',
      problems: [{ kind: 'notAProgram' }],
    });
    expect(chosen).toEqual([]);
    expect(own()).toEqual([]);
  });

  it('are not read at all if their file is too large', async () => {
    const { library, chosen } = libraryWith();
    const file = new File([`<${'x'.repeat(200)}>`], 'large.json');
    file.text = () => Promise.reject(new Error('It was read.'));
    library.importFiles([file]);
    await settle();
    expect(library.state.value.said).toEqual({ kind: 'tooLarge', what: 'large.json', most: 100 });
    expect(chosen).toEqual([]);
  });

  it('may be several at once, up to the first invalid one', async () => {
    const { library, own } = libraryWith();
    const files = ['<One>', '<Two>', 'none', '<Three>'].map((text, i) => new File([text], `${i}.json`));
    library.importFiles(files);
    await settle();
    expect(own()).toEqual(['Two', 'One']);
    expect(library.state.value.said).toMatchObject({ kind: 'refused', what: '2.json' });
  });
});

describe('the user’s own programs', () => {
  it('include a program that the user made here, which is then chosen', async () => {
    const { library, own, chosen } = libraryWith();
    library.addOwn(named('Mine'));
    await settle();
    expect(own()).toEqual(['Mine']);
    expect(chosen).toEqual(['Mine']);
    expect(library.state.value.said).toMatchObject({ kind: 'added', again: false });
  });

  it('are there at the next visit, until they are removed', async () => {
    const phone = device();
    const before = libraryWith({ store: phone.tab() });
    before.library.importText('<One>');
    before.library.importText('<Two>');
    await settle();
    const after = libraryWith({ store: phone.tab() });
    after.library.open();
    await settle();
    expect(after.own()).toEqual(['Two', 'One']);
    expect(after.chosen).toEqual([]);
    after.library.remove(named('Two'));
    await settle();
    const last = libraryWith({ store: phone.tab() });
    last.library.open();
    await settle();
    expect(last.own()).toEqual(['One']);
  });

  it('of two tabs that import at the same time are all stored, and each tab follows the other', async () => {
    const phone = device();
    const [one, other] = [libraryWith({ store: phone.tab() }), libraryWith({ store: phone.tab() })];
    one.library.open();
    other.library.open();
    await settle();
    one.library.importText('<One>');
    other.library.importText('<Other>');
    await settle();
    expect([...one.own()].sort()).toEqual(['One', 'Other']);
    expect([...other.own()].sort()).toEqual(['One', 'Other']);
    expect(one.chosen).toEqual(['One']);
    one.library.remove(named('Other'));
    await settle();
    expect(other.own()).toEqual(['One']);
  });

  it('that cannot be read are counted, stay stored, and can be downloaded as a file', async () => {
    const phone = device();
    const damaged = { key: 'own-x', version: 1, keptAt: 1, row: 'no program' };
    await phone.write('programs', damaged);
    const { library, own, saved } = libraryWith({ store: phone.tab() });
    library.open();
    library.importText('<One>');
    await settle();
    expect(library.state.value.unreadable).toBe(1);
    expect(own()).toEqual(['One']);
    library.downloadUnreadable();
    await settle();
    expect(saved).toEqual([`unreadable-programs.json ${JSON.stringify([damaged], null, 2)}\n`]);
    expect(await phone.raw('programs')).toContainEqual(damaged);
  });

  it('last as long as the page in a browser without storage, and the page says so', async () => {
    const store = openStore({ indexedDB: undefined, IDBKeyRange: undefined }, () => 0);
    const { library, own, chosen } = libraryWith({ store });
    library.open();
    library.importText('<One>');
    await settle();
    expect(own()).toEqual(['One']);
    expect(chosen).toEqual(['One']);
    expect(library.state.value.said).toEqual({ kind: 'notKept', program: named('One'), why: 'noStorage' });
    library.remove(named('One'));
    await settle();
    expect(own()).toEqual([]);
  });

  it('last as long as the page if storage is full, and the page says so', async () => {
    const phone = device();
    const { library, own } = libraryWith({ store: phone.tab() });
    library.importText('<One>');
    await settle();
    const full = vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(() => {
      throw new DOMException('full', 'QuotaExceededError');
    });
    library.importText('<Two>');
    await settle();
    full.mockRestore();
    expect(own()).toEqual(['Two', 'One']);
    expect(library.state.value.said).toMatchObject({ kind: 'notKept', why: 'storageFull' });
    const later = libraryWith({ store: phone.tab() });
    later.library.open();
    await settle();
    expect(later.own()).toEqual(['One']);
  });

  it('stay if they cannot be removed, and the page says so', async () => {
    const { library, own } = libraryWith();
    library.importText('<One>');
    await settle();
    const stuck = vi.spyOn(IDBObjectStore.prototype, 'delete').mockImplementation(() => {
      throw new DOMException('stuck', 'UnknownError');
    });
    library.remove(named('One'));
    await settle();
    stuck.mockRestore();
    expect(own()).toEqual(['One']);
    expect(library.state.value.said).toEqual({ kind: 'notForgotten', program: named('One') });
  });

  it('are unlimited in number', async () => {
    const { library, own } = libraryWith();
    for (let i = 0; i <= 60; i++) library.importText(`<${i}>`);
    await expect.poll(() => own().length).toBe(61);
  });
});

describe('a shared program', () => {
  it('is downloaded as a file named after it', async () => {
    const { library, saved } = libraryWith();
    library.download(named('Wind-down: für mich / 2'));
    library.download(named('…'));
    await settle();
    expect(saved).toEqual(['wind-down-für-mich-2.json <Wind-down: für mich / 2>', 'program.json <…>']);
  });

  it('is shared as a link to this page', async () => {
    const { library, given } = libraryWith();
    library.share(named('One'));
    await settle();
    expect(given).toEqual(['https://host.example/heartward/#program=One']);
    expect(library.state.value.said).toMatchObject({ kind: 'copied' });
  });

  it('is shown as a link if it can be neither shared nor copied; the page says nothing if the user cancelled', async () => {
    const shown = libraryWith({ give: () => Promise.resolve('impossible') });
    shown.library.share(named('One'));
    const cancelled = libraryWith({ give: () => Promise.resolve('cancelled') });
    cancelled.library.share(named('One'));
    await settle();
    expect(shown.library.state.value.said).toMatchObject({ kind: 'link' });
    expect(cancelled.library.state.value.said).toBeNull();
  });
});

it('the page says so if the library’s code fails to load', async () => {
  const { library } = libraryWith({ load: () => Promise.reject(new Error('offline')) });
  library.importText('<One>');
  await settle();
  expect(library.state.value.said).toEqual({ kind: 'partMissing' });
});
