/** `npm run radio`: tests the page in Chromium, with simulated boots behind the real BlueZ of a virtual machine. */

import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { Command, InvalidArgumentError, Option } from 'commander';
import { serveFolder } from '../browser/serving/app-server.ts';
import { builtApp } from '../browser/serving/built-app.ts';
import { type Configuration, configurations } from './machine/guest.ts';
import { guestImage } from './machine/image.ts';
import { ensureMachine } from './machine/needs.ts';
import { type Result, runScenario } from './run-scenario.ts';
import type { Scenario } from './scenario.ts';
import { scenarios } from './scenarios/all.ts';
import { table, verdict } from './table.ts';

/** Exit codes: the page failed; the arguments were wrong; the guest failed, so the run does not tell whether the page is right. */
const PAGE = 1;
const WRONG_WORD = 2;
const GUEST = 3;

const CACHE = fileURLToPath(new URL('../../.cache/radio/', import.meta.url));
/** The file with the names of the runs that were not good the last time. */
const LAST = path.join(CACHE, 'not-good.json');

interface Flags {
  readonly smoke?: boolean;
  readonly only?: readonly string[];
  readonly configuration?: Configuration;
  readonly failed?: boolean;
  readonly atOnce: number;
  readonly list?: boolean;
}

interface Run {
  readonly scenario: Scenario;
  readonly configuration: Configuration;
}

const names = (text: string): readonly string[] =>
  text.split(',').map((name) => {
    if (!scenarios.some((scenario) => scenario.name === name))
      throw new InvalidArgumentError(
        `The scenarios are ${new Intl.ListFormat('en').format(scenarios.map((scenario) => scenario.name))}.`,
      );
    return name;
  });

const count = (text: string): number => {
  const number = Number(text);
  if (!Number.isInteger(number) || number < 1) throw new InvalidArgumentError('It is a whole number from 1.');
  return number;
};

const command = new Command('radio')
  .description(
    'Tests page and boots through a real BlueZ, in a virtual machine of its own: about 19 minutes on two quiet cores.',
  )
  .option('--smoke', 'only pairs, starts, cuts and stops: under 90 s')
  .addOption(new Option('--only <names>', 'only these, with commas between').argParser(names))
  .addOption(
    new Option('--configuration <word>', 'only with BlueZ as Debian ships it, or pared down').choices([
      ...configurations,
    ]),
  )
  .option('--failed', 'only what was not good the last time')
  .addOption(
    new Option('--at-once <n>', 'so many machines at the same time; 3 keep two idle cores busy')
      .default(3)
      .argParser(count),
  )
  .option('--list', 'names the scenarios')
  .allowExcessArguments(false)
  .exitOverride();

const key = ({ scenario, configuration }: Run): string => `${scenario.name} ${configuration}`;

async function chosen({ smoke, only, configuration, failed }: Flags): Promise<readonly Run[]> {
  const last = failed
    ? (JSON.parse(await readFile(LAST, 'utf8').catch(() => '[]')) as readonly string[])
    : null;
  return scenarios
    .filter((scenario) => (only ? only.includes(scenario.name) : !smoke || scenario.smoke))
    .flatMap((scenario) => configurations.map((each) => ({ scenario, configuration: each })))
    .filter(({ scenario, configuration: each }) => (scenario.configuration ?? each) === each)
    .filter(({ configuration: each }) => (configuration ?? each) === each)
    .filter((run) => last === null || last.includes(key(run)));
}

const say = (text: string): void => void process.stdout.write(`${text}\n`);

async function run(flags: Flags): Promise<number> {
  const runs = await chosen(flags);
  if (runs.length === 0) {
    say('There is nothing to run.');
    return WRONG_WORD;
  }
  if (!(await ensureMachine())) return GUEST;
  await mkdir(CACHE, { recursive: true });
  const image = await guestImage(CACHE, say).catch((error: unknown) => {
    say(
      `The guest could not be made. That says nothing about the page.\n${error instanceof Error ? error.message : error}`,
    );
    return null;
  });
  if (!image) return GUEST;
  const server = await serveFolder(await builtApp());
  const once = async ({ scenario, configuration }: Run): Promise<Result> => {
    const result = await runScenario(scenario, configuration, { image, url: server.url });
    say(table([result]).split('\n').slice(1).join('\n'));
    return result;
  };
  const waiting = [...runs];
  const results: Result[] = [];
  const lane = async (): Promise<void> => {
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      const first = await once(next);
      results.push(first.outcome === 'guest' ? await once(next) : first);
    }
  };
  await Promise.all(Array.from({ length: flags.atOnce }, lane));
  await server.end();
  const bad = results.filter(({ outcome }) => outcome !== 'good');
  await writeFile(LAST, JSON.stringify(bad.map((result) => `${result.scenario} ${result.configuration}`)));
  say(`\n${table(results)}\n\n${verdict(results)}`);
  if (bad.some(({ outcome }) => outcome === 'page')) return PAGE;
  return bad.length > 0 ? GUEST : 0;
}

async function main(): Promise<number> {
  try {
    command.parse();
  } catch {
    return WRONG_WORD;
  }
  const flags = command.opts<Flags>();
  if (!flags.list) return run(flags);
  for (const { name, about } of scenarios) say(`${name.padEnd(20)} ${about}`);
  return 0;
}

process.exit(await main());
