/** `npm run programs`: lists the programs; `-- --gallery DIR` draws each of them. */

import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Command, CommanderError } from 'commander';
import { limits } from '../../firmware-protocol/limits.ts';
import { litresPerMinute, mmhg, seconds } from '../../firmware-protocol/quantities.ts';
import { zoneLayouts } from '../../firmware-protocol/zones.ts';
import type { BootsShape } from '../program/boots-shape.ts';
import { plainPrograms } from '../program/patterns.ts';
import { programs } from '../program/presets.ts';
import { abilitiesOf } from '../simulator/boots-builds.ts';
import { defaultParameters } from '../simulator/plant/parameters.ts';
import { words } from '../words/in-use.ts';
import { type BuildFlags, withBuildFlags } from './arguments/build-flags.ts';
import { type UnitFlags, unitsOption, useUnits } from './arguments/units.ts';
import { type GalleryEntry, galleryEntry, galleryHtml, pictureFile } from './programs/gallery.ts';
import { listing } from './programs/program-list.ts';

/** Exit code: the arguments are wrong, or a file cannot be written. */
const EXIT_WRONG_ARGUMENTS = 2;

const USUAL_PUMP = defaultParameters.pumpFlow;

interface Flags extends BuildFlags, UnitFlags {
  readonly gallery?: string;
}

const command = withBuildFlags(
  new Command('programs')
    .description('Lists the programs, or draws them as pictures.')
    .option('--gallery <dir>', 'folder for a picture of each program and an index.html')
    .addOption(unitsOption()),
)
  .allowExcessArguments(false)
  .exitOverride()
  .configureOutput({ writeErr: (text) => process.stderr.write(text) });

const shapeOf = ({ zones, boots, pump = USUAL_PUMP, holds, valves }: Flags): BootsShape => ({
  parts: zoneLayouts[zones] ?? [],
  sides: boots === 'left' || boots === 'right' ? [boots] : ['left', 'right'],
  pumps: boots === 'pair' ? 'each' : 'shared',
  ...abilitiesOf({ holds, valves }),
  pumpFlow: litresPerMinute(pump),
  highestTarget: mmhg(limits.target.byDefault),
  highestConfirmed: mmhg(limits.target.hard),
  longestSession: seconds(limits.session.byDefault),
  longestAbove30: seconds(limits.timeAbove30.byDefault),
});

const kindInWords: Readonly<Record<Flags['boots'], (pump: number) => string>> = {
  hub: (pump) => `a hub with one pump of ${pump} L/min`,
  pair: (pump) => `a pair of boots with a pump of ${pump} L/min each`,
  left: (pump) => `a left boot with a pump of ${pump} L/min`,
  right: (pump) => `a right boot with a pump of ${pump} L/min`,
};

const bootsInWords = ({ zones, boots, pump = USUAL_PUMP, holds, valves }: Flags): string =>
  [
    kindInWords[boots](pump),
    `${zones} zones per leg`,
    ...(holds === 'one' ? ['one held at a time'] : []),
    ...(valves === 'shared' ? ['valves shared in pairs'] : []),
  ].join(', ');

async function writeGallery(
  dir: string,
  presets: readonly GalleryEntry[],
  patterns: readonly GalleryEntry[],
  boots: string,
) {
  try {
    await mkdir(dir, { recursive: true });
    for (const each of [...presets, ...patterns]) {
      const picture = pictureFile(each);
      if (picture !== null) await writeFile(join(dir, `${each.program.id}.svg`), picture);
    }
    await writeFile(join(dir, 'index.html'), galleryHtml({ boots, presets, patterns }));
    return null;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

async function main(): Promise<number> {
  try {
    command.parse();
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : EXIT_WRONG_ARGUMENTS;
    throw error;
  }
  const flags = command.opts<Flags>();
  useUnits(flags);
  const boots = shapeOf(flags);
  const presets = programs.map((program) => galleryEntry(program, boots));
  const patterns = plainPrograms.map((program) => galleryEntry(program, boots));
  if (flags.gallery === undefined) {
    process.stdout.write(`${listing(presets)}\n\nPatterns they are made of:\n${listing(patterns)}\n`);
    return 0;
  }
  const wrong = await writeGallery(flags.gallery, presets, patterns, bootsInWords(flags));
  if (wrong !== null) {
    process.stderr.write(`Cannot write to "${flags.gallery}": ${wrong}\n`);
    return EXIT_WRONG_ARGUMENTS;
  }
  const refused = [...presets, ...patterns].filter(({ preview }) => preview === null);
  const without =
    refused.length === 0
      ? ''
      : ` These boots cannot play ${words.numbers.list(refused.map(({ program }) => program.name))}.`;
  process.stdout.write(
    `${join(flags.gallery, 'index.html')}: ${presets.length + patterns.length} programs.${without}\n`,
  );
  return 0;
}

process.exitCode = await main();
