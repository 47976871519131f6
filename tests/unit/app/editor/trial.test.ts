/** A trial plays a program on simulated boots: a whole session, in virtual time. */

import { expect, test } from 'vitest';
import { milliseconds, mmhg, seconds } from '../../../../firmware-protocol/quantities.ts';
import { Trial } from '../../../../src/app/editor/trial.ts';
import { VirtualClock } from '../../../../src/clock/virtual-clock.ts';
import { strong } from '../../../../src/program/presets/strong.ts';
import { trail } from '../../../../src/program/presets/trail.ts';
import type { Program } from '../../../../src/program/program.ts';
import type { TrialView } from '../../../../src/ui/places/editor/trial/trial-view.ts';

const SECOND = milliseconds(1000);

function tried(program: Program) {
  const clock = new VirtualClock();
  const seen: TrialView[] = [];
  let cancelled = 0;
  let show = (): void => undefined;
  const trial = new Trial({
    program,
    clock,
    rate: 20,
    play: (advanced) => {
      show = advanced;
      return () => {
        cancelled++;
      };
    },
    changed: (view) => void seen.push(view),
  });
  const now = (): TrialView => {
    show();
    const last = seen.at(-1);
    if (last === undefined) throw new Error('nothing was shown');
    return last;
  };
  return {
    clock,
    trial,
    now,
    /** Advances the clock until the trial has this state, by at most `seconds`. @returns whether the trial has the state then */
    until: async (state: TrialView['state'], seconds: number): Promise<boolean> => {
      for (let second = 0; second < seconds && now().state !== state; second++) await clock.run(SECOND);
      return now().state === state;
    },
    cancelled: () => cancelled,
    shown: () => seen.at(-1)?.state,
  };
}

test('a trial begins by itself, reaches the pressures of the program, and is over once the air is out', async () => {
  const { until, now, cancelled } = tried({ ...trail, minutes: 1 });
  expect(await until('running', 180)).toBe(true);
  expect(await until('over', 360)).toBe(true);
  // The program's peak is 60 mmHg, and the thigh gets 5 more.
  expect(Math.abs(now().highest - 65)).toBeLessThan(4);
  expect(now().session.ended).not.toBe(null);
  expect(now().session.airOut).toBe('yes');
  expect(now().trace.last('left', seconds(60)).length).toBeGreaterThan(100);
  expect(cancelled()).toBe(1);
});

test('a trial that the user ends stops and empties the boots', async () => {
  const { clock, trial, until, now } = tried(trail);
  await until('running', 180);
  await clock.run(milliseconds(100_000));
  expect(now().highest).toBeGreaterThan(mmhg(20));
  trial.end();
  expect(await until('over', 60)).toBe(true);
  expect(now().session.ended).not.toBe(null);
  expect(Math.max(...now().session.legs.left.map(({ pressure }) => pressure ?? 99))).toBeLessThan(20);
});

test('a trial that the user ends before the boots run is over at once, and shows it', async () => {
  const { trial, shown, until, cancelled } = tried(trail);
  await until('beginning', 1);
  expect(shown()).toBe('beginning');
  trial.end();
  expect(shown()).toBe('over');
  expect(cancelled()).toBe(1);
});

test('a trial on simulated legs needs no confirmation of more than 80 mmHg', async () => {
  const { until, now } = tried({ ...strong, minutes: 2 });
  await until('over', 500);
  expect(now().highest).toBeGreaterThan(90);
});

test('a dropped trial stops at once and lets go of its timer', async () => {
  const { trial, until, cancelled, now } = tried(trail);
  await until('running', 180);
  trial.drop();
  expect(cancelled()).toBe(1);
  expect(now().state).toBe('over');
});
