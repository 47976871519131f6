/**
 * `npm run simulate -- PROGRAM`: runs a whole session in virtual time and prints its result. `--out` also writes its trace as a table and a
 * picture, a picture of the program, and a summary.
 */

import { SingleBar } from 'cli-progress';
import { CommanderError } from 'commander';
import { rules } from '../../firmware-protocol/limits.ts';
import { mmhg } from '../../firmware-protocol/quantities.ts';
import { plainPrograms } from '../program/patterns.ts';
import { programs } from '../program/presets.ts';
import { type Program, startingSettings } from '../program/program.ts';
import type { Notice } from '../session/view.ts';
import { abilitiesOf } from '../simulator/boots-builds.ts';
import { previewOf } from '../timeline/preview/preview-of.ts';
import { previewSvg } from '../ui/preview/preview-svg.ts';
import { words } from '../words/in-use.ts';
import { chosenProgram, problemLine } from './arguments/chosen-program.ts';
import { whyFaultsDoNotFit } from './arguments/fault-argument.ts';
import { faultList } from './arguments/legs-and-fault-flags.ts';
import { useUnits } from './arguments/units.ts';
import { type RunOptions, type RunResult, runSession } from './simulate/run-session.ts';
import { makeFolder, writeSession } from './simulate/session-files.ts';
import { type Flags, simulateArguments } from './simulate/simulate-arguments.ts';
import { summarise } from './simulate/summary.ts';

/** Exit code: the arguments are wrong, or the folder cannot be made. */
const EXIT_WRONG_ARGUMENTS = 2;
/** Exit code: the session did not finish. */
const EXIT_FAILED = 1;

const say = (text: string): void => void process.stdout.write(`${text}\n`);
const complain = (text: string): void => void process.stderr.write(`${text}\n`);

function list(): void {
  const lines = [...programs, ...plainPrograms].map(
    ({ id, peak, minutes, purpose }) =>
      `${id.padEnd(26)} ${words.numbers.withUnit(peak).padStart(8)}  ${String(minutes).padStart(2)} min  ${purpose}`,
  );
  say(lines.join('\n'));
}

function optionsOf(program: Program, flags: Flags): RunOptions {
  const meant = startingSettings(program);
  return {
    program,
    minutes: flags.minutes ?? meant.minutes,
    intensity: mmhg(flags.peak ?? meant.intensity),
    zones: flags.zones,
    seed: flags.seed,
    kind: flags.boots,
    legs: flags.legs,
    ...(flags.pump === undefined ? {} : { pumpFlow: flags.pump }),
    abilities: abilitiesOf(flags),
    press: flags.press,
    faults: flags.fault,
  };
}

/** Null if a session with these arguments is possible. Makes the folder for its files. */
async function whyImpossible(options: RunOptions, flags: Flags): Promise<string | null> {
  if (options.intensity > rules.confirmAbove && !flags.confirm) {
    return `${options.program.name} at ${words.numbers.withUnit(options.intensity)} is above ${words.numbers.withUnit(mmhg(rules.confirmAbove))}: add --confirm, or choose --peak ${rules.confirmAbove}.`;
  }
  const { kind = 'hub', legs = 'medium', zones, seed } = options;
  const misplaced = whyFaultsDoNotFit({ kind, legs, zones, seed }, flags.fault);
  if (misplaced !== null) return misplaced;
  return flags.out ? await makeFolder(flags.out) : null;
}

async function runWithBar(options: RunOptions): Promise<RunResult> {
  const bar = new SingleBar({
    format: '{bar} {percentage}% of the session',
    clearOnComplete: true,
    hideCursor: true,
  });
  bar.start(options.minutes * 60, 0);
  return runSession({
    ...options,
    progress: (at, of) => {
      bar.setTotal(Math.max(of, at));
      bar.update(at);
    },
  }).finally(() => bar.stop());
}

function preview({ program, intensity, minutes }: RunOptions, { session }: RunResult) {
  const { boots } = session.glance;
  if (!boots) return null;
  const settings = {
    ...startingSettings(program, boots.shape.parts),
    intensity,
    minutes,
    confirmed: intensity > rules.confirmAbove,
  };
  return previewOf(settings, boots.shape);
}

function printNotice(notice: Notice): void {
  const { title, advice } = words.notice(notice, null);
  if (notice.kind === 'programRefused') complain([title, ...notice.problems.map(problemLine)].join('\n'));
  else complain([title.endsWith('.') ? title : `${title}.`, ...advice].join(' '));
}

async function simulate(word: string, flags: Flags): Promise<number> {
  const chosen = await chosenProgram(word);
  if (!chosen.ok) {
    complain(chosen.why.join('\n'));
    return EXIT_WRONG_ARGUMENTS;
  }
  const options = optionsOf(chosen.program, flags);
  const wrong = await whyImpossible(options, flags);
  if (wrong !== null) {
    complain(wrong);
    return EXIT_WRONG_ARGUMENTS;
  }
  const result = await runWithBar(options);
  const summary = summarise(options, result);
  for (const notice of result.notices) printNotice(notice);
  const ran = result.trace.times.length > 0;
  const drawn = ran ? preview(options, result) : null;
  for (const line of words.adaptations(drawn?.adaptations ?? [])) say(line);
  if (flags.out) {
    const { name, id } = options.program;
    const subtitle = `${words.numbers.withUnit(options.intensity)}, ${options.minutes} min`;
    const picture = drawn ? previewSvg(drawn, { title: name, subtitle, id }) : null;
    await writeSession(flags.out, result, summary, picture);
  }
  const where = flags.out ? `  ${flags.out}` : '';
  say(
    `${options.program.name}: ${summary.cycles} cycles in ${(summary.duration_s / 60).toFixed(1)} min, ended ${summary.ended ?? 'before it started'}, ` +
      `${summary.keyframes_sent} keyframes, ${summary.bytes_down} bytes down, ${summary.bytes_up} up, ${summary.underruns} underruns.${where}`,
  );
  return result.ended === 'finished' ? 0 : EXIT_FAILED;
}

async function main(): Promise<number> {
  const call = simulateArguments((text) => process.stderr.write(text));
  try {
    call.parse();
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : EXIT_WRONG_ARGUMENTS;
    throw error;
  }
  const flags = call.opts<Flags>();
  useUnits(flags);
  const [word] = call.args;
  if (flags.list || flags.listFaults) {
    if (flags.list) list();
    if (flags.listFaults) say(faultList());
    return 0;
  }
  if (!word) {
    complain('Which program? --list shows them.');
    return EXIT_WRONG_ARGUMENTS;
  }
  return simulate(word, flags);
}

process.exitCode = await main();
