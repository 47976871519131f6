import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MOST_ENTRIES } from '../../../src/journal/document/format.ts';
import type { JournalProblem } from '../../../src/journal/document/problem.ts';
import { entryWritten } from '../../../src/journal/document/schema.ts';
import { type JournalFile, journalText, readJournal } from '../../../src/journal/document.ts';
import type { EntryId, Person } from '../../../src/journal/entry.ts';
import { journalWords } from '../../../src/words/journal/journal-in-use.ts';
import { anyEntries } from './any-entry.ts';
import { anna, ben, session } from './entries.ts';

const people: readonly Person[] = [
  { id: anna, name: 'Anna' },
  { id: ben, name: '' },
];
const anyTrace = async (): Promise<boolean> => true;
const textOf = async (file: Partial<JournalFile>): Promise<string> =>
  (await journalText({ people, entries: [], traces: new Map(), ...file })).join('');

const whole = await textOf({ entries: [session('2026-11-29T10:00')] });

async function problemsIn(text: string): Promise<readonly JournalProblem[]> {
  const read = await readJournal(text, anyTrace);
  return read.ok ? [] : read.problems;
}

const head = { format: 'heartward-journal', version: 2, people, entries: [], traces: {} };
const noted = {
  id: 'entry0000001',
  person: anna,
  device: 'phone000',
  order: 1,
  at: '2026-11-29T12:10:00.000Z',
  zone: 'Europe/Berlin',
};
const withEntries = (...entries: readonly object[]): string => JSON.stringify({ ...head, entries });

