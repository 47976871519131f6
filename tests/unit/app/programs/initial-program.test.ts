import { describe, expect, it } from 'vitest';
import { settingsWithoutStorage } from '../../../../src/app/device-storage/startup-settings.ts';
import { InitialProgram, type LastRun } from '../../../../src/app/programs/initial-program.ts';
import { deskSide } from '../../../../src/program/presets/desk-side.ts';
import { firstTime } from '../../../../src/program/presets/first-time.ts';
import { programs } from '../../../../src/program/presets.ts';
import type { Program } from '../../../../src/program/program.ts';

const mine: Program = { ...deskSide, id: 'own-mine', name: 'Mine' };

const browser = (): LastRun => {
  let last: string | null = null;
  return {
    read: async () => last,
    keep: (id) => {
      last = id;
    },
  };
};

const opening = (lastRun: LastRun) => {
  const chosen: string[] = [];
  const choice = new InitialProgram(lastRun, ({ name }) => void chosen.push(name));
  choice.setPrograms(programs);
  return { choice, chosen };
};

const open = async (lastRun: LastRun) => {
  const opened = opening(lastRun);
  await lastRun.read();
  return opened;
};

const run = (choice: InitialProgram, program: Program): void => {
  for (const phase of ['preparing', 'running', 'stopping', 'ended'] as const)
    choice.onView({ phase, program });
};

describe('the program that is chosen when the page opens', () => {
  it('is First time until a session was started on this device, then the program that was started last, or none if the page does not have that one', async () => {
    const storage = browser();
    const first = await open(storage);
    expect(first.chosen).toEqual([firstTime.name]);
    first.choice.onView({ phase: 'idle', program: deskSide });
    expect((await open(storage)).chosen).toEqual([firstTime.name]);
    run(first.choice, deskSide);
    expect((await open(storage)).chosen).toEqual([deskSide.name]);
    run((await open(storage)).choice, mine);
    expect((await open(storage)).chosen).toEqual([]);
  });

  it('is the one that was started also if the page is reloaded while the session prepares or runs', async () => {
    for (const phase of ['preparing', 'running'] as const) {
      const storage = browser();
      (await open(storage)).choice.onView({ phase, program: deskSide });
      expect((await open(storage)).chosen).toEqual([deskSide.name]);
    }
  });

  it('is not chosen while a session prepares, and not changed by a session that the page found running', async () => {
    const storage = browser();
    const { choice, chosen } = opening(storage);
    choice.onView({ phase: 'preparing', program: deskSide });
    await storage.read();
    expect(chosen).toEqual([]);
    for (const phase of ['found', 'stopping', 'ended'] as const) choice.onView({ phase, program: mine });
    expect((await open(storage)).chosen).toEqual([deskSide.name]);
  });

  it('stores each session once, so that a program saved under another id meanwhile stays the last', async () => {
    const storage = browser();
    const { choice } = await open(storage);
    choice.onView({ phase: 'running', program: mine });
    storage.keep(deskSide.id);
    choice.onView({ phase: 'running', program: mine });
    expect((await open(storage)).chosen).toEqual([deskSide.name]);
    choice.onView({ phase: 'ended', program: mine });
    run(choice, firstTime);
    expect((await open(storage)).chosen).toEqual([firstTime.name]);
  });

  it('is chosen once the user’s own programs have loaded if it is one of them, only once, and not if the user chose another one meanwhile', async () => {
    const storage = browser();
    run((await open(storage)).choice, mine);
    const later = await open(storage);
    later.choice.setPrograms([mine, ...programs]);
    later.choice.setPrograms([mine, ...programs]);
    expect(later.chosen).toEqual(['Mine']);
    const meanwhile = await open(storage);
    meanwhile.choice.cancel();
    meanwhile.choice.setPrograms([mine, ...programs]);
    expect(meanwhile.chosen).toEqual([]);
  });

  it('is chosen once the last program has been read, unless the user chose another one meanwhile', async () => {
    const storage = browser();
    const early = opening(storage);
    expect(early.chosen).toEqual([]);
    const overtaken = opening(storage);
    overtaken.choice.cancel();
    await storage.read();
    expect(early.chosen).toEqual([firstTime.name]);
    expect(overtaken.chosen).toEqual([]);
  });

  it('is First time if nothing can be stored', async () => {
    const { lastRun } = settingsWithoutStorage;
    const { choice, chosen } = await open(lastRun);
    run(choice, deskSide);
    expect(chosen).toEqual([firstTime.name]);
    expect((await open(lastRun)).chosen).toEqual([firstTime.name]);
  });
});
