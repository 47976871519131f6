/** A damaged backup is refused, and the page lists what is wrong with it. */

import { describe, expect, it } from 'vitest';
import { journalWords } from '../../../../src/words/journal/journal-in-use.ts';
import { backedUp, read } from './devices.ts';

/** A change to a backup file: keys, separated by spaces, that lead to a property, and its new value; undefined removes the property. */
type Damage = readonly [path: string, value: unknown];

function damaged(text: string, ...damages: readonly Damage[]): string {
  const parts: Record<string, unknown> = JSON.parse(text);
  for (const [path, value] of damages) {
    const keys = path.split(' ');
    const last = keys.pop() ?? '';
    const inside = keys.reduce((of, key) => Object(of)[key], parts);
    if (value === undefined) delete inside[last];
    else inside[last] = value;
  }
  return JSON.stringify(parts);
}

describe('a damaged backup', () => {
  const newer = { key: 'x', version: 1, row: 1 };
  it.each<readonly [string, Damage, string]>([
    ['is of a newer version', ['version', 2], 'versionNewer'],
    ['has no version', ['version', undefined], 'versionMissing'],
    ['has something that nobody knows', ['more', 1], 'keyUnknown'],
    ['has a journal of a newer version', ['journal version', 99], 'versionNewer'],
    ['has no journal', ['journal', undefined], 'notAJournal'],
    ['has a broken entry', ['journal entries 0', { kind: 'note' }], 'missing'],
    ['has a plan of nobody', ['plans 0 key', 'nobody00'], 'personUnknown'],
    ['is of nobody', ['whose', 'nobody00'], 'personUnknown'],
    ['has a broken plan', ['plans 0 row', {}], 'rowUnreadable damaged'],
    ['has a newer plan', ['plans 0 version', 9], 'rowUnreadable newer'],
    ['has no list of plans', ['plans', {}], 'rowUnreadable damaged'],
    ['has a broken program', ['programs 0 row', '{}'], 'rowUnreadable damaged'],
    ['has a setting of a newer page', ['settings 4', newer], 'rowUnreadable newer'],
    ['has a broken setting', ['settings 0 row', { a: 1 }], 'rowUnreadable damaged'],
    ['has a row without a version', ['settings 0 version', undefined], 'rowUnreadable damaged'],
    ['has a key of another page', ['local other', 'x'], 'rowUnreadable damaged'],
    ['has a figure for a text', ['local heartward.theme', 1], 'rowUnreadable damaged'],
  ])('is refused with its reason in words where it %s', async (_, damage, kind) => {
    const found = await read(damaged((await backedUp()).text, damage));
    if (found.ok) throw new Error('the damaged backup was accepted');
    const kinds = found.problems.map((one) => ('why' in one ? `${one.kind} ${one.why}` : one.kind));
    expect(kinds).toContain(kind);
    for (const problem of found.problems) {
      const { place, reason, suggestion } = journalWords().problem(problem);
      for (const said of [place, reason, suggestion]) expect(said).toMatch(/\S/);
    }
  });

  it('is refused with all its problems at once', async () => {
    const { text } = await backedUp();
    const programs = JSON.parse(text).programs;
    const found = await read(
      damaged(
        text,
        ['programs', [programs[0], programs[0]]],
        ['plans 0 row', {}],
        ['local other', 'x'],
        ['journal entries 0', { kind: 'note' }],
      ),
    );
    const places = found.ok ? [] : found.problems.map((one) => ('path' in one ? one.path.join(' ') : ''));
    for (const place of ['programs 1', 'plans 0', 'local 2', 'entries 0 text'])
      expect(places).toContain(place);
  });
});
