import { describe, expect, test } from 'vitest';
import { mmhg, seconds } from '../../../../firmware-protocol/quantities.ts';
import { faultChoices } from '../../../../src/cli/boots/boots-events.ts';
import { bar, bootsPlainly, bootsScreen, type Line } from '../../../../src/cli/boots/boots-screen.ts';
import type { BootShown, BootsShown, LoggedRequest } from '../../../../src/cli/boots/boots-shown.ts';
import { screenful } from '../../../../src/cli/boots/terminal.ts';
import { statusOf } from '../../status.ts';

const requests = (index: number): LoggedRequest => ({
  at: seconds(index),
  what: `ask ${index}`,
  answer: 'done',
  times: 1,
});

const boot: BootShown = {
  name: 'Heartward boots (sim)',
  adapter: 'hci1',
  air: 'advertising',
  links: 1,
  status: statusOf({ therapy: 'running', operation: 'waiting', wall: seconds(125), cycles: 3, holder: 1 }),
  blinking: false,
  legs: [
    {
      side: 'left',
      zones: [
        { part: 'foot', pressure: mmhg(40.4), target: mmhg(45) },
        { part: 'calf', pressure: mmhg(-0.3), target: 'vent' },
        { part: 'thigh', pressure: mmhg(20), target: 'seal' },
      ],
    },
  ],
  requests: [1, 2, 3, 4, 5, 6].map(requests),
};
const shown: BootsShown = { boots: [boot], faults: null, note: '' };

const text = (lines: readonly Line[]): readonly string[] =>
  lines.map((line) =>
    line
      .map((piece) => piece.text)
      .join('')
      .trimEnd(),
  );

describe('the screen', () => {
  test('shows the thigh above and the foot below, each with pressure and target', () => {
    const rows = text(bootsScreen(shown));
    const zones = rows.filter((row) => /^(thigh|calf|foot) /.test(row));
    expect(zones.map((row) => row.split(/[ │█▏▎▍▌▋▊▉]+/).join(' '))).toEqual([
      'thigh 20 seal',
      'calf 0 vent',
      'foot 40 of 45',
    ]);
  });

  test('shows the adapter, the state of the boots, and the last requests', () => {
    const all = text(bootsScreen(shown)).join('\n');
    for (const words of [
      'hci1, advertising, 1 link',
      'running, waiting for air',
      '2:05',
      'cycle 3',
      'ask 6 → done',
    ])
      expect(all).toContain(words);
  });

  test('shows a fault as an alarm', () => {
    const faulted = { ...boot, status: statusOf({ operation: 'faulted', fault: 'leak', faultZone: 2 }) };
    const alarms = bootsScreen({ ...shown, boots: [faulted] })
      .flat()
      .filter(({ tone }) => tone === 'alarm');
    expect(alarms.map((piece) => piece.text.trim())).toEqual(['fault: leak, zone 2']);
  });

  test('keeps the keys on a small screen and drops the oldest requests', () => {
    const rows = text(bootsScreen({ ...shown, boots: [boot, boot] }, { columns: 80, rows: 24 }));
    expect(rows.length).toBeLessThanOrEqual(24);
    expect(rows.at(-1)).toContain('q quit');
    expect(rows.join()).toContain('ask 6');
    expect(rows.join()).not.toContain('ask 1 ');
  });

  test('lists the faults while one is chosen', () => {
    const faults = [{ key: 'a', name: 'leak', meaning: 'a hole in a bag' }];
    expect(text(bootsScreen({ ...shown, faults })).at(-1)).toMatch(/^ a leak +a hole in a bag$/);
  });

  test.each([
    [80, 13],
    [80, 24],
    [120, 40],
  ])('shows every fault that can be chosen, on %i columns and %i rows', (columns, rows) => {
    const size = { columns, rows };
    const lines = bootsScreen({ ...shown, boots: [boot, boot], faults: faultChoices, note: 'leak' }, size);
    const drawn = screenful(lines, size, false);
    for (const { key, name } of faultChoices) expect(drawn).toMatch(new RegExp(` ${key} ${name}( |\u001b)`));
    expect(drawn).toContain('Esc cancels');
  });
});

describe('a bar', () => {
  const whole = (pressure: number, target: Parameters<typeof bar>[1]): string => {
    const { filled, rest } = bar(pressure, target);
    return filled + rest;
  };

  test('has the same width at any pressure', () => {
    for (const pressure of [-5, 0, 0.4, 33.3, 79.99, 80, 130])
      expect(whole(pressure, mmhg(45))).toHaveLength(24);
  });

  test('has a mark at the target until the pressure reaches it', () => {
    expect(whole(20, mmhg(40)).indexOf('│')).toBe(12);
    expect(whole(60, mmhg(40))).not.toContain('│');
    expect(whole(20, 'vent')).not.toContain('│');
  });
});

test('without a terminal, the screen is one line, foot first', () => {
  expect(bootsPlainly(shown)).toEqual([
    'Heartward boots (sim) (hci1): advertising; 1 link; running, waiting for air; mmHg left 40 0 20; last: 6.0 s  ask 6 → done',
  ]);
});

test('the screen has no more lines and columns than the terminal', () => {
  const written = screenful([[{ text: 'abcdef', tone: 'plain' }], [], []], { columns: 3, rows: 2 }, false);
  expect(written).toContain('abc');
  expect(written).not.toContain('abcd');
  expect(written.split('\r\n')).toHaveLength(2);
});
