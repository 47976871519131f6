/**
 * `npm run prove`: long tests. Runs every preset on every shape of boots and legs, then the browser tests with all their cases, then
 * rounds until the time is up. A round gives every random test one seed and many cases, and plays some random sessions, which are judged
 * by the true pressures of the simulated legs. Prints the seed to continue with. `sweep` and `soak` run the presets, sessions and random
 * tests separately.
 */

import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { Command, Option } from 'commander';
import { within } from '../src/cli/arguments/number-argument.ts';

interface Flags {
  readonly minutes: number;
  readonly from: number;
  readonly sessions: number;
  readonly onlyRounds?: boolean;
}

const {
  minutes,
  from,
  sessions: perRound,
  onlyRounds,
} = new Command('prove')
  .description(
    'Runs every preset on every shape of boots, the browser tests with all their cases, then the random tests with one seed after another.',
  )
  .addOption(
    new Option('--minutes <n>', 'time limit; a round that would exceed it is not started')
      .default(45)
      .argParser(within(1, 10_000, ' min', false)),
  )
  .addOption(
    new Option('--from <seed>', 'seed of the first round; later rounds count up from it')
      .default(1)
      .argParser(within(0, 1_000_000, '', true)),
  )
  .addOption(
    new Option('--sessions <n>', 'random sessions per round, with seeds of their own')
      .default(200)
      .argParser(within(1, 1000, '', true)),
  )
  .option('--only-rounds', 'skip the presets and the browser tests, to continue where an earlier run ended')
  .allowExcessArguments(false)
  .parse()
  .opts<Flags>();

const root = fileURLToPath(new URL('..', import.meta.url));
const began = performance.now();
const passed = (): number => (performance.now() - began) / 60_000;

/** Runs Node on a script that prints what it finds, with PROOF=1. @returns whether everything passed */
const runNode = (...words: readonly string[]): Promise<boolean> =>
  new Promise((resolve, reject) => {
    const child = spawn(process.execPath, words, {
      cwd: root,
      env: { ...process.env, PROOF: '1' },
      stdio: ['ignore', 'inherit', 'inherit'],
    });
    child.on('error', reject);
    child.on('exit', (code) =>
      code === null ? reject(new Error(`${words.join(' ')} was killed.`)) : resolve(code === 0),
    );
  });
const run = (script: string, ...words: readonly string[]): Promise<boolean> =>
  runNode('--import', 'tsx', `scripts/${script}.ts`, ...words);

const say = (words: string): void => void process.stdout.write(`\n${passed().toFixed(1)} min: ${words}\n`);

say(`taking at most ${minutes} minutes; the first round is ${from}`);
const failed: string[] = [];
if (!onlyRounds) {
  say('every preset on every shape of boots and legs');
  if (!(await run('sweep', '--random', '0'))) failed.push('presets');
  say('the browser tests, all cases');
  if (!(await runNode('scripts/test.mjs', '--browser'))) failed.push('browser tests');
}
let seed = from;
let longest = 0;
do {
  const start = passed();
  say(`round ${seed}`);
  const drawn = await run('soak', '--rounds', '1', '--from', String(seed));
  const first = seed * perRound + 1;
  const sessions = await run('sweep', '--only-random', '--random', String(perRound), '--from', String(first));
  if (!drawn || !sessions) failed.push(`round ${seed}`);
  longest = Math.max(longest, passed() - start);
  seed++;
} while (passed() + longest <= minutes);

say(
  failed.length === 0
    ? `everything passed; continue with --only-rounds --from ${seed}`
    : `failed: ${new Intl.ListFormat('en').format(failed)}; see above. Continue with --only-rounds --from ${seed}`,
);
process.exitCode = failed.length > 0 ? 1 : 0;
