/** The command-line arguments of `npm run simulate`. */

import { Command, Option } from 'commander';
import { limits, rules } from '../../../firmware-protocol/limits.ts';
import { mmhg } from '../../../firmware-protocol/quantities.ts';
import { LEAST_INTENSITY, LEAST_MINUTES, MOST_MINUTES } from '../../program/settings.ts';
import { words } from '../../words/in-use.ts';
import { type LegsAndFaultFlags, withLegsAndFaultFlags } from '../arguments/legs-and-fault-flags.ts';
import { within } from '../arguments/number-argument.ts';
import { type UnitFlags, unitsOption } from '../arguments/units.ts';

export interface Flags extends LegsAndFaultFlags, UnitFlags {
  readonly minutes?: number;
  readonly peak?: number;
  readonly confirm?: boolean;
  readonly out?: string;
  readonly list?: boolean;
}

export const simulateArguments = (complain: (text: string) => void): Command =>
  withLegsAndFaultFlags(
    new Command('simulate')
      .description('Runs a whole session on simulated boots in virtual time.')
      .argument('[program]', 'a program (see --list) or a program file'),
  )
    .addOption(
      new Option('--minutes <n>', 'how long it runs, the first fill not counted').argParser(
        within(LEAST_MINUTES, MOST_MINUTES, ' min', false),
      ),
    )
    .addOption(
      new Option('--peak <mmhg>', 'intensity').argParser(
        within(LEAST_INTENSITY, limits.target.hard, ` ${words.numbers.pressureUnit}`, false),
      ),
    )
    .option('--confirm', `confirm an intensity above ${words.numbers.withUnit(mmhg(rules.confirmAbove))}`)
    .option('--out <dir>', 'folder for trace.csv, trace.svg, program.svg and summary.json')
    .addOption(unitsOption())
    .option('--list', 'list the programs')
    .allowExcessArguments(false)
    .exitOverride()
    .configureOutput({ writeErr: complain });
