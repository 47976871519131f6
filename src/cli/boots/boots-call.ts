/** What `npm run boots` can be asked for. */

import { Command, Option } from 'commander';
import { type WornFlags, withWornFlags } from '../worn-flags.ts';

export interface BootsFlags extends WornFlags {
  /** Names of the adapters, one a boot; the last ones there are if not given. */
  readonly adapter?: readonly string[];
}

/** @param complain where a wrong word is answered */
export const bootsCall = (complain: (text: string) => void): Command =>
  withWornFlags(
    new Command('boots').description(
      'Makes this computer a pair of boots: simulated ones, in real time, over its real Bluetooth (Linux with BlueZ).',
    ),
  )
    .addOption(
      new Option('--adapter <names>', 'which Bluetooth adapters, as hci1 or hci0,hci1').argParser(
        (text: string) => text.split(',').map((name) => name.trim()),
      ),
    )
    .allowExcessArguments(false)
    .exitOverride()
    .configureOutput({ writeErr: complain });
