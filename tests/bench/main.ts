/** `npm run bench`: measures how Heartward performs as a whole. Some rows also measure a simpler design (the peer) in the same run. */

import { Command, InvalidArgumentError } from 'commander';
import { type Figure, type RowName, rowNames } from './figure.ts';
import { measurements } from './measurements.ts';
import { table } from './table.ts';

const list = new Intl.ListFormat('en');
const isRowName = (text: string): text is RowName => rowNames.some((name) => name === text);

const rowsNamed = (text: string): readonly RowName[] =>
  text.split(',').map((name) => {
    if (!isRowName(name)) throw new InvalidArgumentError(`The rows are ${list.format(rowNames)}.`);
    return name;
  });

const command = new Command('bench')
  .description('Measures, and prints a table.')
  .option('--json', 'prints one JSON array instead')
  .option('--only <names>', 'measures only these rows, with commas between', rowsNamed)
  .allowExcessArguments(false)
  .parse();
const { json = false, only = rowNames } = command.opts<{ json?: boolean; only?: readonly RowName[] }>();

const wanted = new Set(only);
const figures: Figure[] = [];
for (const { rows, measure } of measurements) {
  if (!rows.some((row) => wanted.has(row))) continue;
  const progress = (what: string): void => void process.stderr.write(`${list.format(rows)}: ${what}\n`);
  try {
    figures.push(...(await measure(progress, wanted)));
  } catch (error) {
    // A failed measurement does not stop the others.
    progress(`could not be measured. ${error instanceof Error ? error.stack : error}`);
    process.exitCode = 1;
  }
}
const ordered = rowNames.flatMap((name) =>
  figures.filter((found) => wanted.has(name) && found.name === name),
);
process.stdout.write(`${json ? JSON.stringify(ordered, null, 2) : table(ordered)}\n`);
