/** Theme, contrast and motion: stored on the device, and applied from the first paint on. */

import { describe, expect, it } from 'vitest';
import { CONTRAST_KEY } from '../../../../src/app/device-storage/local-keys.ts';
import {
  keptContrast,
  keptMotion,
  keptTheme,
  showContrast,
  showLooks,
  showTheme,
} from '../../../../src/app/settings/looks.ts';
import { followMotion } from '../../../../src/ui/styles/motion.ts';
import type { Theme } from '../../../../src/words/settings/settings-words.ts';
import { textOf } from '../../house/repository.ts';

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

/** A page with a colour of the browser's bars for each theme. */
function page() {
  const colours = ['light', 'dark'].map((theme) => ({ dataset: { theme }, media: '' }));
  const documentElement = { dataset: {} as Record<string, string> };
  return { documentElement, colours, querySelectorAll: () => colours } as unknown as Document & {
    readonly colours: typeof colours;
  };
}

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

describe('theme', () => {
  it('gives the browser’s bars its colour, and leaves them to the device until the user chooses', () => {
    const shown = page();
    const media = (theme: Theme) => {
      showTheme(shown, theme);
      return shown.colours.map((colour) => colour.media);
    };
    expect(media('dark')).toEqual(['not all', 'all']);
    expect(media('light')).toEqual(['all', 'not all']);
    expect(media('system')).toEqual(['(prefers-color-scheme: light)', '(prefers-color-scheme: dark)']);
  });

  it('finds the colours in the page', () => {
    const colours = textOf('index.html').match(/<meta name="theme-color".*>/g);
    expect(colours).toEqual(
      ['light', 'dark'].map((theme) =>
        expect.stringMatching(`data-theme="${theme}" media="\\(prefers-color-scheme: ${theme}\\)"`),
      ),
    );
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
