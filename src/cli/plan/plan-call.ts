/** The command-line arguments of `npm run plan`. */

import { Command, InvalidArgumentError, Option } from 'commander';
import { closest } from 'fastest-levenshtein';
import { ranges } from '../../plan/document/format.ts';
import { type Course, courses, type Tool, tools } from '../../plan/plan-request.ts';
import { readWallTime, readZone, type TimeZone, type WallTime } from '../../plan/time/wall-clock.ts';
import { words } from '../../words/in-use.ts';
import { within } from '../arguments/number-argument.ts';
import { type UnitFlags, unitsOption } from '../arguments/units.ts';

export interface PlanFlags extends UnitFlags {
  readonly finished?: WallTime;
  readonly begins?: WallTime;
  readonly now?: WallTime;
  readonly zone?: TimeZone;
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
    throw new InvalidArgumentError('Expected a date and time that exist, such as 2026-11-29T13:10.');
  return read;
}

function zone(text: string): TimeZone {
  const read = readZone(text);
  if (read === null)
    throw new InvalidArgumentError('Expected the name of a time zone, such as Europe/Berlin.');
  return read;
}

function someTools(text: string): readonly Tool[] {
  if (text === 'none') return [];
  return text.split(',').map((word) => {
    const tool = tools.find((known) => known === word.trim());
    if (tool === undefined) {
      throw new InvalidArgumentError(
        `There is no tool "${word}". Did you mean "${closest(word, [...tools])}"? Expected ${tools.join(', ')}, separated by commas, or none.`,
      );
    }
    return tool;
  });
}

export const planCall = (complain: (text: string) => void): Command =>
  new Command('plan')
    .description('A plan of recovery by day: what to do after a run, a flight, or while sitting.')
    .argument(
      '<event>',
      '10k, half, marathon, ultra, trail, hard-training, cold-cramps, flight, desk; or a plan file',
    )
    .addOption(new Option('--finished <time>', 'when it ended, such as 2026-11-29T13:10').argParser(wallTime))
    .addOption(new Option('--begins <time>', 'when a desk day begins').argParser(wallTime))
    .addOption(
      new Option('--zone <name>', "time zone of these times; by default this computer's").argParser(zone),
    )
    .addOption(new Option('--now <time>', "the current time; by default this computer's").argParser(wallTime))
    .addOption(
      new Option('--went <word>', 'how it went; hurt: one spot hurts, in another way than tired muscles do')
        .choices(courses)
        .default('well'),
    )
    .addOption(
      new Option('--distance <km>', 'distance of the run').argParser(
        within(ranges.distance.least, ranges.distance.most, ' km', false),
      ),
    )
    .addOption(
      new Option('--temperature <°C>', 'temperature during the run').argParser(
        within(ranges.temperature.least, ranges.temperature.most, ' °C', false),
      ),
    )
    .addOption(
      new Option('--soreness <0-10>', 'soreness of your legs now').argParser(
        within(ranges.soreness.least, ranges.soreness.most, '', true),
      ),
    )
    .addOption(
      new Option('--owns <tools>', `tools that you own: ${tools.join(',')} or none`)
        .default([], 'none')
        .argParser(someTools),
    )
    .addOption(
      new Option('--barred <tools>', 'tools that you must not use').default([], 'none').argParser(someTools),
    )
    .addOption(
      new Option(`--highest <${words.numbers.pressureUnit}>`, 'highest pressure of any session')
        .default(ranges.highest.most)
        .argParser(
          within(ranges.highest.least, ranges.highest.most, ` ${words.numbers.pressureUnit}`, false),
        ),
    )
    .addOption(unitsOption())
    .option('--ics <file>', 'writes a calendar with an alarm at each step')
    .option('--save <file>', 'writes a plan file, which a later call takes instead of an event')
    .allowExcessArguments(false)
    .exitOverride()
    .configureOutput({ writeErr: complain });
