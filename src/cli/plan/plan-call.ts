/** What `npm run plan` can be asked for. */

import { Command, InvalidArgumentError, Option } from 'commander';
import { closest } from 'fastest-levenshtein';
import { type Course, courses, type Tool, tools } from '../../plan/asked.ts';
import { ranges } from '../../plan/document/format.ts';
import { readWallTime, readZone, type WallTime, type Zone } from '../../plan/time/wall-clock.ts';
import { words } from '../../words/in-use.ts';
import { within } from '../arguments/number-argument.ts';
import { type UnitFlags, unitsOption } from '../arguments/units.ts';

export interface PlanFlags extends UnitFlags {
  readonly finished?: WallTime;
  readonly begins?: WallTime;
  readonly now?: WallTime;
  readonly zone?: Zone;
  readonly went: Course;
  readonly distance?: number;
  readonly temperature?: number;
  readonly soreness?: number;
  readonly owns: readonly Tool[];
  readonly barred: readonly Tool[];
  readonly highest: number;
  readonly ics?: string;
  readonly save?: string;
}

function wallTime(text: string): WallTime {
  const read = readWallTime(text);
  if (read === null)
    throw new InvalidArgumentError('It takes a date and time that exist, like 2026-11-29T13:10.');
  return read;
}

function zone(text: string): Zone {
  const read = readZone(text);
  if (read === null) throw new InvalidArgumentError('It takes a time zone by name, like Europe/Berlin.');
  return read;
}

function someTools(text: string): readonly Tool[] {
  if (text === 'none') return [];
  return text.split(',').map((word) => {
    const tool = tools.find((known) => known === word.trim());
    if (tool === undefined) {
      throw new InvalidArgumentError(
        `There is no tool "${word}". Did you mean "${closest(word, [...tools])}"? It takes ${tools.join(', ')} with commas between them, or none.`,
      );
    }
    return tool;
  });
}

/** @param complain where a wrong word is answered */
export const planCall = (complain: (text: string) => void): Command =>
  new Command('plan')
    .description('A plan of recovery by day: what to do after a run, a flight, or while sitting.')
    .argument(
      '<event>',
      '10k, half, marathon, ultra, trail, hard-training, cold-cramps, flight, desk; or a plan file',
    )
    .addOption(new Option('--finished <time>', 'when it ended, like 2026-11-29T13:10').argParser(wallTime))
    .addOption(new Option('--begins <time>', 'when a desk day begins').argParser(wallTime))
    .addOption(new Option('--zone <name>', "of these times; this computer's if not given").argParser(zone))
    .addOption(
      new Option('--now <time>', "what the time is; this computer's if not given").argParser(wallTime),
    )
    .addOption(
      new Option('--went <word>', 'hurt: one spot hurts, other than tired muscles do')
        .choices(courses)
        .default('well'),
    )
    .addOption(
      new Option('--distance <km>', 'of the run').argParser(
        within(ranges.distance.least, ranges.distance.most, ' km', false),
      ),
    )
    .addOption(
      new Option('--temperature <°C>', 'while running').argParser(
        within(ranges.temperature.least, ranges.temperature.most, ' °C', false),
      ),
    )
    .addOption(
      new Option('--soreness <0-10>', 'of your legs now').argParser(
        within(ranges.soreness.least, ranges.soreness.most, '', true),
      ),
    )
    .addOption(
      new Option('--owns <tools>', `${tools.join(',')} or none`).default([], 'none').argParser(someTools),
    )
    .addOption(
      new Option('--barred <tools>', 'what you must not use').default([], 'none').argParser(someTools),
    )
    .addOption(
      new Option(`--highest <${words.numbers.pressureUnit}>`, 'no session goes above it')
        .default(ranges.highest.most)
        .argParser(
          within(ranges.highest.least, ranges.highest.most, ` ${words.numbers.pressureUnit}`, false),
        ),
    )
    .addOption(unitsOption())
    .option('--ics <file>', 'writes a calendar with an alarm at each step')
    .option('--save <file>', 'writes the plan as a file, to be given instead of an event')
    .allowExcessArguments(false)
    .exitOverride()
    .configureOutput({ writeErr: complain });