describe('a journal file', () => {
  it('is read back as it was written, traces included', async () => {
    await fc.assert(
      fc.asyncProperty(anyEntries(), fc.uint8Array({ minLength: 1 }), async (entries, bytes) => {
        const traces = new Map(
          entries.flatMap(({ id, kind }) =>
            kind === 'session' ? [[id, new Uint8Array(bytes)] as const] : [],
          ),
        );
        const file = { people, entries, traces };
        expect(await readJournal(await textOf(file), anyTrace)).toEqual({ ok: true, file });
      }),
      { numRuns: 60 },
    );
  });

  it('can have no traces', async () => {
    const { traces: _, ...bare } = head;
    expect(await problemsIn(JSON.stringify(bare))).toEqual([]);
  });

  it('is refused with all problems at once, each with its path', async () => {
    const text = JSON.stringify({
      ...head,
      peeple: [],
      entries: [
        { ...noted, kind: 'note', text: 'a\u0000b', of: null },
        { ...noted, id: 'entry0000002', kind: 'soreness', when: 'noon', scores: { calf: 11 }, of: null },
        { ...noted, id: 'entry0000003', kind: 'dance' },
        {
          ...noted,
          id: 'entry0000004',
          at: '2026-02-30T12:10:00.000Z',
          zone: 'Europe/Berln',
          kind: 'readiness',
        },
        { ...noted, id: 'entry0000005', kind: 'readiness', score: 5, scoer: 5 },
        { ...noted, id: 'entry0000006', kind: 'readiness', score: 5, person: 'nobody00' },
        { ...noted, id: 'entry0000006', kind: 'readiness', score: 5 },
        'an entry',
      ],
    });
    const problems = await problemsIn(text);
    const places = problems.map(
      (problem) => `${problem.kind} ${'path' in problem ? problem.path.join(' ') : ''}`,
    );
    expect(places).toEqual([
      'keyUnknown peeple',
      'valueWrong entries 0 text',
      'valueWrong entries 1 when',
      'valueWrong entries 1 scores calf',
      'valueWrong entries 2 kind',
      'valueWrong entries 3 at',
      'valueWrong entries 3 zone',
      'missing entries 3 score',
      'keyUnknown entries 4 scoer',
      'personUnknown entries 5',
      'idTwice entries 6',
      'valueWrong entries 7',
    ]);
    for (const problem of problems) {
      const { place, reason, suggestion } = journalWords().problem(problem);
      for (const said of [place, reason, suggestion]) expect(said).toMatch(/\S/);
    }
  });

  it('whose keys are missing is refused with what each of them holds', async () => {
    const {
      zones,
      ended: _,
      ...rest
    } = JSON.parse(JSON.stringify(entryWritten(session('2026-11-29T10:00'))));
    const { dose: _d, ...zone } = zones[0];
    const text = JSON.stringify({
      ...head,
      people: [{ id: anna }],
      entries: [
        { ...rest, zones: [zone] },
        { ...noted, id: 'entry0000002', kind: 'soreness', when: 'before', of: null },
        { ...noted, id: 'entry0000003' },
      ],
    });
    const problems = await problemsIn(text);
    const expected = problems.map((one) => [
      'path' in one ? one.path.join(' ') : '',
      'expected' in one && one.expected !== null
        ? 'form' in one.expected
          ? one.expected.form
          : one.expected.is
        : null,
    ]);
    expect(expected).toEqual([
      ['people 0 name', 'name'],
      ['entries 0 zones 0 dose', 'figure'],
      ['entries 0 ended', 'oneOf'],
      ['entries 1 scores', 'group'],
      ['entries 2 kind', 'oneOf'],
    ]);
  });

  it('is read in pieces, with pauses for the page, and reports its progress', async () => {
    const entries = Array.from({ length: 120 }, (_, at) =>
      session(`2026-11-${String((at % 28) + 1).padStart(2, '0')}T10:00`),
    );
    const traces = new Map(entries.slice(0, 60).map(({ id }) => [id, new Uint8Array([1])]));
    const shares: number[] = [];
    let turns = 0;
    const read = readJournal(await textOf({ entries, traces }), anyTrace, async (share) => {
      shares.push(share);
      await new Promise((resolve) => setTimeout(resolve));
      turns += 1;
    });
    expect((await read).ok).toBe(true);
    expect(turns).toBe(4);
    expect(shares.map((share) => Math.round(share * 100))).toEqual([1, 28, 56, 84]);
  });

  it('is refused as a whole if a trace is damaged or belongs to no session', async () => {
    const one = session('2026-11-29T10:00');
    const traces = new Map([
      [one.id, new Uint8Array([1])],
      ['nothing00000' as EntryId, new Uint8Array([1])],
    ]);
    const text = await textOf({ entries: [one], traces });
    const read = await readJournal(text, async () => false);
    expect(read).toEqual({
      ok: false,
      problems: [
        { kind: 'traceDamaged', path: ['traces', one.id] },
        { kind: 'traceOfNothing', path: ['traces', 'nothing00000'] },
      ],
    });
    const alone = await textOf({ entries: [one], traces: new Map([[one.id, new Uint8Array([1])]]) });
    expect(await readJournal(alone, async () => false)).toEqual({
      ok: false,
      problems: [{ kind: 'traceDamaged', path: ['traces', one.id] }],
    });
    expect(await problemsIn(alone.replace('AQ==', 'A@==='))).toEqual([
      { kind: 'traceDamaged', path: ['traces', one.id] },
    ]);
  });

  it.each([
    ['nothing', '', 'documentEmpty'],
    ['a web page', '<html>', 'webPage'],
    ['half a file', whole.slice(0, -40), 'jsonCutOff'],
    ['a program', '{"format":"heartward-program","version":1}', 'notAJournal'],
    ['a list', '[]', 'noBrace'],
    ['depth', `{"a":${'['.repeat(40_000)}`, 'tooDeep'],
    ['another version', '{"format":"heartward-journal","version":3}', 'versionNewer'],
    ['half a version', '{"format":"heartward-journal","version":1.5}', 'versionMissing'],
    ['no version', '{"format":"heartward-journal"}', 'versionMissing'],
    ['a key twice', '{"format":"heartward-journal","version":1,"version":1}', 'keyTwice'],
    ['no entries', '{"format":"heartward-journal","version":1,"people":[]}', 'missing'],
  ])('is refused where it is %s', async (_, text, kind) => {
    const problems = await problemsIn(text);
    expect(problems.map((problem) => problem.kind)).toEqual([kind]);
    for (const problem of problems) expect(journalWords().problem(problem).reason).toMatch(/\S/);
  });

  it('is refused with a limited number of problems, however hostile it is', async () => {
    const deep = `${'{"a":'.repeat(20_000)}1${'}'.repeat(20_000)}`;
    const hostile = [
      deep,
      withEntries(...Array.from({ length: 2000 }, () => ({ kind: 'session' }))),
      withEntries(...Array.from({ length: 200 }, () => ({ ...noted, kind: 'note', text: 'x'.repeat(5000) }))),
      JSON.stringify({ ...head, entries: new Array(MOST_ENTRIES + 1).fill(0) }),
      JSON.stringify({ ...head, people: new Array(50_000).fill({}) }),
      `{"format":"heartward-journal","version":1,"__proto__":{"x":1},"entries":[]}`,
    ];
    for (const text of hostile) {
      const problems = await problemsIn(text);
      expect(problems.length).toBeGreaterThan(0);
      expect(problems.length).toBeLessThanOrEqual(31);
    }
  });

  it('is never read in part: a file with one changed byte is read whole or refused', async () => {
    await fc.assert(
      fc.asyncProperty(anyEntries(5), fc.nat(), fc.string({ maxLength: 3 }), async (entries, at, put) => {
        const text = await textOf({ entries });
        const where = at % text.length;
        const read = await readJournal(text.slice(0, where) + put + text.slice(where + 1), anyTrace);
        if (read.ok) expect(read.file.entries).toHaveLength(entries.length);
        else expect(read.problems.length).toBeGreaterThan(0);
      }),
      { numRuns: 150 },
    );
  });
});
