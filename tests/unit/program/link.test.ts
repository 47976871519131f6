import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkProgram } from '../../../src/program/check.ts';
import { documentText, readDocument } from '../../../src/program/document.ts';
import { linkTo, programInLink } from '../../../src/program/link.ts';
import { strong } from '../../../src/program/presets/strong.ts';
import { programs } from '../../../src/program/presets.ts';
import { randomProgram } from '../../scenario/sweep/random-program.ts';
import { inWords } from '../in-words.ts';

const PAGE = 'https://boots.example/app/?lang=en';

describe('a link', () => {
  it('carries every preset unchanged, behind the # that browsers do not send', () => {
    for (const program of programs) {
      const link = linkTo(program, PAGE);
      expect(link.startsWith(`${PAGE}#program=`)).toBe(true);
      expect(new URL(link).href).toBe(link);
      const read = programInLink(link);
      if (!read?.ok) throw new Error(program.id);
      expect(documentText(read.program)).toBe(documentText(program));
      expect(read).toEqual(readDocument(documentText(program)));
    }
  });

  it('carries any program with any name', () => {
    const name = fc
      .string({ unit: 'grapheme', minLength: 1, maxLength: 20 })
      .filter((text) => checkProgram({ ...strong, name: text }).length === 0);
    fc.assert(
      fc.property(randomProgram, name, (drawn, own) => {
        const program = { ...drawn, name: own };
        fc.pre(checkProgram(program).length === 0);
        const read = programInLink(linkTo(program, PAGE));
        expect(read?.ok && { ...read.program, id: program.id }).toEqual(program);
      }),
      { numRuns: 100 },
    );
  });

  it('of every preset is shorter than 1600 characters, which any messenger takes', () => {
    for (const program of programs) expect(linkTo(program, PAGE).length).toBeLessThan(1600);
  });

  it('carries a program behind a key that ends like its own', () => {
    const link = linkTo(strong, PAGE).replace('#', '#myprogram=x&');
    expect(programInLink(link)).toEqual(programInLink(linkTo(strong, PAGE)));
  });

  it('replaces what the page’s address had after its #', () => {
    expect(linkTo(strong, `${PAGE}#program=old`)).toBe(linkTo(strong, PAGE));
  });

  it.each(['', 'https://boots.example/', `${PAGE}#`, `${PAGE}#menu`, `${PAGE}#myprogram=x`, 'a#b#program'])(
    'carries nothing: "%s"',
    (href) => expect(programInLink(href)).toBeNull(),
  );

  it.each([
    ['cut off', (link: string) => link.slice(0, -40)],
    ['cut off at its beginning', (link: string) => link.replace(/=.{7}/, '=')],
    ['empty', (link: string) => link.replace(/=[^=]*$/, '=')],
    ['with foreign characters', (link: string) => link.replace(/.{5}$/, 'a b%20')],
    ['not of text', () => `${PAGE}#program=____`],
    ['far too long', () => `${PAGE}#program=${'A'.repeat(10_000_000)}`],
  ])('is refused %s', (_, harmed) => {
    const read = programInLink(harmed(linkTo(strong, 'https://boots.example/')));
    expect(read?.ok === false && inWords(read.problems).map(({ place }) => place)).toEqual(['link']);
  });
});
