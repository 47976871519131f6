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

/** Documents are the name in angle brackets: what is tested here is what comes of them. */
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
  most: 100,
};

/** Rows as the page keeps them, of these documents. */
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

const shelfWith = (
  more: { store?: Store; give?: DownloadAndShare['share']; load?: () => Promise<LibraryParts> } = {},
) => {
  const own = new OwnPrograms((more.store ?? device().tab()).table(rows));
  const chosen: string[] = [];
  const saved: string[] = [];
  const given: string[] = [];
  const shelf = new ProgramLibrary({
    load: more.load ?? (async () => ({ documents, own })),
    away: {
      download: (file, text) => void saved.push(`${file} ${text}`),
      share: (title, link) => {
        given.push(link);
        return more.give ? more.give(title, link) : Promise.resolve('copied');
      },
    },
    page: 'https://host.example/heartward/',
    imported: ({ name }) => void chosen.push(name),
  });
  const names = (): readonly string[] => shelf.library.value.own.map(({ name }) => name);
  return { shelf, chosen, saved, given, own: names };
};

/** IndexedDB in memory answers over some turns of the event loop, however slow the machine. */
const settle = async (): Promise<void> => {
  for (let turn = 0; turn < 100; turn++) {
    await new Promise((resolve) => setImmediate(resolve));
    if (turn % 10 === 0) await new Promise((resolve) => setTimeout(resolve, 5));
  }
};

describe('programs from outside', () => {
  it('are chosen and kept, newest first, and not twice', async () => {
    const { shelf, chosen, own } = shelfWith();
    shelf.importText('<One>');
    shelf.importText('<Two>');
    await settle();
    expect(own()).toEqual(['Two', 'One']);
    shelf.importText(' <One>\n');
    await settle();
    expect(own()).toEqual(['Two', 'One']);
    expect(chosen).toEqual(['One', 'Two', 'One']);
    expect(shelf.library.value.said).toMatchObject({ kind: 'added', again: true });
  });

  it('come out of a link that was pasted, and of the address of the page', async () => {
    const { shelf, chosen } = shelfWith();
    shelf.importText('https://elsewhere.example/x/#program=Linked\n');
    await settle();
    expect(chosen).toEqual(['Linked']);
    expect(shelf.importFromAddress('https://host.example/heartward/?zones=3#program=Sent')).toBe(true);
    await settle();
    expect(chosen).toEqual(['Linked', 'Sent']);
    expect(shelf.library.value.said).toMatchObject({ kind: 'sent', program: { name: 'Sent' } });
    expect(shelf.importFromAddress('https://host.example/heartward/#elsewhere')).toBe(false);
  });

  it('are refused with all that is wrong, and nothing is chosen or kept', async () => {
    const { shelf, chosen, own } = shelfWith();
    shelf.importFiles([new File(['no program'], 'evening.json')]);
    await settle();
    expect(shelf.library.value.said).toEqual({
      kind: 'refused',
      what: 'evening.json',
      problems: [{ kind: 'notAProgram' }],
    });
    expect(chosen).toEqual([]);
    expect(own()).toEqual([]);
  });

  it('are not opened at all when the file is too large', async () => {
    const { shelf, chosen } = shelfWith();
    const file = new File([`<${'x'.repeat(200)}>`], 'large.json');
    file.text = () => Promise.reject(new Error('It was read.'));
    shelf.importFiles([file]);
    await settle();
    expect(shelf.library.value.said).toEqual({ kind: 'tooLarge', what: 'large.json', most: 100 });
    expect(chosen).toEqual([]);
  });

  it('may come several at once, up to the first that is none', async () => {
    const { shelf, own } = shelfWith();
    const files = ['<One>', '<Two>', 'none', '<Three>'].map((text, i) => new File([text], `${i}.json`));
    shelf.importFiles(files);
    await settle();
    expect(own()).toEqual(['Two', 'One']);
    expect(shelf.library.value.said).toMatchObject({ kind: 'refused', what: '2.json' });
  });
});

