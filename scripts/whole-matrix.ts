/**
 * `npm run whole-matrix`: plays every fault in every state of a session, on a hub and on a pair, with page, link and boots, on all cores.
 * Keeps the results in out/, so that the next run goes on where an interrupted one ended. Once every cell is played, writes
 * docs/fault-matrix.md. The exit code is 1 if a cell failed.
 */

import { fork } from 'node:child_process';
import { appendFileSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Command, Option } from 'commander';
import { within } from '../src/cli/arguments/number-argument.ts';
import { wholeMatrix } from '../tests/scenario/fault-matrix/whole/matrix.ts';
import { kinds } from '../tests/scenario/fault-matrix/whole/stage.ts';
import { wholeFaults } from '../tests/scenario/fault-matrix/whole/whole-faults.ts';
import { type CellResult, wholeTable } from '../tests/scenario/fault-matrix/whole/whole-table.ts';

interface Flags {
  readonly again?: boolean;
  readonly only?: string;
  readonly minutes: number;
}

const { again, only, minutes } = new Command('whole-matrix')
  .description(
    'Plays every fault in every state of a session, on a hub and on a pair, and writes docs/fault-matrix.md.\nAbout 3 to 4 minutes on two quiet cores with --again.',
  )
  .option('--again', 'forget what an earlier run has played')
  .option('--only <words>', 'only cells whose name contains this; played anew')
  .addOption(
    new Option('--minutes <n>', 'time limit; what is left is for the next run')
      .default(45)
      .argParser(within(1, 10_000, ' min', false)),
  )
  .allowExcessArguments(false)
  .parse()
  .opts<Flags>();

const kept = fileURLToPath(new URL('../out/whole-matrix.jsonl', import.meta.url));
const page = fileURLToPath(new URL('../docs/fault-matrix.md', import.meta.url));
const worker = fileURLToPath(new URL('whole-matrix-worker.ts', import.meta.url));
const say = (line: string): void => void process.stdout.write(`${line}\n`);
const began = performance.now();
const passed = (): number => (performance.now() - began) / 60_000;

mkdirSync(dirname(kept), { recursive: true });
if (again) rmSync(kept, { force: true });
const played = new Map<string, CellResult>();
const nameOf = ({ fault, moment, kind }: CellResult): string => `${fault} | ${moment} | ${kind}`;
const lines = existsSync(kept) ? readFileSync(kept, 'utf8').split('\n').filter(Boolean) : [];
for (const line of lines) {
  const cell = JSON.parse(line) as CellResult;
  played.set(nameOf(cell), cell);
}

const cells = wholeMatrix.map(({ fault, moment, kind }, index) => ({
  index,
  name: `${fault.name} | ${moment} | ${kind}`,
}));
/** Whether a cell need not be played. A cell that failed is played again, because its fault may have been mended since. */
const isDone = (name: string): boolean => played.get(name)?.wrong.length === 0;
const wanted = cells.filter(({ name }) => (only ? name.includes(only) : !isDone(name)));

function count(cell: CellResult): void {
  played.set(nameOf(cell), cell);
  appendFileSync(kept, `${JSON.stringify(cell)}\n`);
  for (const wrong of cell.wrong) say(`${nameOf(cell)}: ${wrong}`);
}

let next = 0;
const runWorker = (): Promise<void> =>
  new Promise((resolve, reject) => {
    const child = fork(worker, { serialization: 'advanced' });
    const sendNext = (): void => {
      const cell = passed() < minutes ? wanted[next++] : undefined;
      if (cell) child.send(cell.index);
      else child.disconnect();
    };
    child.on('message', (cell: CellResult) => {
      count(cell);
      sendNext();
    });
    child.on('error', reject);
    child.on('exit', (code) => (code === 0 ? resolve() : reject(new Error(`a worker exited with ${code}`))));
    sendNext();
  });

await Promise.all(Array.from({ length: availableParallelism() }, runWorker));
const all = cells.flatMap(({ name }) => played.get(name) ?? []);
const failed = all.filter(({ wrong }) => wrong.length > 0);
for (const cell of failed)
  say(`✗ ${nameOf(cell)}: ${cell.wrong.join('; ')}; shown: ${cell.titles.join('; ')}`);
say(`${all.length} of ${cells.length} cells played, ${failed.length} failed; ${passed().toFixed(1)} min`);
if (all.length === cells.length) {
  const names = wholeFaults.map(({ name }) => name);
  writeFileSync(page, wholeTable(names, kinds, all));
  say('docs/fault-matrix.md is written');
} else say('run it again to go on');
process.exitCode = failed.length > 0 ? 1 : 0;
