/** How the page looks: kept on the device, and followed from the first paint on. */

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

/** A device that may come to want more contrast. */
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

describe('a choice of how the page looks', () => {
  it('is kept, and is that of the device until one is made', () => {
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

  it('lasts as long as the page where nothing can be kept', () => {
    expect(keptContrast.read(off)).toBe('system');
    expect(keptContrast.keep(off, 'more')).toBe(false);
  });
});

describe('contrast', () => {
  it('is more where the person or the device wants more', () => {
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
  it('is less in every style sheet from the first paint on, if less was kept', () => {
    const here = storage();
    keptMotion.keep(here, 'less');
    const rule = { media: { mediaText: '(prefers-reduced-motion: reduce)' } };
    followMotion({ cssRules: [rule] });
    showLooks(page(), here, device(false).query);
    expect(rule.media.mediaText).toBe('all');
  });
});
