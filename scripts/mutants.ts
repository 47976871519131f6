/**
 * `npm run mutants -- ROOM`: mutation testing of a room, a part of the code with tests of its own (mutants/rooms.ts). Changes one thing
 * at a time (a mutant) and checks whether a test of the room fails. Lists the mutants that no test detects, and the share detected.
 * Reuses the results of earlier runs for unchanged code. Stops after an hour. On a busy machine, undetected mutants may time out and
 * count as detected, so only scores from a quiet machine are valid.
 */

import { spawn } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { availableParallelism, setPriority } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Argument, Command, Option } from 'commander';
import { within } from '../src/cli/arguments/number-argument.ts';
import { type RoomName, rooms } from './mutants/rooms.ts';

const command = new Command('mutants')
  .description('Mutation testing: do the tests of a room fail when its code is broken?')
  .addArgument(new Argument('<room>').choices(Object.keys(rooms)))
  .argument('[file...]', 'mutate only these files')
  .addOption(
    new Option('--at-once <n>', 'how many mutants to test in parallel')
      .default(availableParallelism())
      .argParser(within(1, 64, '', true)),
  )
  .option(
    '--own',
    'run only the tests named like each file: quick, but the score is too low rather than too high',
  )
  .option('--fresh', 'discard the results of earlier runs')
  .parse();
const [room, ...files] = command.processedArgs.flat() as [RoomName, ...string[]];
const {
  atOnce,
  own = false,
  fresh = false,
} = command.opts<{
  atOnce: number;
  own?: boolean;
  fresh?: boolean;
}>();

const MINUTES = 60;
/** Niceness of the run: other programs have priority. */
const YIELDING = 15;

const root = fileURLToPath(new URL('..', import.meta.url));
const folder = join(root, '.cache', 'mutants');
mkdirSync(folder, { recursive: true });
const known = own ? `${room}-own` : room;
const config = join(folder, `${known}.config.json`);
writeFileSync(
  config,
  JSON.stringify({
    testRunner: 'resident',
    vitest: { configFile: 'scripts/mutants/vitest.config.ts' },
    plugins: ['@stryker-mutator/vitest-runner', './scripts/mutants/resident-runner.mjs'],
    mutate: files.length > 0 ? files : rooms[room].mutate,
    coverageAnalysis: 'perTest',
    concurrency: atOnce,
    incremental: true,
    incrementalFile: `.cache/mutants/${known}.json`,
    force: fresh,
    tempDirName: '.cache/mutants/sandbox',
    ignorePatterns: ['dist', '.cache', 'test-results'],
    // Types are not checked: that would take most of the time, and a test also detects a mutant that would not compile.
    tsconfigFile: 'none.json',
    reporters: ['clear-text', 'progress-append-only'],
    clearTextReporter: { allowColor: process.stdout.isTTY, reportTests: false },
    thresholds: { high: 90, low: 80, break: files.length > 0 ? null : 80 },
    timeoutMS: 60_000,
    dryRunTimeoutMinutes: 30,
    allowConsoleColors: process.stdout.isTTY,
  }),
);

/** Matches the tests whose names begin like the file's. `tests/unit` has the same folders as `src`. */
const testsOf = (file: string): string =>
  `tests/unit/${file.replace(/^src\//, '').replace(/\.ts$/, '*.test.ts')}`;

setPriority(YIELDING);
const child = spawn(process.execPath, ['node_modules/@stryker-mutator/core/bin/stryker.js', 'run', config], {
  cwd: root,
  env: {
    ...process.env,
    MUTANTS_ROOM: room,
    // Random tests try only this many cases. Mutants that need more cases must be detected by other tests.
    RUNS: '10',
    ...(own && { MUTANTS_TESTS: files.map(testsOf).join() }),
  },
  stdio: ['ignore', 'inherit', 'inherit'],
});
const timer = setTimeout(() => child.kill('SIGINT'), MINUTES * 60_000);
child.on('exit', (code) => {
  clearTimeout(timer);
  process.exitCode = code ?? 1;
});
