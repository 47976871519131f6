/**
 * `npm run prove`: what proves rather than checks. Every preset on every shape of boots and legs once, then rounds until the time is
 * up: a round is one seed of every test that draws at random, in many runs, and some random sessions judged on the plant. It says
 * with which seed to go on; `sweep` and `soak` are its two halves by themselves.
 */

import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { Command, Option } from 'commander';
import { within } from '../src/cli/number-argument.ts';

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
    'Every preset on every shape of boots, then one seed after the other of all that is drawn at random.',
  )
  .addOption(
    new Option('--minutes <n>', 'how long it may take: no round is begun that would take longer')
      .default(45)
      .argParser(within(1, 10_000, ' min', false)),
  )
  .addOption(
    new Option('--from <seed>', 'the first round; the next ones count on')
      .default(1)
      .argParser(within(0, 1_000_000, '', true)),
  )
  .addOption(
    new Option('--sessions <n>', 'random sessions of a round, which have seeds of their own')
      .default(200)
      .argParser(within(1, 1000, '', true)),
  )
  .option('--only-rounds', 'without the presets, to go on where another run ended')
  .allowExcessArguments(false)
  .parse()
  .opts<Flags>();

const root = fileURLToPath(new URL('..', import.meta.url));
const began = performance.now();
const passed = (): number => (performance.now() - began) / 60_000;

/** Whether all of it passed. What it found is printed by itself. */
const run = (script: string, ...words: readonly string[]): Promise<boolean> =>
  new Promise((resolve, reject) => {
    const child = spawn(process.execPath, ['--import', 'tsx', `scripts/${script}.ts`, ...words], {
      cwd: root,
      env: { ...process.env, PROOF: '1' },
      stdio: ['ignore', 'inherit', 'inherit'],
    });
    child.on('error', reject);
    child.on('exit', (code) =>
      code === null ? reject(new Error(`The ${script} was ended from outside.`)) : resolve(code === 0),
    );
  });

const say = (words: string): void => void process.stdout.write(`\n${passed().toFixed(1)} min: ${words}\n`);

say(`this takes ${minutes} minutes at most; the first round is ${from}`);
const failed: string[] = [];
if (!onlyRounds) {
  say('every preset on every shape of boots and legs');
  if (!(await run('sweep', '--random', '0'))) failed.push('presets');
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
    ? `all of it passed; go on with --only-rounds --from ${seed}`
    : `failed: ${failed.join(', ')}; what is wrong is said above. Go on with --only-rounds --from ${seed}`,
);
process.exitCode = failed.length > 0 ? 1 : 0;
