/** The tables of PROTOCOL.md, for tests that compare the code with them. */

import { readFileSync } from 'node:fs';
import { join } from 'node:path';

export const protocolText = readFileSync(
  join(import.meta.dirname, '../../../firmware-protocol/PROTOCOL.md'),
  'utf8',
);

export type Table = readonly (readonly string[])[];

/** The text between a heading and the next heading of any level. Throws if there is no such heading. */
export function sectionOf(heading: string): string {
  const lines = protocolText.split('\n');
  const start = lines.findIndex((line) => /^#+ /.test(line) && line.replace(/^#+ /, '').startsWith(heading));
  if (start < 0) throw new Error(`PROTOCOL.md has no section "${heading}"`);
  const end = lines.findIndex((line, i) => i > start && /^#+ /.test(line));
  return lines.slice(start + 1, end < 0 ? undefined : end).join('\n');
}

const cells = (row: string): string[] =>
  row
    .split('|')
    .slice(1, -1)
    .map((cell) => cell.trim());

/**
 * The rows of a section's table without its header. `head` are the first words of the header's cells. Throws if
 * there is no such table.
 */
export function tableOf(heading: string, head: readonly string[]): Table {
  const blocks = sectionOf(heading)
    .split(/\n(?!\|)/)
    .map((block) => block.split('\n').filter((line) => line.startsWith('|')));
  const found = blocks.find(([first = '']) => head.every((cell, i) => cells(first)[i]?.startsWith(cell)));
  if (!found) throw new Error(`section "${heading}" has no table ${head.join(' | ')}`);
  return found.slice(2).map(cells);
}

/** The number at the start of a cell; NaN if there is none. */
export const leading = (cell = ''): number => Number.parseFloat(cell);

/** Names as in code: `not supported: …` becomes notSupported, `Request control` becomes requestControl. */
export const camel = (words: string): string =>
  words
    .replace(/[:;(].*$/, '')
    .trim()
    .toLowerCase()
    .replace(/[ -]+(\w)/g, (_, letter: string) => letter.toUpperCase());
