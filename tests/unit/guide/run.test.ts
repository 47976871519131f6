import { describe, expect, it } from 'vitest';
import { type Milliseconds, milliseconds } from '../../../firmware-protocol/quantities.ts';
import { VirtualClock } from '../../../src/clock/virtual-clock.ts';
import { guideWith } from '../../../src/guide/address.ts';
import type { GuideState } from '../../../src/guide/engine.ts';
import { type GuideId, guideIds, guideLength } from '../../../src/guide/guide.ts';
import { guides } from '../../../src/guide/guides.ts';
import { runGuide } from '../../../src/guide/run.ts';
import type { Signal } from '../../../src/guide/signals/signals.ts';
import { tonesOf, vibrationOf } from '../../../src/guide/signals/tones.ts';

function startGuide(id: GuideId) {
  const clock = new VirtualClock();
  const heard: { readonly at: number; readonly signal: Signal }[] = [];
  const states: GuideState[] = [];
  const run = runGuide(guides[id], clock, {
    state: (state) => states.push(state),
    signal: (signal) => heard.push({ at: clock.now() / 1000, signal }),
  });
  const inShort = (): readonly string[] =>
    heard.map(({ at, signal }) => {
      const what =
        signal.kind === 'phase'
          ? signal.phase.cue
          : signal.kind === 'prompt'
            ? signal.prompt
            : signal.kind === 'count'
              ? signal.left
              : signal.kind === 'pass' || signal.kind === 'turn'
                ? signal.pass
                : '';
      return `${at} ${signal.kind} ${what}`.trim();
    });
  return { clock, heard, states, run, inShort };
}
const seconds = (value: number): Milliseconds => milliseconds(value * 1000);

describe('a running guide', () => {
  it('emits its state at once and then ten times a second', async () => {
    const { clock, states } = startGuide('roller-flush');
    expect(states).toHaveLength(1);
    await clock.run(seconds(1));
    expect(states).toHaveLength(11);
  });

  it('signals a phase, each pass and each turn', async () => {
    const { clock, inShort } = startGuide('roller-flush');
    await clock.run(seconds(18.05));
    expect(inShort()).toEqual([
      '0 phase roller-ready',
      '12 count 3',
      '13 count 2',
      '14 count 1',
      '15 phase roller',
      '15.8 turn 1',
      '16.5 pass 2',
      '17.3 turn 2',
      '18 pass 3',
    ]);
  });

  it('on the vibration plate reminds of bent knees, counts down the end of the minute, and rests', async () => {
    const { clock, inShort } = startGuide('vibration-plate');
    await clock.run(seconds(81));
    expect(inShort().slice(4)).toEqual([
      '20 phase plate-on',
      '40 prompt knees',
      '77 count 3',
      '78 count 2',
      '79 count 1',
      '80 phase plate-rest',
    ]);
  });

  it.each(guideIds)(
    '%s ends by itself after its length, with one signal, and emits nothing more',
    async (id) => {
      const { clock, heard, states } = startGuide(id);
      await clock.run(seconds(guideLength(guides[id]) + 60));
      expect(heard.filter(({ signal }) => signal.kind === 'finished')).toHaveLength(1);
      expect(heard.at(-1)?.signal).toEqual({ kind: 'finished' });
      expect(heard.at(-1)?.at).toBeCloseTo(guideLength(guides[id]), 0);
      expect(states.at(-1)).toMatchObject({ kind: 'over', how: 'finished' });
      expect(heard.filter(({ signal }) => signal.kind === 'phase')).toHaveLength(guides[id].phases.length);
    },
  );

  it('counts down no phase that is over in a few seconds', async () => {
    const clock = new VirtualClock();
    const counted: number[] = [];
    const guide = guideWith('spots', { spot: 5, muscles: ['calves'] });
    runGuide(guide, clock, {
      state: () => {},
      signal: (signal) => {
        if (signal.kind === 'count') counted.push(clock.now() / 1000);
      },
    });
    await clock.run(seconds(60));
    expect(counted.map(Math.round)).toEqual([17, 18, 19, 37, 38, 39]);
  });

  it('signals breathing in and out, six times a minute', async () => {
    const { clock, inShort } = startGuide('wind-down');
    await clock.run(seconds(41));
    expect(inShort().slice(4)).toEqual([
      '20 phase breathe',
      '24 turn 1',
      '30 pass 2',
      '34 turn 2',
      '40 pass 3',
    ]);
  });

  it('signals a pause, and continues from there', async () => {
    const { clock, run, inShort } = startGuide('cramp');
    await clock.run(seconds(5));
    run.control('pause');
    await clock.run(seconds(60));
    run.control('resume');
    await clock.run(seconds(8));
    expect(inShort()).toEqual(['0 phase cramp-stretch', '5 paused', '65 resumed', '72 prompt no-bounce']);
  });

  it('signals a phase that began between the last tick and a pause, before the pause', async () => {
    const { clock, run, inShort } = startGuide('roller-flush');
    await clock.run(seconds(10.05));
    run.control('pause');
    await clock.run(seconds(0.02));
    run.control('resume');
    await clock.run(seconds(4.98));
    run.control('pause');
    await clock.run(seconds(60));
    run.control('resume');
    expect(inShort().slice(-3)).toEqual(['15.05 phase roller', '15.05 paused', '75.05 resumed']);
  });

  it('signals a phase again when the user goes back into it, even while paused', async () => {
    const { clock, run, inShort } = startGuide('roller-flush');
    await clock.run(seconds(20));
    run.control('pause');
    run.control('back');
    expect(inShort().slice(-2)).toEqual(['20 paused', '20 phase roller']);
  });

  it('gives no signal once the user has left it or it has ended', async () => {
    for (const end of [
      (run: ReturnType<typeof startGuide>['run']) => run.control('leave'),
      (run: ReturnType<typeof startGuide>['run']) => run.end(),
    ]) {
      const { clock, run, heard } = startGuide('cramp');
      await clock.run(seconds(5));
      const before = heard.length;
      end(run);
      run.control('next');
      await clock.run(seconds(600));
      expect(heard).toHaveLength(before);
    }
  });
});

describe('a signal', () => {
  it('of every guide has a sound and a vibration, or is the turn of a stroke', async () => {
    for (const id of guideIds) {
      const { clock, heard } = startGuide(id);
      await clock.run(seconds(guideLength(guides[id]) + 1));
      for (const { signal } of heard) {
        const silent = signal.kind === 'turn' && signal.phase.cue !== 'breathe';
        expect(tonesOf(signal).length > 0).toBe(!silent);
        expect(vibrationOf(signal).length > 0).toBe(!silent);
        for (const { gain, length, at } of tonesOf(signal)) {
          expect(gain).toBeLessThanOrEqual(0.5);
          expect(at + length).toBeLessThan(1.5);
        }
      }
    }
  });
});
