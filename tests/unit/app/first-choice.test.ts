import { describe, expect, it } from 'vitest';
import { FirstChoice } from '../../../src/app/first-choice.ts';
import type { Kept } from '../../../src/app/own-programs.ts';
import { deskSide } from '../../../src/program/presets/desk-side.ts';
import { firstTime } from '../../../src/program/presets/first-time.ts';
import { programs } from '../../../src/program/presets.ts';
import type { Program } from '../../../src/program/program.ts';

const mine: Program = { ...deskSide, id: 'own-mine', name: 'Mine' };

const browser = (): Kept => {
  const texts = new Map<string, string>();
  return { getItem: (key) => texts.get(key) ?? null, setItem: (key, text) => void texts.set(key, text) };
};

/** A page that opens in this browser. */
const open = (storage: Kept) => {
  const chosen: string[] = [];
  const choice = new FirstChoice(storage, ({ name }) => void chosen.push(name));
  choice.among(programs);
  return { choice, chosen };
};

const run = (choice: FirstChoice, program: Program): void => {
  choice.seen({ phase: 'running', program });
  choice.seen({ phase: 'stopping', program });
  choice.seen({ phase: 'ended', program });
};

describe('the program that is chosen when the page opens', () => {
  it('is First time until a session has ended here, then the one run last', () => {
    const storage = browser();
    const first = open(storage);
    expect(first.chosen).toEqual([firstTime.name]);
    first.choice.seen({ phase: 'running', program: deskSide });
    expect(open(storage).chosen).toEqual([firstTime.name]);
    run(first.choice, deskSide);
    expect(open(storage).chosen).toEqual([deskSide.name]);
    run(open(storage).choice, mine);
    expect(open(storage).chosen).toEqual([]);
  });

  it('is not changed by a session that was called off before it began', () => {
    const storage = browser();
    const { choice } = open(storage);
    for (const phase of ['preparing', 'stopping', 'ended'] as const)
      choice.seen({ phase, program: deskSide });
    expect(open(storage).chosen).toEqual([firstTime.name]);
  });

  it('may be one of the person’s own, which come later, unless something else was chosen meanwhile', () => {
    const storage = browser();
    run(open(storage).choice, mine);
    const later = open(storage);
    later.choice.among([mine, ...programs]);
    later.choice.among([mine, ...programs]);
    expect(later.chosen).toEqual(['Mine']);
    const meanwhile = open(storage);
    meanwhile.choice.overtaken();
    meanwhile.choice.among([mine, ...programs]);
    expect(meanwhile.chosen).toEqual([]);
  });

  it('is First time where nothing can be stored, and nothing breaks', () => {
    const off: Kept = {
      getItem: () => {
        throw new Error('off');
      },
      setItem: () => {
        throw new Error('off');
      },
    };
    const { choice, chosen } = open(off);
    run(choice, deskSide);
    expect(chosen).toEqual([firstTime.name]);
    expect(open(off).chosen).toEqual([firstTime.name]);
  });
});
