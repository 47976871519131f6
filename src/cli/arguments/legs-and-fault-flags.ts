/** Flags for the legs in the simulated boots and for faults. */

import { type Command, InvalidArgumentError, Option } from 'commander';
import { closest } from 'fastest-levenshtein';
import type { SimulatedBuild } from '../../simulator/boots-builds.ts';
import { type LegSize, legSizes } from '../boots-on-legs.ts';
import { type BuildFlags, buildOption, withBuildFlags } from './build-flags.ts';
import { type FaultArgument, knownFaults, parseFault } from './fault-argument.ts';
import { within } from './number-argument.ts';

export interface LegsAndFaultFlags extends BuildFlags {
  readonly seed: number;
  readonly legs: LegSize;
  readonly press: SimulatedBuild['press'];
  readonly fault: readonly FaultArgument[];
  readonly listFaults?: boolean;
}

function fault(text: string, others: readonly FaultArgument[]): readonly FaultArgument[] {
  const parsed = parseFault(text);
  if (!parsed) {
    throw new InvalidArgumentError(
      'Expected NAME, NAME@SECONDS or NAME@SECONDS:ZONE; SECONDS may be "preparing".',
    );
  }
  const names = knownFaults.map(({ name }) => name);
  if (!names.includes(parsed.name)) {
    throw new InvalidArgumentError(
      `There is no fault "${parsed.name}". Did you mean "${closest(parsed.name, names)}"? --list-faults shows them all.`,
    );
  }
  return [...others, parsed];
}

export const withLegsAndFaultFlags = (command: Command): Command =>
  withBuildFlags(command)
    .addOption(buildOption('press'))
    .addOption(new Option('--legs <size>', 'size of the legs').choices(legSizes).default('medium'))
    .addOption(
      new Option(
        '--fault <name[@seconds][:zone]>',
        'a fault to inject, and when (or @preparing: before the session begins); zones count from 0 at the left foot; may be repeated',
      )
        .default([])
        .argParser(fault),
    )
    .addOption(
      new Option('--seed <n>', 'seed for legs, sensors and link')
        .default(1)
        .argParser(within(0, 2 ** 32 - 1, '', true)),
    )
    .option('--list-faults', 'list the faults');

const places = { zone: ':zone', leg: ':leg (0 left, 1 right)', boot: ':boot (0 left, 1 right)', none: '' };

export const faultList = (): string =>
  knownFaults
    .map(({ name, meaning, place }) => `${`${name}${places[place]}`.padEnd(36)} ${meaning}`)
    .join('\n');
