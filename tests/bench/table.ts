import { type Figure, reaches } from './figure.ts';

const HEADINGS = ['name', 'value', 'unit', 'better', 'aim', 'peer value', 'ratio', 'peer'];
const RIGHT = new Set([1, 4, 5, 6]);

const aimOf = (figure: Figure): string => {
  const reached = reaches(figure);
  if (reached === null) return '–';
  return `${reached ? '' : 'missed: '}${figure.better === 'lower' ? '≤' : '≥'} ${figure.aim}`;
};

const cells = (figure: Figure): readonly string[] => {
  const { name, value, unit, better, peer, peerValue, ratio } = figure;
  return [
    name,
    String(value),
    unit,
    better,
    aimOf(figure),
    peerValue === null ? '–' : String(peerValue),
    ratio === null ? '–' : String(ratio),
    peer ?? '–',
  ];
};

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
