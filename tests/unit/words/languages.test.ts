/** Which language is in use, and what loads with it. */

import { afterEach, describe, expect, it, test } from 'vitest';
import { firstWords } from '../../../src/words/first/first-in-use.ts';
import { speak } from '../../../src/words/in-language.ts';
import { original, words } from '../../../src/words/in-use.ts';
import { languageFor, localeFor } from '../../../src/words/languages.ts';
import { part, partsIn, partsInUse } from '../../../src/words/part.ts';
import { planWords } from '../../../src/words/plan/plan-in-use.ts';

afterEach(() => speak('en', { pressureUnit: 'mmHg', locale: 'en' }));

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

test('digits are written as the device writes the language, and English as its owner is used to', () => {
  expect(localeFor('fr', ['en-US', 'fr-CH'])).toBe('fr-CH');
  expect(localeFor('fr', ['en-US'])).toBe('fr');
  expect(localeFor('en', ['de-DE', 'en-GB'])).toBe('en-GB');
  expect(localeFor('en', ['de-DE'])).toBeUndefined();
});

describe('another language', () => {
  it('changes the first words, all words and every part at once, and back', async () => {
    await speak('fr', { pressureUnit: 'kPa' });
    expect(firstWords.page.dismiss).toBe('Fermer');
    expect(words.session.stop).toBe('Arrêter');
    expect(words.session.unit).toBe('kPa');
    expect(planWords().page.today).toBe('Aujourd’hui');
    await speak('en', { pressureUnit: 'mmHg' });
    expect(words.session.stop).toBe('Stop');
    expect(planWords().page.today).toBe('Today');
  });

  it('has the English of its safety texts, in the same unit, until somebody has gone over them; English has none', async () => {
    expect(original()).toBeNull();
    expect(planWords.original()).toBeNull();
    await speak('fr', { pressureUnit: 'kPa' });
    expect(original()?.faults.leak.what).toBe('not holding pressure');
    expect(original()?.highPressure.title).toContain('10.7 kPa');
    expect(planWords.original()?.page.signs.weakness).toMatch(/weak leg/);
  });

  it('leaves a part that does not arrive in English, and takes nothing else with it', async () => {
    const lost = part(() => ({ said: 'English' }), { fr: () => Promise.reject(new Error('no network')) });
    await expect(speak('fr', { pressureUnit: 'mmHg' })).rejects.toThrow('no network');
    expect(words.language).toBe('en');
    expect(lost().said).toBe('English');
    await expect(partsIn('fr')).rejects.toThrow('no network');
    await expect(partsInUse()).resolves.toBeDefined();
  });
});
