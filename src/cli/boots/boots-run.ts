/** Runs boots on the air until the user quits or a signal arrives: shows them, handles keys, and takes them off the air at the end. */

import { constants } from 'node:os';
import { milliseconds } from '../../../firmware-protocol/quantities.ts';
import type { Cancel, Clock } from '../../clock/clock.ts';
import { every } from '../../clock/every.ts';
import type { FaultArgument } from '../arguments/fault-argument.ts';
import type { BootsOnLegs } from '../boots-on-legs.ts';
import { BootsEvents, faultChoices } from './boots-events.ts';
import { type BootOnAir, bootShown } from './boots-on-air.ts';
import { bootsPlainly, bootsScreen } from './boots-screen.ts';
import type { BootsShown } from './boots-shown.ts';
import { watchLaunchers } from './launcher-watch.ts';
import { offAlternateScreen, onAlternateScreen, screenful } from './terminal.ts';

export interface RunOptions {
  readonly clock: Clock;
  readonly worn: BootsOnLegs;
  readonly up: readonly BootOnAir[];
  readonly faults: readonly FaultArgument[];
}

const SCREEN_INTERVAL = milliseconds(100);
const LINE_INTERVAL = milliseconds(1000);
/** Number of intervals after which `lines` prints even if nothing has changed. */
const UNCHANGED_LINES = 10;

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
const CTRL_C = '\u0003';
const ESCAPE = '\u001b';

export async function runBoots({ clock, worn, up, faults }: RunOptions): Promise<number> {
  let note = '';
  let choosing = false;
  const events = new BootsEvents({
    clock,
    worn,
    faults,
    inReach: (inReach, boot) => void up[boot]?.air.setInReach(inReach),
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
      events.onStatus(boots[0]?.status ?? null);
      if (boots.some(({ air }) => air === 'lost')) end(1);
    };
    return [
      ...SIGNALS.map((signal) => onSignal(signal, end)),
      keys(key),
      every(clock, SCREEN_INTERVAL, look),
    ];
  });
  for (const { boots } of worn.all) boots.start();
  const conceal = process.stdout.isTTY ? screen(clock, shown) : lines(clock, shown);
  const code = await ended;
  conceal();
  for (const { boots } of worn.all) boots.stop();
  // A second signal exits at once. BlueZ then takes the boots off the air itself.
  const secondSignal = until((end) => SIGNALS.map((signal) => onSignal(signal, end)));
  await Promise.race([Promise.all(up.map(({ air }) => air.end())), secondSignal]);
  return code;
}

/** Resolves with the first value passed to `end`, once everything that `setUp` returned is cancelled. */
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
    // Arrow keys and the like arrive as one string that starts with Escape. None of them has a function here.
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
    stdout.write(screenful(bootsScreen(shown(), size), size, colours));
  };
  stdout.write(onAlternateScreen);
  const restore = (): void => void stdout.write(offAlternateScreen);
  process.once('exit', restore);
  draw();
  const cancel = every(clock, SCREEN_INTERVAL, draw);
  return () => {
    cancel();
    process.off('exit', restore);
    restore();
  };
}

const withoutNumbers = (line: string): string => line.replace(/\d+(?:\.\d+)?/g, '#');

function lines(clock: Clock, shown: () => BootsShown): Cancel {
  let since = UNCHANGED_LINES;
  let printed: readonly string[] = [];
  const say = (): void => {
    const now = bootsPlainly(shown());
    const fresh = now.some((line, index) => withoutNumbers(line) !== withoutNumbers(printed[index] ?? ''));
    since++;
    if (!fresh && since < UNCHANGED_LINES) return;
    since = 0;
    printed = now;
    process.stdout.write(`${now.join('\n')}\n`);
  };
  say();
  return every(clock, LINE_INTERVAL, say);
}
