/**
 * `npm run mutants -- ROOM`: changes one thing of a room after the other and sees whether a test of the room fails. What no test
 * finds is listed, with the share that was found; what is known of an earlier run and has not changed is not tried again. It is ended
 * after an hour. On a busy machine mutants time out that no test finds: a score counts when the machine was quiet.
 */

import { spawn } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { availableParallelism, setPriority } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Argument, Command, Option } from 'commander';
import { within } from '../src/cli/number-argument.ts';
import { type RoomName, rooms } from './mutants/rooms.ts';

const command = new Command('mutants')
  .description('Whether the tests of a room fail when the room does.')
  .addArgument(new Argument('<room>').choices(Object.keys(rooms)))
  .argument('[file...]', 'only these files of it')
  .addOption(
    new Option('--at-once <n>', 'how many are tried at the same time')
      .default(availableParallelism())
      .argParser(within(1, 64, '', true)),
  )
  .option(
    '--own',
    'only on the tests named like each file: a first look, and a score that is too low rather than too high',
  )
  .option('--anew', 'what is known of earlier runs is forgotten')
  .parse();
const [room, ...files] = command.processedArgs.flat() as [RoomName, ...string[]];
const {
  atOnce,
  own = false,
  anew = false,
} = command.opts<{
  atOnce: number;
  own?: boolean;
  anew?: boolean;
}>();

const MINUTES = 60;
/** A nice value: nobody waits for it. */
const YIELDING = 15;

const root = fileURLToPath(new URL('..', import.meta.url));
const folder = join(root, '.cache', 'mutants');
mkdirSync(folder, { recursive: true });
const known = own ? `${room}-own` : room;
const config = join(folder, `${known}.config.json`);
writeFileSync(
  config,
  JSON.stringify({
    testRunner: 'vitest',
    vitest: { configFile: 'scripts/mutants/vitest.config.ts' },
    plugins: ['@stryker-mutator/vitest-runner'],
    mutate: files.length > 0 ? files : rooms[room].mutate,
    coverageAnalysis: 'perTest',
    concurrency: atOnce,
    incremental: true,
    incrementalFile: `.cache/mutants/${known}.json`,
    force: anew,
    tempDirName: '.cache/mutants/sandbox',
    ignorePatterns: ['dist', '.cache', 'test-results'],
    // A type checker would take most of the time; a mutant that is no TypeScript is found by a test all the same.
    tsconfigFile: 'none.json',
    reporters: ['clear-text', 'progress-append-only'],
    clearTextReporter: { allowColor: process.stdout.isTTY, reportTests: false },
    thresholds: { high: 90, low: 80, break: files.length > 0 ? null : 80 },
    timeoutMS: 20_000,
    allowConsoleColors: process.stdout.isTTY,
  }),
);

/** `tests/unit` mirrors `src`: those whose name begins as the file's does. */
const testsOf = (file: string): string =>
  `tests/unit/${file.replace(/^src\//, '').replace(/\.ts$/, '*.test.ts')}`;

setPriority(YIELDING);
const child = spawn(process.execPath, ['node_modules/@stryker-mutator/core/bin/stryker.js', 'run', config], {
  cwd: root,
  env: {
    ...process.env,
    MUTANTS_ROOM: room,
    // Random tests draw so often only: what they need long for is found by others, or not at all.
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
