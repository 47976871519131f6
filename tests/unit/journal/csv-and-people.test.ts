/** The journal as a table for spreadsheets; and how the people in a journal file are matched with the people on a device. */

import { describe, expect, it } from 'vitest';
import { mmhg, seconds } from '../../../firmware-protocol/quantities.ts';
import { journalCsv } from '../../../src/journal/csv.ts';
import type { Entry, PersonId } from '../../../src/journal/entry.ts';
import { matchedPeople, withPeopleHere } from '../../../src/journal/people.ts';
import { stepOfPlan } from '../../../src/plan/plan-id.ts';
import { anna, ben, entry, laptop, race, session } from './entries.ts';

const csvOf = async (...of: Parameters<typeof journalCsv>): Promise<string> =>
  (await journalCsv(...of)).join('');

const people = [{ id: anna, name: 'Anna' }];

describe('a journal as CSV', () => {
  it('has a line for each zone, with wall-clock times', async () => {
    const lines = (await csvOf([session('2026-11-29T10:00')], people)).split('\r\n');
    expect(lines).toHaveLength(1 + 6 + 1);
    expect(lines[0]).toContain('dose_mmhg_min');
    expect(lines[1]).toMatch(
      /^2026-11-29T10:00,Europe\/Berlin,Anna,session,Post-marathon,30,55,finished,false,,left,foot,55,30,900,300,/,
    );
  });

  /** The cells of each line, by the names of their columns; empty ones left out. */
  const rowsOf = (csv: string): readonly Record<string, string>[] => {
    const [head = '', ...lines] = csv.trimEnd().split('\r\n');
    const names = head.split(',');
    return lines.map((line) =>
      Object.fromEntries(line.split(',').flatMap((text, at) => (text === '' ? [] : [[names[at], text]]))),
    );
  };

  const written = ({ device, order }: Entry) => ({ device, order: String(order) });

  it('tells how a session is known, and which device wrote it when', async () => {
    const program = { id: 'post-marathon', name: 'Post-marathon' };
    const known = { program, measured: seconds(600), zones: [] };
    const all = [
      session('2026-11-29T10:00', known),
      session('2026-11-29T12:00', { ...known, source: { kind: 'lost' } }, { device: laptop }),
      session('2026-11-29T14:00', {
        ...known,
        source: { kind: 'boots', record: 7, bootCount: 3, counted: false },
      }),
    ];
    const rows = rowsOf(await csvOf(all, people));
    const [followed, lost, boots] = all.map((one) => ({
      ...{ kind: 'session', minutes: '30', measured_minutes: '10', program: 'post-marathon' },
      ...written(one),
    }));
    expect(rows).toMatchObject([
      { ...followed, source: 'followed' },
      { ...lost, source: 'lost', device: laptop },
      { ...boots, source: 'boots', record: '7', boot_count: '3', counted: 'false' },
    ]);
  });

  it('tells whether a clinician agreed to the answers of a screening', async () => {
    const answers = { kind: 'screening', yes: ['pregnant'] } as const;
    const rows = rowsOf(
      await csvOf(
        [true, false].map((clinician) => entry<'screening'>('2026-11-29T10:00', { ...answers, clinician })),
        people,
      ),
    );
    expect(rows).toMatchObject([
      { what: 'pregnant', clinician: 'true' },
      { what: 'pregnant', clinician: 'false' },
    ]);
  });

  it('has what was changed and each alarm on lines of their own, with their times', async () => {
    const calf = { on: true, trim: mmhg(-5), boost: { pressure: mmhg(10), hold: seconds(2) } };
    const off = { on: false, trim: mmhg(0), boost: { pressure: mmhg(0), hold: seconds(0) } };
    const run = session('2026-11-29T10:00', {
      zonesSet: { of: ['foot', 'calf'], zones: { left: [off, calf], right: [] } },
      changes: [
        { kind: 'intensity', after: seconds(90), to: mmhg(40) },
        { kind: 'minutes', after: seconds(120), to: 20 },
        { kind: 'paused', after: seconds(180) },
        { kind: 'zones', after: seconds(240), to: { of: ['calf'], zones: { left: [], right: [calf] } } },
        { kind: 'zones', after: seconds(300), to: null },
      ],
      alarms: [
        { kind: 'warning', after: seconds(400), fault: 'leak', side: 'left', part: 'calf' },
        { kind: 'fault', after: seconds(600), fault: 'pump', side: null, part: null },
      ],
    });
    const rows = rowsOf(await csvOf([run], people));
    expect(rows.map(({ kind }) => kind)).toEqual([
      ...Array(6).fill('session'),
      ...Array(5).fill('change'),
      ...Array(2).fill('alarm'),
    ]);
    expect(rows[0]).toMatchObject({ part: 'foot', on: 'false', trim_mmhg: '0', set_minutes: '30' });
    expect(rows[1]).toMatchObject({
      part: 'calf',
      on: 'true',
      trim_mmhg: '-5',
      boost_mmhg: '10',
      boost_s: '2',
    });
    const of = { zone: 'Europe/Berlin', person: 'Anna', simulated: 'false', id: run.id, ...written(run) };
    const change = { ...of, kind: 'change' };
    expect(rows.slice(6)).toEqual([
      { ...change, time: '2026-11-29T10:01', what: 'intensity', after_s: '90', intensity_mmhg: '40' },
      { ...change, time: '2026-11-29T10:02', what: 'minutes', after_s: '120', set_minutes: '20' },
      { ...change, time: '2026-11-29T10:03', what: 'paused', after_s: '180' },
      {
        ...{
          ...change,
          time: '2026-11-29T10:04',
          what: 'zones',
          after_s: '240',
          side: 'right',
          part: 'calf',
        },
        ...{ on: 'true', trim_mmhg: '-5', boost_mmhg: '10', boost_s: '2' },
      },
      { ...change, time: '2026-11-29T10:05', what: 'zones', after_s: '300' },
      {
        ...{ ...of, kind: 'alarm', time: '2026-11-29T10:06', what: 'warning leak', after_s: '400' },
        ...{ side: 'left', part: 'calf' },
      },
      { ...of, kind: 'alarm', time: '2026-11-29T10:10', what: 'fault pump', after_s: '600' },
    ]);
  });

  it('names the session that an answer is about', async () => {
    const run = session('2026-11-29T10:00');
    const tired = entry<'soreness'>('2026-11-29T10:40', {
      ...{ kind: 'soreness', when: 'after', scores: { legs: 4 }, of: run.id },
    });
    expect(rowsOf(await csvOf([tired], people))).toMatchObject([{ what: 'after legs', about: run.id }]);
  });

  it('names the plan and the step of a session', async () => {
    const step = stepOfPlan(race, { id: 'day0-boots', day: 0 });
    const lines = (await csvOf([session('2026-11-29T10:00', { step })], people)).split('\r\n');
    expect(lines[1]).toContain(',marathon,day0-boots,');
  });

  it('quotes cells where necessary, and never lets text run as a formula', async () => {
    const note = (text: string) =>
      csvOf([entry<'note'>('2026-11-29T10:00', { kind: 'note', text, of: null })], people);
    expect(await note('=SUM(A1)')).toContain(",'=SUM(A1),");
    expect(await note('a "b", c')).toContain(',"a ""b"", c",');
    expect(await note('two\nlines')).toContain(',"two\nlines",');
  });

  it('of several years is written in short pieces, so that the page stays responsive', async () => {
    const all = Array.from({ length: 400 }, () => session('2026-11-29T10:00'));
    const shares: number[] = [];
    const pieces = await journalCsv(all, people, async (share) => void shares.push(share));
    expect(shares).toEqual([0, 0.125, 0.25, 0.375, 0.5, 0.625, 0.75, 0.875]);
    expect(Math.max(...pieces.map((piece) => piece.split('\r\n').length - 1))).toBe(50 * 6);
    expect(pieces.join('').split('\r\n')).toHaveLength(1 + 400 * 6 + 1);
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
