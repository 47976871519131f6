/**
 * `npm run fault-matrix`: injects each fault that a single zone can have, in every zone of every shape of boots, while up to three
 * patterns are played. Counts what the boots reported: the right zone, another zone, or nothing. Then plays healthy hours, some with
 * moving legs, in which the boots must report nothing. The exit code is 1 if no cell matches the options, if less than 99 % of a
 * fault's zones are right, if the boots were silent, or after a false alarm.
 */

import { Command, Option } from 'commander';
import { within } from '../src/cli/arguments/number-argument.ts';
import { play } from '../tests/scenario/fault-matrix/cell.ts';
import { Counts } from '../tests/scenario/fault-matrix/count.ts';
import { playHealthy } from '../tests/scenario/fault-matrix/healthy.ts';
import { matrix } from '../tests/scenario/fault-matrix/matrix.ts';
import { singleFaults } from '../tests/scenario/fault-matrix/single-faults.ts';

interface Flags {
  readonly every: number;
  readonly from: number;
  readonly hours?: number;
  readonly cell?: number;
  readonly fault?: string;
  readonly seeds: number;
}

const command = new Command('fault-matrix')
  .description(
    'Counts, for every single-zone fault in every zone, whether the boots name the right zone.\nA half (--every 2) takes about 3 minutes on two quiet cores in two processes, 100 healthy hours 4 more.',
  )
  .addOption(
    new Option('--every <n>', 'run only every n-th cell').default(1).argParser(within(1, 10_000, '', true)),
  )
  .addOption(
    new Option('--from <n>', 'begin with this cell').default(0).argParser(within(0, 10_000, '', true)),
  )
  .addOption(
    new Option(
      '--hours <n>',
      'healthy virtual hours; without this option 100, or 0 with --cell or --fault',
    ).argParser(within(0, 10_000, ' h', false)),
  )
  .addOption(new Option('--cell <n>', 'run only this cell').argParser(within(0, matrix.length - 1, '', true)))
  .addOption(new Option('--fault <text>', 'run only faults whose names contain this'))
  .addOption(
    new Option('--seeds <n>', 'run each cell with so many seeds')
      .default(1)
      .argParser(within(1, 1000, '', true)),
  )
  .allowExcessArguments(false)
  .parse();
const {
  every,
  from,
  cell: only,
  fault,
  hours = only === undefined && fault === undefined ? 100 : 0,
  seeds,
} = command.opts<Flags>();

const say = (line: string): void => void process.stdout.write(`${line}\n`);
const began = performance.now();
const counts = new Counts();
const cells =
  only === undefined
    ? matrix.filter(
        ({ fault: { name } }, index) => index % every === from % every && name.includes(fault ?? ''),
      )
    : matrix.slice(only, only + 1);
if (cells.length === 0)
  command.error(`No cell matches. The faults are: ${singleFaults.map(({ name }) => name).join(', ')}.`);
for (let round = 0; round < seeds; round++) {
  for (const cell of cells) {
    const seed = cell.seed + round * matrix.length;
    const outcome = play({ ...cell, seed });
    counts.add(cell, outcome);
    if (only === undefined && outcome.kind !== 'silent' && outcome.right) continue;
    const result = outcome.kind === 'silent' ? 'silent' : JSON.stringify(outcome);
    say(
      `  cell ${cell.seed - 1}, seed ${seed}: ${cell.shape.name}, ${cell.pattern}, ${cell.fault.name} in ${cell.zone}: ${result}`,
    );
  }
}
for (const line of counts.lines) say(line);

let passed = 0;
let alarms = 0;
for (let seed = 1; passed < hours; seed++) {
  const run = playHealthy(seed, seed % 10 === 0);
  passed += run.hours;
  if (run.alarm === null) continue;
  alarms++;
  say(`  ${run.name}: ${run.alarm}`);
}
say(
  `${(100 * counts.rightShare).toFixed(1)} % right zones; ${alarms} false alarms in ${passed.toFixed(0)} h; ${((performance.now() - began) / 60_000).toFixed(0)} min`,
);
process.exitCode = counts.lowestShare < 0.99 || counts.silent > 0 || alarms > 0 ? 1 : 0;
