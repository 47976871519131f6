import { afterEach, describe, expect, it, onTestFinished, test } from 'vitest';
import { firstWords } from '../../../src/words/first/first-in-use.ts';
import { englishOriginal, words } from '../../../src/words/in-use.ts';
import { dateLocaleFor, languageFor, localeFor } from '../../../src/words/languages.ts';
import { loadPartsIn, loadPartsInUse, part } from '../../../src/words/part.ts';
import { planWords } from '../../../src/words/plan/plan-in-use.ts';
import { switchLanguage } from '../../../src/words/switch-language.ts';

afterEach(() => switchLanguage('en', { pressureUnit: 'mmHg', locale: 'en' }));

test.each([
  [['fr-CA', 'en'], 'fr'],
  [['de', 'FR', 'en'], 'fr'],
  [['en-GB', 'fr'], 'en'],
  [['de', 'C'], 'en'],
  [['frr'], 'en'],
  [[], 'en'],
] as const)('a device that wants %j is spoken to in %s', (wanted, language) => {
  expect(languageFor(wanted)).toBe(language);
});

test('numbers are written as the device writes the language; English ones as the owner of the device is used to', () => {
  expect(localeFor('fr', ['en-US', 'fr-CH'])).toBe('fr-CH');
  expect(localeFor('fr', ['en-US'])).toBe('fr');
  expect(localeFor('en', ['de-DE', 'en-GB'])).toBe('en-GB');
  expect(localeFor('en', ['de-DE'])).toBeUndefined();
});

it.each([
  ['en', ['de-DE', 'de', 'en-US', 'en'], 'en-DE'],
  ['en', ['pt', 'en-GB'], 'en-BR'],
  ['en', ['zh-Hant-HK'], 'en-HK'],
  ['fr', ['en-CA', 'fr-FR'], 'fr-CA'],
  ['fr', ['en', 'fr-CH'], undefined],
  ['en', ['en-GB', 'de-DE'], undefined],
  ['en', ['C', 'en-US'], undefined],
  ['en', ['', 'en-US'], undefined],
  ['en', [], undefined],
] as const)('dates in %s on a device that wants %j are written as in %s', (language, wanted, locale) => {
  expect(dateLocaleFor(language, wanted)).toBe(locale);
});

describe('another language', () => {
  it('changes the first words, all words and every part at once, and they change back', async () => {
    await switchLanguage('fr', { pressureUnit: 'kPa' });
    expect(firstWords.page.dismiss).toBe('Fermer');
    expect(words.session.stop).toBe('Arrêter');
    expect(words.session.unit).toBe('kPa');
    expect(planWords().page.today).toBe('Aujourd’hui');
    await switchLanguage('en', { pressureUnit: 'mmHg' });
    expect(words.session.stop).toBe('Stop');
    expect(planWords().page.today).toBe('Today');
  });

  it('has the English of its safety texts, in the same unit, until somebody has checked them; English has no second text', async () => {
    expect(englishOriginal()).toBeNull();
    expect(planWords.englishOriginal()).toBeNull();
    await switchLanguage('fr', { pressureUnit: 'kPa' });
    expect(englishOriginal()?.faults.leak.what).toBe('not holding pressure');
    expect(englishOriginal()?.highPressure.title).toContain('10.7 kPa');
    expect(planWords.englishOriginal()?.page.signs.weakness).toMatch(/weak leg/);
  });

  it('leaves a part in English if it does not load, and the other parts still change', async () => {
    let hasNetwork = false;
    const lost = part(() => ({ said: 'English' }), {
      fr: async () => {
        if (hasNetwork) return () => ({ said: 'français' });
        throw new Error('no network');
      },
    });
    // This part stays registered for the test files that this worker runs next, so it must load again.
    onTestFinished(async () => {
      hasNetwork = true;
      await loadPartsIn('fr');
    });
    await expect(switchLanguage('fr', { pressureUnit: 'mmHg' })).rejects.toThrow('no network');
    expect(words.language).toBe('en');
    expect(lost().said).toBe('English');
    await expect(loadPartsIn('fr')).rejects.toThrow('no network');
    await expect(loadPartsInUse()).resolves.toBeDefined();
  });
});
