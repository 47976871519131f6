import { expect, test } from 'vitest';
import { figure, reaches } from '../../bench/figure.ts';
import { median, percentile } from '../../bench/statistics.ts';
import { table } from '../../bench/table.ts';

const row = { name: 'air.down-bytes-per-minute', unit: 'bytes/min', better: 'lower' } as const;

test('the ratio is ours divided by the peer’s, to four digits', () => {
  const { value, peerValue, ratio } = figure(row, 374.256, { name: 'live', value: 59_900 });
  expect({ value, peerValue, ratio }).toEqual({ value: 374.3, peerValue: 59_900, ratio: 0.006248 });
});

test('nothing is divided by a peer of zero', () => {
  expect(figure(row, 1, { name: 'live', value: 0 }).ratio).toBeNull();
});

test('columns of the table stand under one another', () => {
  const lines = table([
    figure(row, 374.256, { name: 'live', value: 59_900 }),
    figure({ ...row, name: 'simulate.speed', unit: '× real time' }, 517),
  ]).split('\n');
  const column = lines[0]?.indexOf('unit') ?? -1;
  expect(lines.slice(2).map((line) => line.slice(column, column + 5))).toEqual(['bytes', '× rea']);
});

test('the table says what a row aims at, and whether it misses that', () => {
  const opened = { name: 'journal.open', unit: 'ms', better: 'lower' } as const;
  const judged = { name: 'page.lighthouse-mobile', unit: 'of 100', better: 'higher' } as const;
  const figures = [figure(opened, 300), figure(opened, 301), figure(judged, 98), figure(judged, 97)];
  expect(figures.map(reaches)).toEqual([true, false, true, false]);
  const lines = table([...figures, figure(row, 1)]).split('\n');
  expect(lines.slice(2).map((line) => /(missed: )?[≤≥] \d+/.exec(line)?.[0])).toEqual([
    '≤ 300',
    'missed: ≤ 300',
    '≥ 98',
    'missed: ≥ 98',
    undefined,
  ]);
});

test('a percentile is one of the numbers, by nearest rank', () => {
  const numbers = Array.from({ length: 200 }, (_, i) => 200 - i);
  expect(percentile(numbers, 0.99)).toBe(198);
  expect(percentile([3, 1, 2], 0.99)).toBe(3);
  expect(median([4, 1, 3, 2])).toBe(2);
});