describe('the person’s own programs', () => {
  it('are joined by one that was made here, which is chosen then', async () => {
    const { shelf, own, chosen } = shelfWith();
    shelf.addOwn(named('Mine'));
    await settle();
    expect(own()).toEqual(['Mine']);
    expect(chosen).toEqual(['Mine']);
    expect(shelf.library.value.said).toMatchObject({ kind: 'added', again: false });
  });

  it('are there again the next time, until they are forgotten', async () => {
    const phone = device();
    const before = shelfWith({ store: phone.tab() });
    before.shelf.importText('<One>');
    before.shelf.importText('<Two>');
    await settle();
    const after = shelfWith({ store: phone.tab() });
    after.shelf.open();
    await settle();
    expect(after.own()).toEqual(['Two', 'One']);
    expect(after.chosen).toEqual([]);
    after.shelf.remove(named('Two'));
    await settle();
    const last = shelfWith({ store: phone.tab() });
    last.shelf.open();
    await settle();
    expect(last.own()).toEqual(['One']);
  });

  it('are kept by two tabs that import at the same time, and each sees what the other imports and removes', async () => {
    const phone = device();
    const [one, other] = [shelfWith({ store: phone.tab() }), shelfWith({ store: phone.tab() })];
    one.shelf.open();
    other.shelf.open();
    await settle();
    one.shelf.importText('<One>');
    other.shelf.importText('<Other>');
    await settle();
    expect([...one.own()].sort()).toEqual(['One', 'Other']);
    expect([...other.own()].sort()).toEqual(['One', 'Other']);
    expect(one.chosen).toEqual(['One']);
    one.shelf.remove(named('Other'));
    await settle();
    expect(other.own()).toEqual(['One']);
  });

  it('are counted where they cannot be read, stay, and can be saved as a file', async () => {
    const phone = device();
    const damaged = { key: 'own-x', version: 1, keptAt: 1, row: 'no program' };
    await phone.write('programs', damaged);
    const { shelf, own, saved } = shelfWith({ store: phone.tab() });
    shelf.open();
    shelf.importText('<One>');
    await settle();
    expect(shelf.library.value.unreadable).toBe(1);
    expect(own()).toEqual(['One']);
    shelf.downloadUnreadable();
    await settle();
    expect(saved).toEqual([`unreadable-programs.json ${JSON.stringify([damaged], null, 2)}\n`]);
    expect(await phone.raw('programs')).toContainEqual(damaged);
  });

  it('last as long as the page in a browser without storage, which is said', async () => {
    const store = openStore({ indexedDB: undefined, IDBKeyRange: undefined }, () => 0);
    const { shelf, own, chosen } = shelfWith({ store });
    shelf.open();
    shelf.importText('<One>');
    await settle();
    expect(own()).toEqual(['One']);
    expect(chosen).toEqual(['One']);
    expect(shelf.library.value.said).toEqual({ kind: 'notKept', program: named('One'), why: 'noStorage' });
    shelf.remove(named('One'));
    await settle();
    expect(own()).toEqual([]);
  });

  it('last as long as the page when storage is full, which is said', async () => {
    const phone = device();
    const { shelf, own } = shelfWith({ store: phone.tab() });
    shelf.importText('<One>');
    await settle();
    const full = vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(() => {
      throw new DOMException('full', 'QuotaExceededError');
    });
    shelf.importText('<Two>');
    await settle();
    full.mockRestore();
    expect(own()).toEqual(['Two', 'One']);
    expect(shelf.library.value.said).toMatchObject({ kind: 'notKept', why: 'storageFull' });
    const later = shelfWith({ store: phone.tab() });
    later.shelf.open();
    await settle();
    expect(later.own()).toEqual(['One']);
  });

  it('are there until they can be removed', async () => {
    const { shelf, own } = shelfWith();
    shelf.importText('<One>');
    await settle();
    const stuck = vi.spyOn(IDBObjectStore.prototype, 'delete').mockImplementation(() => {
      throw new DOMException('stuck', 'UnknownError');
    });
    shelf.remove(named('One'));
    await settle();
    stuck.mockRestore();
    expect(own()).toEqual(['One']);
    expect(shelf.library.value.said).toEqual({ kind: 'notForgotten', program: named('One') });
  });

  it('are as many as were imported: none is dropped', async () => {
    const { shelf, own } = shelfWith();
    for (let i = 0; i <= 60; i++) shelf.importText(`<${i}>`);
    await expect.poll(() => own().length).toBe(61);
  });
});

describe('a program given away', () => {
  it('is a file named after it', async () => {
    const { shelf, saved } = shelfWith();
    shelf.download(named('Wind-down: für mich / 2'));
    shelf.download(named('…'));
    await settle();
    expect(saved).toEqual(['wind-down-für-mich-2.json <Wind-down: für mich / 2>', 'program.json <…>']);
  });

  it('is a link to this very page', async () => {
    const { shelf, given } = shelfWith();
    shelf.share(named('One'));
    await settle();
    expect(given).toEqual(['https://host.example/heartward/#program=One']);
    expect(shelf.library.value.said).toMatchObject({ kind: 'copied' });
  });

  it('is shown as a link where nothing takes it, and nothing is said where the person changed their mind', async () => {
    const shown = shelfWith({ give: () => Promise.resolve('impossible') });
    shown.shelf.share(named('One'));
    const cancelled = shelfWith({ give: () => Promise.resolve('cancelled') });
    cancelled.shelf.share(named('One'));
    await settle();
    expect(shown.shelf.library.value.said).toMatchObject({ kind: 'link' });
    expect(cancelled.shelf.library.value.said).toBeNull();
  });
});

it('a part of the page that does not arrive is said', async () => {
  const { shelf } = shelfWith({ load: () => Promise.reject(new Error('offline')) });
  shelf.importText('<One>');
  await settle();
  expect(shelf.library.value.said).toEqual({ kind: 'partMissing' });
});
