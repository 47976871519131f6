/** What `npm run simulate` can be asked for. */

import { Command, Option } from 'commander';
import { limits, rules } from '../../firmware-protocol/limits.ts';
import { mmhg } from '../../firmware-protocol/quantities.ts';
import { LEAST_INTENSITY, LEAST_MINUTES, MOST_MINUTES } from '../program/settings.ts';
import { words } from '../words/in-use.ts';
import { within } from './number-argument.ts';
import { type UnitFlags, unitsOption } from './units.ts';
import { type WornFlags, withWornFlags } from './worn-flags.ts';

export interface Flags extends WornFlags, UnitFlags {
  readonly minutes?: number;
  readonly peak?: number;
  readonly confirm?: boolean;
  readonly out?: string;
  readonly list?: boolean;
}

/** @param complain where a wrong word is answered */
export const simulateCall = (complain: (text: string) => void): Command =>
  withWornFlags(
    new Command('simulate')
      .description('Runs a whole session on simulated boots in virtual time.')
      .argument('[program]', 'which program (--list names them), or a program file'),
  )
    .addOption(
      new Option('--minutes <n>', 'wall time').argParser(within(LEAST_MINUTES, MOST_MINUTES, ' min', false)),
    )
    .addOption(
      new Option('--peak <mmhg>', 'intensity').argParser(
        within(LEAST_INTENSITY, limits.target.hard, ` ${words.numbers.pressureUnit}`, false),
      ),
    )
    .option('--confirm', `you do want more than ${words.numbers.withUnit(mmhg(rules.confirmAbove))}`)
    .option('--out <dir>', 'where trace.csv, trace.svg, program.svg and summary.json go')
    .addOption(unitsOption())
    .option('--list', 'names the programs')
    .allowExcessArguments(false)
    .exitOverride()
    .configureOutput({ writeErr: complain });
