/** `npm run boots`: turns this computer into simulated boots, in real time, for any page or phone nearby. */

import { CommanderError } from 'commander';
import { systemClock } from '../clock/system-clock.ts';
import { systemBusAddress } from '../radio/bus.ts';
import type { Missing } from '../radio/missing.ts';
import { findAdapters } from '../radio/on-air.ts';
import { abilitiesOf } from '../simulator/boots-builds.ts';
import { seededRandom } from '../simulator/random.ts';
import { whyFaultsDoNotFit, whyNotOnAir } from './arguments/fault-argument.ts';
import { faultList } from './arguments/legs-and-fault-flags.ts';
import { type BootsFlags, bootsArguments } from './boots/boots-arguments.ts';
import { adaptersFor, allOnAir } from './boots/boots-on-air.ts';
import { runBoots } from './boots/boots-run.ts';
import { missingWords } from './boots/missing-words.ts';
import { type BootsOnLegsOptions, bootsOnLegs } from './boots-on-legs.ts';

/** Exit code: something that the command needs is missing. */
const EXIT_MISSING = 1;
const EXIT_WRONG_ARGUMENTS = 2;

const complain = (text: string): void => void process.stderr.write(`${text}\n`);

const lacking = (missing: Missing): number => {
  complain(missingWords(missing).join('\n'));
  return EXIT_MISSING;
};

const wearingOf = (flags: BootsFlags): BootsOnLegsOptions => ({
  kind: flags.boots,
  legs: flags.legs,
  zones: flags.zones,
  seed: flags.seed,
  ...(flags.pump === undefined ? {} : { pumpFlow: flags.pump }),
  abilities: abilitiesOf(flags),
  press: flags.press,
});

async function boots(flags: BootsFlags): Promise<number> {
  if (process.platform !== 'linux') {
    complain(
      'Boots on the air need BlueZ, which exists only on Linux. Elsewhere: npm start, then "Simulated boots".',
    );
    return EXIT_MISSING;
  }
  const wearing = wearingOf(flags);
  const misplaced = whyNotOnAir(flags.fault) ?? whyFaultsDoNotFit(wearing, flags.fault);
  if (misplaced !== null) {
    complain(misplaced);
    return EXIT_WRONG_ARGUMENTS;
  }
  const clock = systemClock;
  const bus = systemBusAddress(process.env);
  const found = await findAdapters(bus, clock);
  if ('kind' in found) return lacking(found);
  const worn = bootsOnLegs(clock, wearing, seededRandom(flags.seed));
  const adapters = adaptersFor(worn.all.length, found, flags.adapter);
  if ('kind' in adapters) return lacking(adapters);
  const up = await allOnAir(worn, adapters, { bus, clock });
  if ('kind' in up) return lacking(up);
  return runBoots({ worn, up, faults: flags.fault, clock });
}

async function main(): Promise<number> {
  const call = bootsArguments((text) => process.stderr.write(text));
  try {
    call.parse();
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : EXIT_WRONG_ARGUMENTS;
    throw error;
  }
  const flags = call.opts<BootsFlags>();
  if (!flags.listFaults) return boots(flags);
  process.stdout.write(`${faultList()}\n`);
  return 0;
}

process.exit(await main());
