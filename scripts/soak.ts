/**
 * `npm run soak`: runs the random tests with one seed after another; `npm test` always uses the same seed. Prints each failure with the
 * command that repeats it. Any failure makes the exit code 1.
 */

import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Command, Option } from 'commander';
import * as v from 'valibot';
import { within } from '../src/cli/arguments/number-argument.ts';

interface Flags {
  readonly rounds: number;
  readonly from: number;
}

const command = new Command('soak')
  .description(
    'Runs the random tests with one seed after another, and says how many minutes each took. --from continues where an earlier run ended.\n' +
      'About 35 minutes on two idle cores: RUNS=1250 npm run soak -- tests/scenario/model --rounds 20 (25,000 sessions).',
  )
  .argument('[path...]', 'only tests whose path contains one of these')
  .addOption(
    new Option('--rounds <n>', 'number of seeds').default(20).argParser(within(1, 100_000, '', true)),
  )
  .addOption(
    new Option('--from <seed>', 'the first seed; later ones count up from it')
      .default(1)
      .argParser(within(0, 2 ** 31 - 1, '', true)),
  )
  .parse();
const { rounds, from } = command.opts<Flags>();

const root = fileURLToPath(new URL('..', import.meta.url));
const vitest = join(root, 'node_modules', 'vitest', 'vitest.mjs');

const asked = (path: string): boolean =>
  command.args.length === 0 || command.args.some((part) => path.includes(part));
const draws = (path: string): boolean =>
  /fc\.assert\(|\/seed\.ts'/.test(readFileSync(join(root, path), 'utf8'));
const files = readdirSync(join(root, 'tests'), { recursive: true, encoding: 'utf8' })
  .map((path) => join('tests', path))
  .filter((path) => path.endsWith('.test.ts') && asked(path) && draws(path));

const Report = v.object({
  testResults: v.array(
    v.object({
      name: v.string(),
      message: v.optional(v.string(), ''),
      status: v.string(),
      assertionResults: v.array(
        v.object({ fullName: v.string(), status: v.string(), failureMessages: v.array(v.string()) }),
      ),
    }),
  ),
});

const shown = (message: string): string =>
  message
    .split('\n')
    .filter((line) => line.trim() !== '' && !/^\s*at /.test(line))
    .slice(0, 12)
    .map((line) => `    ${line.slice(0, 1000)}\n`)
    .join('');

const out = mkdtempSync(join(tmpdir(), 'heartward-soak-'));

function failuresOf(reportFile: string): readonly string[] {
  const { testResults } = v.parse(Report, JSON.parse(readFileSync(reportFile, 'utf8')));
  return testResults.flatMap(({ name, message, status, assertionResults }) => {
    const path = name.slice(root.length);
    const failed = assertionResults.filter((result) => result.status === 'failed');
    if (status === 'failed' && failed.length === 0) return [`${path}\n${shown(message)}`];
    return failed.map(
      ({ fullName, failureMessages }) => `${path}: ${fullName}\n${shown(failureMessages.join('\n'))}`,
    );
  });
}

/**
 * Runs one round.
 * @returns what failed. A round that ends without a report has failed too, and the other rounds go on.
 */
async function round(seed: number, report: string): Promise<readonly string[]> {
  const ended = await new Promise<string>((resolve) => {
    const child = spawn(
      process.execPath,
      [vitest, 'run', '--project', 'unit', '--reporter', 'json', `--outputFile=${report}`, ...files],
      { cwd: root, env: { ...process.env, SEED: String(seed) }, stdio: ['ignore', 'ignore', 'inherit'] },
    );
    child.on('error', ({ message }) => resolve(`The tests could not be started: ${message}`));
    child.on('exit', (code, signal) =>
      resolve(
        code === null
          ? `The tests were killed by ${signal}.`
          : `The tests ended with ${code}, without a report.`,
      ),
    );
  });
  return existsSync(report) ? failuresOf(report) : [`${ended}\n`];
}

let failed = 0;
let next = from;
async function runRounds(): Promise<void> {
  while (next < from + rounds) {
    const seed = next++;
    const report = join(out, `${seed}.json`);
    const began = performance.now();
    const failures = await round(seed, report);
    const minutes = ((performance.now() - began) / 60_000).toFixed(1);
    failed += failures.length;
    process.stdout.write(
      `seed ${seed}, ${minutes} min: ${failures.length === 0 ? 'all pass' : `${failures.length} failed`}\n`,
    );
    for (const failure of failures) process.stdout.write(`  ${failure}`);
    if (failures.length > 0) process.stdout.write(`    again: SEED=${seed} npm test -- PATH\n`);
  }
}

try {
  // One file keeps one core busy, so that each core takes a round of its own.
  const atOnce = files.length === 1 ? availableParallelism() : 1;
  await Promise.all(Array.from({ length: atOnce }, runRounds));
} finally {
  rmSync(out, { recursive: true, force: true });
}
process.stdout.write(`${files.length} files, ${rounds} seeds: ${failed} failures.\n`);
process.exitCode = failed > 0 ? 1 : 0;
