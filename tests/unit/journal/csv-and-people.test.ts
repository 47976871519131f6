/** The journal as a table for spreadsheets; and how the people in a journal file are matched with the people on a device. */

import { describe, expect, it } from 'vitest';
import { journalCsv } from '../../../src/journal/csv.ts';
import type { PersonId } from '../../../src/journal/entry.ts';
import { matchedPeople, withPeopleHere } from '../../../src/journal/people.ts';
import { stepOfPlan } from '../../../src/plan/plan-id.ts';
import { anna, ben, entry, race, session } from './entries.ts';

const people = [{ id: anna, name: 'Anna' }];

describe('a journal as CSV', () => {
  it('has a line for each zone, with wall-clock times', () => {
    const lines = journalCsv([session('2026-11-29T10:00')], people).split('\r\n');
    expect(lines).toHaveLength(1 + 6 + 1);
    expect(lines[0]).toContain('dose_mmhg_min');
    expect(lines[1]).toMatch(
      /^2026-11-29T10:00,Europe\/Berlin,Anna,session,Post-marathon,30,55,finished,false,,left,foot,55,30,900,300,/,
    );
  });

  it('names the plan and the step of a session', () => {
    const step = stepOfPlan(race, { id: 'day0-boots', day: 0 });
    const lines = journalCsv([session('2026-11-29T10:00', { step })], people).split('\r\n');
    expect(lines[1]).toContain(',marathon,day0-boots,');
  });

  it('quotes cells where necessary, and never lets text run as a formula', () => {
    const note = (text: string) =>
      journalCsv([entry<'note'>('2026-11-29T10:00', { kind: 'note', text, of: null })], people);
    expect(note('=SUM(A1)')).toContain(",'=SUM(A1),");
    expect(note('a "b", c')).toContain(',"a ""b"", c",');
    expect(note('two\nlines')).toContain(',"two\nlines",');
  });
});

describe('the people of a file', () => {
  const other = 'anna1111' as PersonId;

  it('match people here by id or by name', () => {
    const matched = matchedPeople(people, [
      { id: anna, name: 'Anna K.' },
      { id: other, name: ' anna ' },
      { id: ben, name: 'Ben' },
    ]);
    expect(matched.added).toEqual([{ id: ben, name: 'Ben' }]);
    expect([...matched.as]).toEqual([
      [anna, anna],
      [other, anna],
      [ben, ben],
    ]);
    const [theirs] = withPeopleHere(
      [entry<'note'>('2026-11-29T10:00', { kind: 'note', text: '', of: null }, { person: other })],
      matched,
    );
    expect(theirs?.person).toBe(anna);
  });

  it('without a name are the only person who uses this device', () => {
    const nameless = [{ id: other, name: '' }];
    expect(matchedPeople(people, nameless)).toMatchObject({ added: [] });
    const two = [...people, { id: ben, name: 'Ben' }];
    expect(matchedPeople(two, nameless).added).toEqual(nameless);
  });

  it('who are new are told apart by name', () => {
    const twins = [
      { id: other, name: 'Cleo' },
      { id: ben, name: 'cleo' },
    ];
    expect(matchedPeople([], twins).added).toEqual([{ id: other, name: 'Cleo' }]);
  });
});
