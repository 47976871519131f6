/** Theme, contrast and motion: stored on the device, and applied from the first paint on. */

import { describe, expect, it } from 'vitest';
import { CONTRAST_KEY } from '../../../../src/app/device-storage/local-keys.ts';
import {
  keptContrast,
  keptMotion,
  keptTheme,
  showContrast,
  showLooks,
} from '../../../../src/app/settings/looks.ts';
import { followMotion } from '../../../../src/ui/styles/motion.ts';

function storage() {
  const kept = new Map<string, string>();
  return {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, text: string) => void kept.set(key, text),
  };
}
const off = {
  getItem: (): string => {
    throw new Error('storage is off');
  },
  setItem: (): void => {
    throw new Error('storage is off');
  },
};

const page = () => ({ documentElement: { dataset: {} as Record<string, string> } }) as unknown as Document;

/** A device on which the test can switch the preference for more contrast on and off. */
function device(matches: boolean) {
  let tell = (): void => undefined;
  const query = {
    matches,
    addEventListener: (_: string, change: () => void): void => {
      tell = change;
    },
  };
  return {
    query: query as unknown as MediaQueryList,
    wants: (more: boolean): void => {
      query.matches = more;
      tell();
    },
  };
}

describe('a stored look', () => {
  it('is read back, and is the device’s own until the user chooses', () => {
    const here = storage();
    expect([keptTheme, keptContrast, keptMotion].map((choice) => choice.read(here))).toEqual([
      'system',
      'system',
      'system',
    ]);
    expect([keptContrast.keep(here, 'more'), keptMotion.keep(here, 'less')]).toEqual([true, true]);
    expect([keptContrast.read(here), keptMotion.read(here)]).toEqual(['more', 'less']);
    here.setItem(CONTRAST_KEY, 'enormous');
    expect(keptContrast.read(here)).toBe('system');
  });

  it('is the device’s own if nothing can be stored, and storing one reports failure', () => {
    expect(keptContrast.read(off)).toBe('system');
    expect(keptContrast.keep(off, 'more')).toBe(false);
  });
});

describe('contrast', () => {
  it('is increased if the user or the device wants it', () => {
    const { documentElement } = page();
    const shown = (choice: 'system' | 'more', wants: boolean) => {
      showContrast({ documentElement }, choice, wants);
      return documentElement.dataset.contrast;
    };
    expect([shown('system', false), shown('more', false), shown('system', true)]).toEqual([
      'usual',
      'more',
      'more',
    ]);
  });

  it('follows the device while the page runs', () => {
    const shown = page();
    const { query, wants } = device(false);
    showLooks(shown, storage(), query);
    expect(shown.documentElement.dataset).toMatchObject({ theme: 'system', contrast: 'usual' });
    wants(true);
    expect(shown.documentElement.dataset.contrast).toBe('more');
  });
});

describe('motion', () => {
  it('is reduced in every style sheet from the first paint on, if the user chose so', () => {
    const here = storage();
    keptMotion.keep(here, 'less');
    const rule = { media: { mediaText: '(prefers-reduced-motion: reduce)' } };
    followMotion({ cssRules: [rule] });
    showLooks(page(), here, device(false).query);
    expect(rule.media.mediaText).toBe('all');
  });
});
