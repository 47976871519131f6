import type { Figure } from './figure.ts';

const HEADINGS = ['name', 'value', 'unit', 'better', 'peer value', 'ratio', 'peer'];
const RIGHT = new Set([1, 4, 5]);

const cells = ({ name, value, unit, better, peer, peerValue, ratio }: Figure): readonly string[] => [
  name,
  String(value),
  unit,
  better,
  peerValue === null ? '–' : String(peerValue),
  ratio === null ? '–' : String(ratio),
  peer ?? '–',
];

export const table = (figures: readonly Figure[]): string => {
  const rows = [HEADINGS, ...figures.map(cells)];
  const widths = HEADINGS.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  const line = (row: readonly string[]): string =>
    row
      .map((cell, column) =>
        RIGHT.has(column) ? cell.padStart(widths[column] ?? 0) : cell.padEnd(widths[column] ?? 0),
      )
      .join('  ')
      .trimEnd();
  const rule = widths.map((width) => '─'.repeat(width));
  return [HEADINGS, rule, ...figures.map(cells)].map(line).join('\n');
};
