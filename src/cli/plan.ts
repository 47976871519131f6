/**
 * `npm run plan -- EVENT`: prints a recovery plan by day, made by the same rules as in the page. `--ics` also writes it as a calendar, `--save`
 * as a plan file.
 */

import { writeFile } from 'node:fs/promises';
import { CommanderError } from 'commander';
import { today } from '../clock/system-clock.ts';
import { calendarText } from '../plan/calendar/calendar.ts';
import { planText } from '../plan/document.ts';
import { planFor } from '../plan/plan.ts';
import { standingAt } from '../plan/standing.ts';
import { type Moment, readZone, type TimeZone, wallAt } from '../plan/time/wall-clock.ts';
import { planWords } from '../words/plan/plan-in-use.ts';
import { useUnits } from './arguments/units.ts';
import { type PlanFlags, planCall } from './plan/plan-call.ts';
import { planLines } from './plan/plan-text.ts';
import { requestFromFlags } from './plan/request-from-flags.ts';

/** Exit code: the arguments are wrong, or a file cannot be written. */
const EXIT_WRONG_ARGUMENTS = 2;

const say = (text: string): void => void process.stdout.write(`${text}\n`);
const complain = (text: string): void => void process.stderr.write(`${text}\n`);

const here = {
  zone: readZone(new Intl.DateTimeFormat().resolvedOptions().timeZone) ?? ('UTC' as TimeZone),
  now: (zone: TimeZone) => wallAt(today().getTime() as Moment, zone),
};

const written = (file: string, text: string): Promise<string | null> =>
  writeFile(file, text).then(
    () => null,
    (error: unknown) => `Cannot write to "${file}": ${error instanceof Error ? error.message : error}`,
  );

async function plan(word: string, flags: PlanFlags): Promise<number> {
  const found = await requestFromFlags(word, flags, here);
  if (!found.ok) {
    complain(found.why.join('\n'));
    return EXIT_WRONG_ARGUMENTS;
  }
  const { event } = found.request;
  const now = flags.now ?? here.now(event.zone);
  const made = planFor(found.request, now);
  const files = [
    ...(flags.ics === undefined
      ? []
      : [[flags.ics, calendarText(made, planWords().calendar(event), today().getTime() as Moment)] as const]),
    ...(flags.save === undefined ? [] : [[flags.save, planText(found.request)] as const]),
  ];
  for (const [file, text] of files) {
    const wrong = await written(file, text);
    if (wrong !== null) {
      complain(wrong);
      return EXIT_WRONG_ARGUMENTS;
    }
  }
  say([planLines(made, standingAt(made, now)), ...files.map(([file]) => `Written to ${file}.`)].join('\n\n'));
  return 0;
}

async function main(): Promise<number> {
  const call = planCall((text) => process.stderr.write(text));
  try {
    call.parse();
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : EXIT_WRONG_ARGUMENTS;
    throw error;
  }
  const [word = ''] = call.args;
  const flags = call.opts<PlanFlags>();
  useUnits(flags);
  return plan(word, flags);
}

process.exitCode = await main();
