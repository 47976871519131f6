import Ajv2020 from 'ajv/dist/2020.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { programSchemaText } from '../../../../scripts/generate/program-schema.ts';
import { checkProgram } from '../../../../src/program/check.ts';
import { documentText, readDocument } from '../../../../src/program/document.ts';
import { plainPrograms } from '../../../../src/program/patterns.ts';
import { trail } from '../../../../src/program/presets/trail.ts';
import { programs } from '../../../../src/program/presets.ts';
import { randomProgram } from '../../../scenario/sweep/random-program.ts';
import { textOf } from '../../house/repository.ts';

const published: unknown = JSON.parse(textOf('public/program.schema.json'));
const judge = new Ajv2020({ strict: true, allErrors: true }).compile(published as object);

describe('the published schema', () => {
  it('is generated from the schema that programs are read with (npm run schema)', () => {
    expect(published).toEqual(JSON.parse(programSchemaText()));
  });

  it('accepts every valid program', () => {
    for (const program of [...programs, ...plainPrograms]) {
      expect(judge(JSON.parse(documentText(program))), program.id).toBe(true);
    }
    fc.assert(
      fc.property(randomProgram, (program) => {
        fc.pre(checkProgram(program).length === 0);
        expect(judge(JSON.parse(documentText(program)))).toBe(true);
      }),
      { numRuns: 50 },
    );
  });

  const document = JSON.parse(documentText(trail)) as Record<string, unknown>;
  it.each<readonly [string, object]>([
    ['a figure past its range', { minutes: 61 }],
    ['a text for a figure', { peakMmhg: '60' }],
    ['an unknown key', { colour: 'red' }],
    ['a name that cannot be seen', { name: '\u202e' }],
    ['another format', { format: 'fit' }],
    ['no shape', { shape: undefined }],
  ])('refuses what the page refuses: %s', (_, wrong) => {
    const text = JSON.stringify({ ...document, ...wrong });
    expect(judge(JSON.parse(text))).toBe(false);
    expect(readDocument(text).ok).toBe(false);
  });
});
