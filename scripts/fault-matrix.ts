/**
 * `npm run fault-matrix`: injects each fault that a single zone can have, in every zone of every shape of boots, while up to three
 * patterns are played. Counts what the boots reported: the right zone, another zone, or nothing. Then plays healthy hours, some with
 * moving legs, in which the boots must report nothing. The exit code is 1 if less than 99 % of the zones are right, or after a false
 * alarm.
 */

import { Command, Option } from 'commander';
import { within } from '../src/cli/arguments/number-argument.ts';
import { play } from '../tests/scenario/fault-matrix/cell.ts';
import { Counts } from '../tests/scenario/fault-matrix/count.ts';
import { playHealthy } from '../tests/scenario/fault-matrix/healthy.ts';
import { matrix } from '../tests/scenario/fault-matrix/matrix.ts';

interface Flags {
  readonly every: number;
  readonly from: number;
  readonly hours: number;
}

const { every, from, hours } = new Command('fault-matrix')
  .description('Counts, for every single-zone fault in every zone, whether the boots name the right zone.')
  .addOption(
    new Option('--every <n>', 'run only every n-th cell').default(1).argParser(within(1, 10_000, '', true)),
  )
  .addOption(
    new Option('--from <n>', 'begin with this cell').default(0).argParser(within(0, 10_000, '', true)),
  )
  .addOption(
    new Option('--hours <n>', 'healthy virtual hours').default(100).argParser(within(0, 10_000, ' h', false)),
  )
  .allowExcessArguments(false)
  .parse()
  .opts<Flags>();

const say = (line: string): void => void process.stdout.write(`${line}\n`);
const began = performance.now();
const counts = new Counts();
for (const cell of matrix.filter((_, index) => index % every === from % every)) {
  const outcome = play(cell);
  counts.add(cell, outcome);
  if (outcome.kind === 'silent' || !outcome.right) {
    const result = outcome.kind === 'reported' ? `${outcome.fault} of ${outcome.zone}` : outcome.kind;
    say(
      `  cell ${cell.seed - 1}: ${cell.shape.name}, ${cell.pattern}, ${cell.fault.name} in ${cell.zone}: ${result}`,
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
