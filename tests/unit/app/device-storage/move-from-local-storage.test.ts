import { describe, expect, it } from 'vitest';
import { milliseconds } from '../../../../firmware-protocol/quantities.ts';
import type { LocalStorage } from '../../../../src/app/device-storage/local-storage.ts';
import { movePrograms } from '../../../../src/app/device-storage/move-from-local-storage.ts';
import { programRows } from '../../../../src/app/device-storage/program-rows.ts';
import {
  settingsWithoutStorage,
  startupSettings,
} from '../../../../src/app/device-storage/startup-settings.ts';
import { systemClock } from '../../../../src/clock/system-clock.ts';
import { VirtualClock } from '../../../../src/clock/virtual-clock.ts';
import { documentText, readDocument } from '../../../../src/program/document.ts';
import { deskSide } from '../../../../src/program/presets/desk-side.ts';
import { postMarathon } from '../../../../src/program/presets/post-marathon.ts';
import { openStore, type Store } from '../../../../src/store/store.ts';
import { device } from '../../store/tabs.ts';

const browser = (texts: Record<string, string>) => {
  const storage: LocalStorage = {
    getItem: (key) => texts[key] ?? null,
    setItem: (key, text) => {
      texts[key] = text;
    },
    removeItem: (key) => {
      delete texts[key];
    },
  };
  return { storage, texts };
};

const off: LocalStorage = {
  getItem: () => {
    throw new Error('off');
  },
  setItem: () => {
    throw new Error('off');
  },
  removeItem: () => {
    throw new Error('off');
  },
};

describe('settings that an earlier version kept in localStorage', () => {
  it('are moved to the store, once', async () => {
    const { storage, texts } = browser({
      'heartward.pressure-unit': 'kPa',
      'heartward.last-run': 'desk-side',
      other: 'of another page on this host',
    });
    const phone = device();
    const kept = await startupSettings(async () => phone.tab(), storage, systemClock);
    expect(kept).toMatchObject({ pressureUnit: 'kPa' });
    expect(await kept.lastRun.read()).toBe('desk-side');
    expect(texts).toEqual({ other: 'of another page on this host' });
    const again = await startupSettings(async () => phone.tab(), off, systemClock);
    expect(again).toMatchObject({ pressureUnit: 'kPa' });
    expect(await again.lastRun.read()).toBe('desk-side');
  });

  it('do not replace newer ones in the store', async () => {
    const phone = device();
    const before = await startupSettings(async () => phone.tab(), browser({}).storage, systemClock);
    before.lastRun.keep('newer');
    await expect.poll(() => before.lastRun.read()).toBe('newer');
    const { storage, texts } = browser({ 'heartward.last-run': 'older' });
    const kept = await startupSettings(async () => phone.tab(), storage, systemClock);
    expect(await kept.lastRun.read()).toBe('newer');
    expect(texts).toEqual({});
  });

  it('stay there while there is nowhere to keep them', async () => {
    const { storage, texts } = browser({ 'heartward.last-run': 'desk-side' });
    const none = openStore({ indexedDB: undefined, IDBKeyRange: undefined }, () => 0);
    await startupSettings(async () => none, storage, systemClock);
    expect(texts).toEqual({ 'heartward.last-run': 'desk-side' });
  });

  it('stay there if they are invalid', async () => {
    const { storage, texts } = browser({ 'heartward.pressure-unit': 'psi' });
    const kept = await startupSettings(async () => device().tab(), storage, systemClock);
    expect(kept).toMatchObject({ pressureUnit: 'mmHg' });
    expect(Object.keys(texts)).toHaveLength(1);
  });
});

describe('settings that the page needs at startup', () => {
  it('are the defaults if storage cannot be loaded or does not answer in time', async () => {
    const missing = () => Promise.reject(new Error('offline'));
    expect(await startupSettings(missing, off, systemClock)).toBe(settingsWithoutStorage);
    const clock = new VirtualClock();
    const never = () => new Promise<never>(() => undefined);
    const settings = startupSettings(never, off, clock);
    await clock.run(milliseconds(5000));
    expect(await settings).toMatchObject({ pressureUnit: settingsWithoutStorage.pressureUnit });
    expect(await (await settings).lastRun.read()).toBeNull();
  });

  it('are stored all the same if storage answers late', async () => {
    const clock = new VirtualClock();
    const phone = device();
    let opened: (store: Store) => void = () => undefined;
    const opening = new Promise<Store>((resolve) => {
      opened = resolve;
    });
    const settings = startupSettings(() => opening, off, clock);
    await clock.run(milliseconds(5000));
    (await settings).lastRun.keep('desk-side');
    opened(phone.tab());
    const next = await startupSettings(async () => phone.tab(), off, systemClock);
    await expect.poll(() => next.lastRun.read()).toBe('desk-side');
  });
});

describe('programs that an earlier version kept in localStorage', () => {
  const key = 'heartward.programs';

  it('are moved in their order, newest first; unreadable ones stay there', async () => {
    const texts = [documentText(postMarathon), 'no program', documentText(deskSide)];
    const { storage, texts: kept } = browser({ [key]: JSON.stringify(texts) });
    const table = device().tab().table(programRows);
    expect(await movePrograms(storage, readDocument, table)).toBe(1);
    const read = await table.read();
    const rows = read.kind === 'read' ? [...read.rows].sort((one, other) => other.keptAt - one.keptAt) : [];
    expect(rows.map(({ row }) => row.name)).toEqual([postMarathon.name, deskSide.name]);
    expect(rows.map(({ row, key }) => row.id === key)).toEqual([true, true]);
    expect(kept).toEqual({ [key]: '["no program"]' });
    expect(await movePrograms(storage, readDocument, table)).toBe(1);
    expect(kept).toEqual({ [key]: '["no program"]' });
  });

  it('stay there while there is nowhere to keep them', async () => {
    const { storage, texts } = browser({ [key]: JSON.stringify([documentText(deskSide)]) });
    const none = openStore({ indexedDB: undefined, IDBKeyRange: undefined }, () => 0);
    expect(await movePrograms(storage, readDocument, none.table(programRows))).toBe(0);
    expect(texts[key]).toContain(deskSide.name);
  });

  it.each(['', 'no JSON', '{"a":1}', 'null', '[1,{},null,["<x>"]]'])(
    'are none if the stored text is %s',
    async (text) => {
      const { storage } = browser({ [key]: text });
      const table = device().tab().table(programRows);
      expect(await movePrograms(storage, readDocument, table)).toBe(0);
      expect(await table.read()).toMatchObject({ rows: [] });
    },
  );

  it('are none if localStorage is switched off', async () => {
    expect(await movePrograms(off, readDocument, device().tab().table(programRows))).toBe(0);
  });
});
