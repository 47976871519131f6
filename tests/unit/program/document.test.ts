import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkProgram } from '../../../src/program/check.ts';
import { documentText, readDocument, readStored } from '../../../src/program/document.ts';
import { plainPrograms } from '../../../src/program/patterns.ts';
import { trail } from '../../../src/program/presets/trail.ts';
import { programs } from '../../../src/program/presets.ts';
import type { Program } from '../../../src/program/program.ts';
import { randomProgram } from '../../scenario/sweep/random-program.ts';
import { inWords } from '../in-words.ts';

const all = [...programs, ...plainPrograms];
const text = documentText(trail);

type Json = { [key: string]: unknown };
const written = (): Json => JSON.parse(text) as Json;
const inside = (json: Json, ...keys: readonly string[]): Json =>
  keys.reduce((at, key) => at[key] as Json, json);

/** Reads the document of Trail after `change`. */
function changed(change: (json: Json) => void): ReturnType<typeof readDocument> {
  const json = written();
  change(json);
  return readDocument(JSON.stringify(json));
}

const problemsOf = (read: ReturnType<typeof readDocument>) => (read.ok ? [] : inWords(read.problems));
const places = (read: ReturnType<typeof readDocument>) => problemsOf(read).map(({ place }) => place);

function programOf(read: ReturnType<typeof readDocument>): Program {
  if (!read.ok) throw new Error(JSON.stringify(read.problems));
  return read.program;
}

describe('a program as a file', () => {
  it.each(all.map((program) => [program.id, program] as const))(
    'is read back as it was written: %s',
    (_, program) => {
      const read = programOf(readDocument(documentText(program)));
      expect({ ...read, id: program.id }).toEqual(program);
      expect(documentText(read)).toBe(documentText(program));
    },
  );

  it('is read back as it was written, whatever the program', () => {
    fc.assert(
      fc.property(
        randomProgram.filter((program) => checkProgram(program).length === 0),
        (program) => {
          const once = documentText(program);
          const read = programOf(readDocument(once));
          expect({ ...read, id: program.id }).toEqual(program);
          expect(documentText(read)).toBe(once);
        },
      ),
      { numRuns: 200 },
    );
  });

  it('gets an id of its own: always the same for the same content, and never that of a preset', () => {
    const ids = all.map((program) => programOf(readDocument(documentText(program))).id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.filter((id) => all.some((program) => program.id === id))).toEqual([]);
    const spread = JSON.stringify(written(), null, 7);
    expect(programOf(readDocument(spread)).id).toBe(programOf(readDocument(text)).id);
  });

  it('can be written by hand: with keys in any order, with or without defaults, with or without a schema', () => {
    const reversed = Object.fromEntries(Object.entries(written()).reverse());
    const read = readDocument(JSON.stringify({ $schema: './program.schema.json', ...reversed }));
    expect(documentText(programOf(read))).toBe(text);
    const explicit = changed((json) => {
      Object.assign(inside(json, 'pattern'), { onsetDelaySeconds: null, breathing: false, sections: [] });
      Object.assign(inside(json, 'shape', 'knee'), { enabled: true, trimMmhg: 0 });
    });
    expect(documentText(programOf(explicit))).toBe(text);
  });

  it('reads what a person changed', () => {
    const read = changed((json) => {
      json.name = 'My own trail 🥾';
      json.peakMmhg = 52.5;
      inside(json, 'pattern').holdSeconds = 1.5;
    });
    const program = programOf(read);
    expect([program.name, program.peak, program.pattern.hold]).toEqual(['My own trail 🥾', 52.5, 1.5]);
    expect(program.id).not.toBe(programOf(readDocument(text)).id);
  });
});

