/**
 * `npm run sweep`: runs all presets on all shapes of boots and legs, then random sessions, on all cores. Judges them by the true
 * pressures of the simulated legs. Prints each failure with the command that repeats it. Any failure makes the exit code 1.
 */

import { fork } from 'node:child_process';
import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { SingleBar } from 'cli-progress';
import { Command, Option } from 'commander';
import { within } from '../src/cli/arguments/number-argument.ts';
import { matrix } from '../tests/scenario/sweep/matrix.ts';
import type { Outcome, Task } from '../tests/scenario/sweep/task.ts';

interface Flags {
  readonly minutes: number;
  readonly random: number;
  readonly from: number;
  readonly onlyRandom?: boolean;
}

const { minutes, random, from, onlyRandom } = new Command('sweep')
  .description(
    'Runs every preset on every shape of boots and legs, then random sessions, judged by true pressures. All sessions run in virtual time.',
  )
  .addOption(
    new Option('--minutes <n>', 'length of each preset session')
      .default(20)
      .argParser(within(1, 60, ' min', false)),
  )
  .addOption(
    new Option('--random <n>', 'number of random sessions, 10 minutes each')
      .default(5000)
      .argParser(within(0, 1_000_000, '', true)),
  )
  .addOption(
    new Option('--from <seed>', 'seed of the first random session; later ones count up from it')
      .default(1)
      .argParser(within(0, 2 ** 31 - 1, '', true)),
  )
  .option('--only-random', 'skip the presets')
  .allowExcessArguments(false)
  .parse()
  .opts<Flags>();

const tasks: readonly Task[] = [
  ...(onlyRandom ? [] : matrix).map((_, index): Task => ({ kind: 'matrix', index, minutes })),
  ...Array.from(
    { length: random },
    (_, index): Task => ({ kind: 'random', seed: from + index, minutes: 10 }),
  ),
];

const bar = new SingleBar({
  format: '{bar} {value} of {total} sessions, {failed} failed, {refused} refused, {eta_formatted} left',
  clearOnComplete: true,
  hideCursor: true,
});
const worker = fileURLToPath(new URL('sweep-worker.ts', import.meta.url));

let next = 0;
let failed = 0;
let refused = 0;
let done = 0;
const figures = () => ({ failed, refused });

function count(outcome: Outcome): void {
  done++;
  if (outcome.kind === 'refused') refused++;
  if (outcome.kind === 'failed') {
    failed++;
    // Clears the progress bar, so that the failure is printed above it.
    if (process.stderr.isTTY) process.stderr.write('\r\u001b[K');
    process.stdout.write(
      `${outcome.name}\n${outcome.wrong.map((line) => `    ${line}\n`).join('')}    again: ${outcome.again}\n`,
    );
  }
  bar.update(done, figures());
}

const runWorker = (): Promise<void> =>
  new Promise((resolve, reject) => {
    const child = fork(worker, { serialization: 'advanced' });
    const sendNext = (): void => {
      const task = tasks[next++];
      if (task) child.send(task);
      else child.disconnect();
    };
    child.on('message', (outcome: Outcome) => {
      count(outcome);
      sendNext();
    });
    child.on('error', reject);
    child.on('exit', (code) => (code === 0 ? resolve() : reject(new Error(`a worker exited with ${code}`))));
    sendNext();
  });

bar.start(tasks.length, 0, figures());
await Promise.all(Array.from({ length: availableParallelism() }, runWorker)).finally(() => bar.stop());
const passed = done - failed - refused;
process.stdout.write(
  `${done} sessions: ${passed} passed, ${failed} failed, ${refused} refused before they began.\n`,
);
process.exitCode = failed > 0 ? 1 : 0;
