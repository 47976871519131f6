/** `npm run simulate -- PROGRAM`: a whole session in virtual time, and its trace as table, picture and figures. */

import { createWriteStream } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { SingleBar } from 'cli-progress';
import { Command, CommanderError, InvalidArgumentError, Option } from 'commander';
import { closest } from 'fastest-levenshtein';
import { mmhg } from '../../firmware-protocol/quantities.ts';
import { ZONES_MAX, ZONES_MIN } from '../../firmware-protocol/zones.ts';
import { findProgram, programs } from '../program/presets.ts';
import { noticeWords } from '../ui/words/notices.ts';
import { runSession } from './run-session.ts';
import { summarise } from './summary.ts';
import { csv } from './trace.ts';
import { traceSvg } from './trace-svg.ts';

/** What is wrong with the words of the call. */
const WRONG_WORD = 2;
/** The session did not end as it should. */
const FAILED = 1;

/** A whole or decimal number within a range, or the reason why not. */
const within =
  (min: number, max: number, unit: string, whole: boolean) =>
  (text: string): number => {
    const value = Number(text);
    if (
      text.trim() === '' ||
      !Number.isFinite(value) ||
      value < min ||
      value > max ||
      (whole && !Number.isInteger(value))
    ) {
      throw new InvalidArgumentError(
        `It takes a ${whole ? 'whole ' : ''}number from ${min} to ${max}${unit}.`,
      );
    }
    return value;
  };

interface Flags {
  readonly minutes?: number;
  readonly peak?: number;
  readonly zones: number;
  readonly seed: number;
  readonly out?: string;
  readonly list?: boolean;
}

const command = new Command('simulate')
  .description('Runs a whole session on simulated boots in virtual time.')
  .argument('[program]', 'which program; --list names them')
  .addOption(new Option('--minutes <n>', 'wall time').argParser(within(1, 60, ' min', false)))
  .addOption(new Option('--peak <mmhg>', 'intensity').argParser(within(15, 80, ' mmHg', false)))
  .addOption(
    new Option('--zones <n>', 'zones a leg').default(5).argParser(within(ZONES_MIN, ZONES_MAX, '', true)),
  )
  .addOption(
    new Option('--seed <n>', 'of legs, sensors and link')
      .default(1)
      .argParser(within(0, 2 ** 32 - 1, '', true)),
  )
  .option('--out <dir>', 'where trace.csv, trace.svg and summary.json go')
  .option('--list', 'names the programs')
  .allowExcessArguments(false)
  .exitOverride()
  .configureOutput({ writeErr: (text) => process.stderr.write(text) });

function list(): void {
  for (const { id, peak, minutes, purpose } of programs) {
    process.stdout.write(
      `${id.padEnd(16)} ${String(peak).padStart(3)} mmHg  ${String(minutes).padStart(2)} min  ${purpose}\n`,
    );
  }
}

async function simulate(id: string, flags: Flags): Promise<number> {
  const program = findProgram(id);
  if (!program) {
    const nearest = closest(
      id,
      programs.map((known) => known.id),
    );
    process.stderr.write(`There is no program "${id}". Did you mean "${nearest}"? --list names them all.\n`);
    return WRONG_WORD;
  }
  if (flags.out) {
    const wrong = await mkdir(flags.out, { recursive: true }).then(
      () => null,
      (error: unknown) => error,
    );
    if (wrong) {
      process.stderr.write(
        `Nothing can be written to "${flags.out}": ${wrong instanceof Error ? wrong.message : wrong}\n`,
      );
      return WRONG_WORD;
    }
  }
  const minutes = flags.minutes ?? program.minutes;
  const bar = new SingleBar({
    format: '{bar} {percentage}% of the session',
    clearOnComplete: true,
    hideCursor: true,
  });
  bar.start(minutes * 60, 0);
  const options = {
    program,
    minutes,
    intensity: mmhg(flags.peak ?? program.peak),
    zones: flags.zones,
    seed: flags.seed,
    progress: (at: number, of: number) => {
      bar.setTotal(Math.max(of, at));
      bar.update(at);
    },
  };
  const result = await runSession(options).finally(() => bar.stop());
  const summary = summarise(options, result);
  if (flags.out) {
    await pipeline(Readable.from(csv(result.trace)), createWriteStream(join(flags.out, 'trace.csv')));
    await writeFile(join(flags.out, 'trace.svg'), traceSvg(result.trace, summary));
    await writeFile(join(flags.out, 'summary.json'), `${JSON.stringify(summary, null, 2)}\n`);
  }
  for (const notice of result.notices) {
    const { title, advice } = noticeWords(notice, null);
    process.stderr.write(`${[title, ...advice].join(' ')}\n`);
  }
  const where = flags.out ? `  ${flags.out}` : '';
  process.stdout.write(
    `${program.name}: ${summary.cycles} cycles in ${(summary.duration_s / 60).toFixed(1)} min, ended ${summary.ended ?? 'before it began'}, ` +
      `${summary.keyframes_sent} keyframes, ${summary.bytes_down} bytes down, ${summary.bytes_up} up, ${summary.underruns} underruns.${where}\n`,
  );
  return result.ended === 'finished' ? 0 : FAILED;
}

async function main(): Promise<number> {
  try {
    command.parse();
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : WRONG_WORD;
    throw error;
  }
  const flags = command.opts<Flags>();
  const [id] = command.args;
  if (flags.list) {
    list();
    return 0;
  }
  if (!id) {
    process.stderr.write('Which program? --list names them.\n');
    return WRONG_WORD;
  }
  return simulate(id, flags);
}

process.exitCode = await main();