describe('the problems of a file', () => {
  it('are reported at once, each with its place and what to do', () => {
    const read = changed((json) => {
      json.minutes = '30';
      delete json.purpose;
      json.peakMmhg = 400;
      const pattern = inside(json, 'pattern');
      pattern.holdSecond = pattern.holdSeconds;
      delete pattern.holdSeconds;
      pattern.release = 'traling';
      pattern.sections = [{ parts: ['foot', 'ankel'], sweeps: 0 }];
      inside(json, 'shape', 'lower thigh').fraction = null;
    });
    expect(problemsOf(read)).toEqual([
      { place: 'purpose', reason: 'It is missing.', suggestion: expect.stringContaining('200 characters') },
      { place: 'peakMmhg', reason: 'It is the number 400.', suggestion: 'Write 15 to 100 mmHg.' },
      { place: 'minutes', reason: 'It is text, "30".', suggestion: 'Write 1 to 60 minutes.' },
      { place: 'pattern, holdSeconds', reason: 'It is missing.', suggestion: 'Write 0 to 60 s.' },
      {
        place: 'pattern, release',
        reason: 'There is no "traling".',
        suggestion: 'Did you mean "trailing"? Write "trailing" or "together".',
      },
      {
        place: 'pattern, section 1, parts, number 2',
        reason: 'There is no "ankel".',
        suggestion: expect.stringContaining('Did you mean "ankle"?'),
      },
      {
        place: 'pattern, section 1, sweeps',
        reason: 'It is the number 0.',
        suggestion: 'Write a whole number from 1 to 30.',
      },
      {
        place: 'pattern, holdSecond',
        reason: 'There is no such key in pattern.',
        suggestion: 'Did you mean "holdSeconds"?',
      },
      { place: 'shape, lower thigh, fraction', reason: 'It is null.', suggestion: 'Write 0 to 1.' },
    ]);
  });

  it('include those of the program’s own checks and every key that does not belong', () => {
    const read = changed((json) => {
      Object.assign(json, { colour: 'red', peak: 60 });
      json.minutes = 61;
      inside(json, 'shape', 'knee').trimMmhg = 3;
    });
    const found = problemsOf(read);
    expect(found.slice(0, 2).map(({ place }) => place)).toEqual(['colour', 'peak']);
    const own = checkProgram({
      ...trail,
      minutes: 61,
      shape: { ...trail.shape, knee: { ...trail.shape.knee, trim: 3 as Program['peak'] } },
    });
    expect(own.length).toBeGreaterThanOrEqual(2);
    expect(found.slice(2)).toEqual(inWords(own));
  });

  it.each([
    ['another format', { format: 'fit' }, 'format'],
    ['no format', { format: undefined }, 'format'],
    ['a version to come', { version: 2 }, 'version'],
    ['a version in quotes', { version: '1' }, 'version'],
  ])('are a single one for %s', (_, other, place) => {
    expect(places(changed((json) => void Object.assign(json, other, { minutes: 'x' })))).toEqual([place]);
  });

  it('name the line at which the text stops being JSON', () => {
    const [first] = problemsOf(readDocument(text.replace('"minutes": 30,', '"minutes": 30')));
    expect(first?.place).toMatch(/^line [78], column \d+$/);
    expect(first?.reason).toContain('There is a JSON error at');
    expect(first?.suggestion).toContain('comma');
  });
});

describe('a stored program', () => {
  const stored = (change: (json: Json) => void) => {
    const json = written();
    change(json);
    return readStored(JSON.stringify(json));
  };

  it('may break a rule of the check, and is the same program as one read from a file', () => {
    expect(readStored(text)).toEqual(readDocument(text));
    const trailing = (json: Json) => {
      inside(json, 'shape', 'foot').enabled = false;
    };
    expect(changed(trailing).ok).toBe(false);
    expect(programOf(stored(trailing)).shape.foot.enabled).toBe(false);
  });

  it.each<readonly [string, (json: Json) => void]>([
    ['a figure out of range', (json) => (json.peakMmhg = 300)],
    ['an unknown key', (json) => (json.more = 1)],
    ['no shape', (json) => delete json.shape],
  ])('may not have %s', (_, change) => {
    expect(stored(change).ok).toBe(false);
  });
});
