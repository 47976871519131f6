/** The command-line arguments of `npm run boots`. */

import { Command, Option } from 'commander';
import { type WornFlags, withWornFlags } from '../arguments/worn-flags.ts';

export interface BootsFlags extends WornFlags {
  /** Adapter names, one per boot; by default the last ones available. */
  readonly adapter?: readonly string[];
}

/** @param complain receives error messages */
export const bootsArguments = (complain: (text: string) => void): Command =>
  withWornFlags(
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
