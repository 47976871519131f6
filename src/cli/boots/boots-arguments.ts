/** The command-line arguments of `npm run boots`. */

import { Command, Option } from 'commander';
import { type LegsAndFaultFlags, withLegsAndFaultFlags } from '../arguments/legs-and-fault-flags.ts';

export interface BootsFlags extends LegsAndFaultFlags {
  /** Names of the Bluetooth adapters, one for each boot; by default the last ones of this computer. */
  readonly adapter?: readonly string[];
}

export const bootsArguments = (complain: (text: string) => void): Command =>
  withLegsAndFaultFlags(
    new Command('boots').description(
      'Turns this computer into simulated boots, in real time, over its real Bluetooth (Linux with BlueZ).',
    ),
  )
    .addOption(
      new Option('--adapter <names>', 'Bluetooth adapters to use, such as hci1 or hci0,hci1').argParser(
        (text: string) => text.split(',').map((name) => name.trim()),
      ),
    )
    .allowExcessArguments(false)
    .exitOverride()
    .configureOutput({ writeErr: complain });
