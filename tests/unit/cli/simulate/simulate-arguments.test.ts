import { CommanderError } from 'commander';
import { describe, expect, it } from 'vitest';
import { knownFaults, parseFault } from '../../../../src/cli/arguments/fault-argument.ts';
import { type Flags, simulateArguments } from '../../../../src/cli/simulate/simulate-arguments.ts';

/** The error message for these arguments; empty if they are accepted. */
function refusal(...words: string[]): string {
  const said: string[] = [];
  try {
    simulateArguments((text) => void said.push(text)).parse(words, { from: 'user' });
  } catch (error) {
    if (error instanceof CommanderError) return said.join('');
    throw error;
  }
  return '';
}

const flagsOf = (...words: string[]): Flags =>
  simulateArguments(() => undefined)
    .parse(words, { from: 'user' })
    .opts<Flags>();

describe('the arguments of simulate', () => {
  it.each([
    { words: ['x', '--minuts', '3'], says: '--minutes' },
    { words: ['x', '--zones', '9'], says: '3 to 8' },
    { words: ['x', '--zones', '4.5'], says: 'whole number' },
    { words: ['x', '--peak', 'NaN'], says: '15 to 100' },
    { words: ['x', '--peak', ''], says: '15 to 100' },
    { words: ['x', '--boots', 'hob'], says: 'hub' },
    { words: ['x', '--legs', 'huge'], says: 'medium' },
    { words: ['x', '--pump', '3'], says: '4 to 20' },
    { words: ['x', '--holds', 'two'], says: 'together' },
    { words: ['x', '--valves', 'mine'], says: 'shared' },
    { words: ['x', '--press', '3'], says: 'first' },
    { words: ['x', '--fault', 'leek'], says: '"leak"' },
    { words: ['x', '--fault', 'leak@x'], says: 'NAME@SECONDS:ZONE' },
    { words: ['x', '--fault', 'leak:-1'], says: 'NAME@SECONDS:ZONE' },
    { words: ['x', 'y'], says: 'too many arguments' },
  ])('rejects $words with the reason', ({ words, says }) => {
    expect(refusal(...words)).toContain(says);
  });

  it('takes several faults, each with its time and zone', () => {
    const words = ['leak@120:3', 'pump-stall', 'reset@1.5', 'button@preparing:1'];
    const { fault } = flagsOf('x', ...words.flatMap((word) => ['--fault', word]));
    expect(fault).toEqual([
      { name: 'leak', at: 120, where: 3 },
      { name: 'pump-stall', at: 60, where: 0 },
      { name: 'reset', at: 1.5, where: 0 },
      { name: 'button', at: 'preparing', where: 1 },
    ]);
  });

  it('accepts every known fault', () => {
    for (const { name } of knownFaults) expect(parseFault(name)?.name).toBe(name);
  });
});
