/** What `npm run simulate` can be asked for. */

import { Command, InvalidArgumentError, Option } from 'commander';
import { closest } from 'fastest-levenshtein';
import { limits, rules } from '../../firmware-protocol/limits.ts';
import { LEAST_INTENSITY, LEAST_MINUTES, MOST_MINUTES } from '../program/settings.ts';
import type { Build } from '../simulator/builds.ts';
import { type BuildFlags, buildOption, withBuildFlags } from './build-flags.ts';
import { type InjectedFault, knownFaults, parseFault } from './injected-fault.ts';
import { within } from './number-argument.ts';
import { type LegSize, legSizes } from './worn-boots.ts';

export interface Flags extends BuildFlags {
  readonly minutes?: number;
  readonly peak?: number;
  readonly seed: number;
  readonly legs: LegSize;
  readonly press: Build['press'];
  readonly fault: readonly InjectedFault[];
  readonly confirm?: boolean;
  readonly out?: string;
  readonly list?: boolean;
  readonly listFaults?: boolean;
}

function fault(text: string, others: readonly InjectedFault[]): readonly InjectedFault[] {
  const parsed = parseFault(text);
  if (!parsed) {
    throw new InvalidArgumentError(
      'It takes NAME, NAME@SECONDS or NAME@SECONDS:ZONE; preparing may stand for SECONDS.',
    );
  }
  const names = knownFaults.map(({ name }) => name);
  if (!names.includes(parsed.name)) {
    throw new InvalidArgumentError(
      `There is no fault "${parsed.name}". Did you mean "${closest(parsed.name, names)}"? --list-faults names them all.`,
    );
  }
  return [...others, parsed];
}

/** @param complain where a wrong word is answered */
export const simulateCall = (complain: (text: string) => void): Command =>
  withBuildFlags(
    new Command('simulate')
      .description('Runs a whole session on simulated boots in virtual time.')
      .argument('[program]', 'which program (--list names them), or a program file'),
  )
    .addOption(buildOption('press'))
    .addOption(
      new Option('--minutes <n>', 'wall time').argParser(within(LEAST_MINUTES, MOST_MINUTES, ' min', false)),
    )
    .addOption(
      new Option('--peak <mmhg>', 'intensity').argParser(
        within(LEAST_INTENSITY, limits.target.hard, ' mmHg', false),
      ),
    )
    .option('--confirm', `you do want more than ${rules.confirmAbove} mmHg`)
    .addOption(new Option('--legs <size>', 'in the boots').choices(legSizes).default('medium'))
    .addOption(
      new Option(
        '--fault <name[@seconds][:zone]>',
        'what befalls the boots, and when (or @preparing: before it begins); zones from 0 at the left foot; may be repeated',
      )
        .default([])
        .argParser(fault),
    )
    .addOption(
      new Option('--seed <n>', 'of legs, sensors and link')
        .default(1)
        .argParser(within(0, 2 ** 32 - 1, '', true)),
    )
    .option('--out <dir>', 'where trace.csv, trace.svg, program.svg and summary.json go')
    .option('--list', 'names the programs')
    .option('--list-faults', 'names the faults')
    .allowExcessArguments(false)
    .exitOverride()
    .configureOutput({ writeErr: complain });
