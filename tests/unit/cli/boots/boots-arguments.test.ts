/** The arguments of `npm run boots`, its choice of adapters, and its messages when something is missing. */

import { describe, expect, test } from 'vitest';
import { type BootsFlags, bootsArguments } from '../../../../src/cli/boots/boots-arguments.ts';
import { faultChoices } from '../../../../src/cli/boots/boots-events.ts';
import { adaptersFor } from '../../../../src/cli/boots/boots-on-air.ts';
import { missingWords } from '../../../../src/cli/boots/missing-words.ts';
import type { Missing } from '../../../../src/radio/missing.ts';

const flagsOf = (...words: string[]): BootsFlags =>
  bootsArguments(() => undefined)
    .parse(words, { from: 'user' })
    .opts<BootsFlags>();

const found = ['hci0', 'hci1', 'hci2'].map((name) => ({ name, path: `/org/bluez/${name}`, address: '' }));
const chosen = (...call: Parameters<typeof adaptersFor>): unknown => {
  const adapters = adaptersFor(...call);
  return 'kind' in adapters ? adapters.kind : adapters.map(({ name }) => name).join();
};

test('the arguments include the flags of simulate', () => {
  const line = '--boots pair --zones 8 --legs large --pump 8 --fault leak@120:2 --adapter hci0,hci2';
  expect(flagsOf(...line.split(' '))).toMatchObject({
    boots: 'pair',
    zones: 8,
    legs: 'large',
    pump: 8,
    fault: [{ name: 'leak', at: 120, where: 2 }],
    adapter: ['hci0', 'hci2'],
  });
});

describe('the choice of adapters', () => {
  test('gives a hub the last adapter and a pair the last two, because a browser uses the first', () => {
    expect(chosen(1, found, undefined)).toBe('hci2');
    expect(chosen(2, found, undefined)).toBe('hci1,hci2');
    expect(chosen(1, found.slice(0, 1), undefined)).toBe('hci0');
  });

  test('uses the adapters that are named', () => {
    expect(chosen(1, found, ['hci0'])).toBe('hci0');
    expect(chosen(2, found, ['hci2', 'hci0'])).toBe('hci2,hci0');
  });

  test('reports what is missing: any adapter, a second one, or the one named', () => {
    expect(chosen(1, [], undefined)).toBe('adapter');
    expect(chosen(2, found.slice(1, 2), undefined)).toBe('adapters');
    expect(chosen(1, found, ['hci7'])).toBe('adapter');
    expect(chosen(2, found, ['hci1', 'hci1'])).toBe('adapters');
  });
});

describe('what is missing', () => {
  const missing: readonly Missing[] = [
    { kind: 'bus', address: 'unix:path=/x', why: 'connect ENOENT' },
    { kind: 'bluez' },
    { kind: 'adapter', wanted: null, found: [] },
    { kind: 'adapter', wanted: 'hci7', found: ['hci0'] },
    { kind: 'adapters', needed: 2, found: ['hci0'] },
    { kind: 'adapters', needed: 2, found: ['hci0', 'hci1'] },
    { kind: 'power', adapter: 'hci0', why: 'rfkill' },
    { kind: 'advertising', adapter: 'hci0', why: 'no' },
    { kind: 'permission', what: 'advertise on hci0', why: 'denied' },
    { kind: 'refused', what: 'advertise on hci0', why: 'failed' },
  ];

  test.each(missing)('$kind is explained, with what to do', (one) => {
    const [what, ...how] = missingWords(one);
    expect(what?.length).toBeGreaterThan(20);
    expect(how.join(' ').length).toBeGreaterThan(20);
  });
});

test('every fault that a key can choose has a key of its own', () => {
  const keys = faultChoices.map(({ key }) => key);
  expect(new Set(keys).size).toBe(keys.length);
  expect(keys).not.toContain('');
  expect(keys.join('')).not.toMatch(/[bflq]/);
});
