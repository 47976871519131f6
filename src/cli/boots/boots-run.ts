/**
 * Runs boots on the air until a person quits or a signal arrives: shows them, handles keys, and takes them
 * off the air at the end.
 */

import { constants } from 'node:os';
import { milliseconds } from '../../../firmware-protocol/quantities.ts';
import type { Cancel, Clock } from '../../clock/clock.ts';
import { every } from '../../clock/every.ts';
import type { InjectedFault } from '../arguments/injected-fault.ts';
import type { WornBoots } from '../worn-boots.ts';
import { BootsEvents, faultChoices } from './boots-events.ts';
import { type BootOnAir, bootShown } from './boots-on-air.ts';
import { bootsPlainly, bootsScreen } from './boots-screen.ts';
import type { BootsShown } from './boots-shown.ts';
import { watchLaunchers } from './launcher-watch.ts';
import { offAlternateScreen, onAlternateScreen, screenful } from './terminal.ts';

export interface RunOptions {
  readonly clock: Clock;
  readonly worn: WornBoots;
  readonly up: readonly BootOnAir[];
  readonly faults: readonly InjectedFault[];
}

const SCREEN = milliseconds(100);
/** Without a terminal, prints changes at most this often. */
const LINE = milliseconds(1000);
/** Without changes, prints once in this many times. */
const LINES_BETWEEN = 10;

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
const CTRL_C = '\u0003';
const ESCAPE = '\u001b';

/** @returns the exit code */
export async function runBoots({ clock, worn, up, faults }: RunOptions): Promise<number> {
  let note = '';
  let choosing = false;
  const events = new BootsEvents({
    clock,
    worn,
    faults,
    inReach: (inReach) => {
      for (const { air } of up) void air.setInReach(inReach);
    },
    say: (done) => {
      note = done;
    },
  });
  const abandoned = watchLaunchers();
  const shown = (): BootsShown => ({
    boots: up.map(bootShown),
    faults: choosing ? faultChoices : null,
    note,
  });
  const ended = until((end) => {
    const key = (pressed: string): void => {
      if (pressed === 'q' || pressed === CTRL_C) {
        end(0);
        return;
      }
      if (choosing) {
        choosing = false;
        const chosen = faultChoices.find((choice) => choice.key === pressed);
        if (chosen) events.injectNamed(chosen.name);
        return;
      }
      note = '';
      if (pressed === 'b') events.press();
      if (pressed === 'f') choosing = true;
      if (pressed === 'l') {
        for (const { air } of up) air.cut();
        note = 'Cutting every link; pages may reconnect.';
      }
    };
    const look = (): void => {
      if (abandoned()) end(128 + constants.signals.SIGHUP);
      const { boots } = shown();
      events.look(boots[0]?.status ?? null);
      if (boots.some(({ air }) => air === 'lost')) end(1);
    };
    return [...SIGNALS.map((signal) => onSignal(signal, end)), keys(key), every(clock, SCREEN, look)];
  });
  for (const { boots } of worn.all) boots.start();
  const conceal = process.stdout.isTTY ? screen(clock, shown) : lines(clock, shown);
  const code = await ended;
  conceal();
  for (const { boots } of worn.all) boots.stop();
  // A second signal exits at once; BlueZ then takes our objects off the air.
  const impatient = until((end) => SIGNALS.map((signal) => onSignal(signal, end)));
  await Promise.race([Promise.all(up.map(({ air }) => air.end())), impatient]);
  return code;
}

/** Resolves with the first value passed to `end`, then undoes the setup. */
async function until(setUp: (end: (code: number) => void) => readonly Cancel[]): Promise<number> {
  let undo: readonly Cancel[] = [];
  const code = await new Promise<number>((resolve) => {
    undo = setUp(resolve);
  });
  for (const cancel of undo) cancel();
  return code;
}

function onSignal(signal: (typeof SIGNALS)[number], end: (code: number) => void): Cancel {
  const listener = (): void => end(128 + constants.signals[signal]);
  process.on(signal, listener);
  return () => void process.off(signal, listener);
}

function keys(pressed: (key: string) => void): Cancel {
  const { stdin } = process;
  if (!stdin.isTTY) return () => undefined;
  stdin.setRawMode(true);
  stdin.setEncoding('utf8');
  const listener = (text: string): void => {
    // An arrow key or the like arrives as one string starting with Escape; none has a meaning here.
    if (text.startsWith(ESCAPE)) pressed(ESCAPE);
    else for (const key of text) pressed(key);
  };
  stdin.on('data', listener);
  stdin.resume();
  return () => {
    stdin.off('data', listener);
    stdin.setRawMode(false);
    stdin.pause();
  };
}

function screen(clock: Clock, shown: () => BootsShown): Cancel {
  const { stdout } = process;
  const colours = process.env.NO_COLOR === undefined;
  const draw = (): void => {
    const size = { columns: stdout.columns, rows: stdout.rows };
    stdout.write(screenful(bootsScreen(shown(), size.rows), size, colours));
  };
  stdout.write(onAlternateScreen);
  const restore = (): void => void stdout.write(offAlternateScreen);
  process.once('exit', restore);
  draw();
  const cancel = every(clock, SCREEN, draw);
  return () => {
    cancel();
    process.off('exit', restore);
    restore();
  };
}

/** A line without its numbers: if only those differ, it has not changed. */
const gist = (line: string): string => line.replace(/\d+(?:\.\d+)?/g, '#');

function lines(clock: Clock, shown: () => BootsShown): Cancel {
  let since = LINES_BETWEEN;
  let printed: readonly string[] = [];
  const say = (): void => {
    const now = bootsPlainly(shown());
    const fresh = now.some((line, index) => gist(line) !== gist(printed[index] ?? ''));
    since++;
    if (!fresh && since < LINES_BETWEEN) return;
    since = 0;
    printed = now;
    process.stdout.write(`${now.join('\n')}\n`);
  };
  say();
  return every(clock, LINE, say);
}
