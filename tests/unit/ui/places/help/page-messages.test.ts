import { describe, expect, it } from 'vitest';
import { pageMessages } from '../../../../../src/ui/places/help/page-messages.ts';
import { english } from '../../../../../src/words/en/english.ts';
import { french } from '../../../../../src/words/fr/french.ts';

const languages = [
  ['English', english({ pressureUnit: 'mmHg', locale: 'en' })],
  ['French', french({ pressureUnit: 'mmHg', locale: 'fr' })],
] as const;

describe.each(languages)('the page’s own messages in the help, in %s', (_, words) => {
  const said = pageMessages.map((notice) => words.notice(notice, null));

  it('have each a title of their own, and say what to do', () => {
    const titles = said.map(({ title }) => title);
    expect(new Set(titles).size).toBe(titles.length);
    for (const { advice } of said) expect(advice.length).toBeGreaterThan(0);
    expect(JSON.stringify(said)).not.toMatch(/undefined|null|NaN/);
  });
});

it('the help has every message that tells someone to act at once, or why they wait', () => {
  const kinds = new Set(pageMessages.map(({ kind }) => kind));
  const needed = [
    'stopNotConfirmed',
    'notEmptying',
    'linkLost',
    'bluetoothLost',
    'permissionLost',
    'heldByAnother',
    'needsPress',
    'limitBroken',
    'batteryLow',
    'silent',
  ] as const;
  for (const kind of needed) expect(kinds).toContain(kind);
});
