import { describe, expect, it } from 'vitest';
import type { GivingAway } from '../../../src/app/giving-away.ts';
import { type Kept, MOST_KEPT } from '../../../src/app/own-programs.ts';
import { type Documents, Shelf } from '../../../src/app/shelf.ts';
import { postMarathon } from '../../../src/program/presets/post-marathon.ts';
import type { Program } from '../../../src/program/program.ts';

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

const keptIn = (texts: Map<string, string>): Kept => ({
  getItem: (key) => texts.get(key) ?? null,
  setItem: (key, text) => void texts.set(key, text),
});

const shelfWith = (
  more: { kept?: Kept; give?: GivingAway['give']; load?: () => Promise<Documents> } = {},
) => {
  const chosen: string[] = [];
  const saved: string[] = [];
  const given: string[] = [];
  const shelf = new Shelf({
    storage: more.kept ?? keptIn(new Map()),
    load: more.load ?? (() => Promise.resolve(documents)),
    away: {
      save: (file, text) => void saved.push(`${file} ${text}`),
      give: (title, link) => {
        given.push(link);
        return more.give ? more.give(title, link) : Promise.resolve('copied');
      },
    },
    page: 'https://host.example/heartward/',
    chosen: ({ name }) => void chosen.push(name),
  });
  const own = (): readonly string[] => shelf.library.value.own.map(({ name }) => name);
  return { shelf, chosen, saved, given, own };
};

const settle = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

describe('programs from outside', () => {
  it('are chosen and kept, newest first, and not twice', async () => {
    const { shelf, chosen, own } = shelfWith();
    shelf.takeText('<One>');
    shelf.takeText('<Two>');
    await settle();
    expect(own()).toEqual(['Two', 'One']);
    shelf.takeText(' <One>\n');
    await settle();
    expect(own()).toEqual(['Two', 'One']);
    expect(chosen).toEqual(['One', 'Two', 'One']);
    expect(shelf.library.value.said).toMatchObject({ kind: 'added', again: true });
  });

  it('come out of a link that was pasted, and of the address of the page', async () => {
    const { shelf, chosen } = shelfWith();
    shelf.takeText('https://elsewhere.example/x/#program=Linked\n');
    await settle();
    expect(chosen).toEqual(['Linked']);
    expect(shelf.takeAddress('https://host.example/heartward/?zones=3#program=Sent')).toBe(true);
    await settle();
    expect(chosen).toEqual(['Linked', 'Sent']);
    expect(shelf.library.value.said).toMatchObject({ kind: 'sent', program: { name: 'Sent' } });
    expect(shelf.takeAddress('https://host.example/heartward/#elsewhere')).toBe(false);
  });

  it('are refused with all that is wrong, and nothing is chosen or kept', async () => {
    const { shelf, chosen, own } = shelfWith();
    shelf.takeFiles([new File(['no program'], 'evening.json')]);
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
    shelf.takeFiles([file]);
    await settle();
    expect(shelf.library.value.said).toEqual({ kind: 'tooLarge', what: 'large.json', most: 100 });
    expect(chosen).toEqual([]);
  });

  it('may come several at once, up to the first that is none', async () => {
    const { shelf, own } = shelfWith();
    const files = ['<One>', '<Two>', 'none', '<Three>'].map((text, i) => new File([text], `${i}.json`));
    shelf.takeFiles(files);
    await settle();
    expect(own()).toEqual(['Two', 'One']);
    expect(shelf.library.value.said).toMatchObject({ kind: 'refused', what: '2.json' });
  });
});

describe('the person’s own programs', () => {
  it('are joined by one that was made here, which is chosen then', async () => {
    const { shelf, own, chosen } = shelfWith();
    shelf.keep(named('Mine'));
    await settle();
    expect(own()).toEqual(['Mine']);
    expect(chosen).toEqual(['Mine']);
    expect(shelf.library.value.said).toMatchObject({ kind: 'added', again: false });
  });

  it('are there again the next time, until they are forgotten', async () => {
    const kept = keptIn(new Map());
    const before = shelfWith({ kept });
    before.shelf.takeText('<One>');
    before.shelf.takeText('<Two>');
    await settle();
    const after = shelfWith({ kept });
    after.shelf.open();
    await settle();
    expect(after.own()).toEqual(['Two', 'One']);
    expect(after.chosen).toEqual([]);
    after.shelf.forget(named('Two'));
    await settle();
    const last = shelfWith({ kept });
    last.shelf.open();
    await settle();
    expect(last.own()).toEqual(['One']);
  });

  it.each(['', 'no JSON', '{"a":1}', 'null', '[1,{},null,["<x>"]]', '["no program"]'])(
    'are none when what was kept is %s',
    async (text) => {
      const { shelf, own } = shelfWith({ kept: { getItem: () => text, setItem: () => undefined } });
      shelf.open();
      await settle();
      expect(own()).toEqual([]);
    },
  );

  it('last as long as the page in a browser without storage', async () => {
    const none = (): never => {
      throw new Error('no storage');
    };
    const { shelf, own } = shelfWith({ kept: { getItem: none, setItem: none } });
    shelf.open();
    shelf.takeText('<One>');
    await settle();
    expect(own()).toEqual(['One']);
  });

  it('are so many and no more', async () => {
    const { shelf, own } = shelfWith();
    for (let i = 0; i <= MOST_KEPT; i++) shelf.takeText(`<${i}>`);
    await settle();
    expect(own()).toHaveLength(MOST_KEPT);
    expect(own()[0]).toBe(String(MOST_KEPT));
  });
});

describe('a program given away', () => {
  it('is a file named after it', async () => {
    const { shelf, saved } = shelfWith();
    shelf.save(named('Wind-down: für mich / 2'));
    shelf.save(named('…'));
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
  shelf.takeText('<One>');
  await settle();
  expect(shelf.library.value.said).toEqual({ kind: 'partMissing' });
});
