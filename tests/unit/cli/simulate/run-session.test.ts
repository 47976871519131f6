import { describe, expect, it } from 'vitest';
import { mmhg } from '../../../../firmware-protocol/quantities.ts';
import { type RunOptions, runSession } from '../../../../src/cli/simulate/run-session.ts';
import { cyclesOfLeg } from '../../../../src/cli/simulate/trace.ts';
import { preRun } from '../../../../src/program/presets/pre-run.ts';
import { strong } from '../../../../src/program/presets/strong.ts';

const run = (over: Partial<RunOptions> = {}) =>
  runSession({ program: preRun, minutes: 2, intensity: mmhg(40), zones: 3, seed: 5, ...over });

describe('a session in virtual time', { timeout: 240_000 }, () => {
  it('runs on one leg with one boot', async () => {
    const { trace, ended } = await run({ kind: 'right' });
    expect(ended).toBe('finished');
    expect(trace.channels.map(({ boot, zone }) => [boot, zone])).toEqual([
      ['right', 0],
      ['right', 1],
      ['right', 2],
    ]);
    expect(trace.marks.left).toEqual([]);
    expect(cyclesOfLeg(trace, 'right').length).toBeGreaterThan(1);
  });

  it('runs on both legs with a pair, each on its own pump, on one time axis', async () => {
    const { trace, ended, worn } = await run({ kind: 'pair' });
    expect(ended).toBe('finished');
    expect(worn).toHaveLength(2);
    const rows = trace.times.length;
    for (const { target, pressure } of trace.channels) {
      expect([target.length, pressure.length]).toEqual([rows, rows]);
      expect(Math.max(...pressure)).toBeGreaterThan(35);
    }
    expect(trace.channels[0]?.pressure).not.toEqual(trace.channels[3]?.pressure);
    expect(cyclesOfLeg(trace, 'left')).toHaveLength(cyclesOfLeg(trace, 'right').length);
  });

  it('fills large legs more slowly than small ones', async () => {
    const first = async (legs: 'small' | 'large') => {
      const { trace } = await run({ legs });
      return trace.channels[0]?.pressure.findIndex((pressure) => pressure > 35) ?? Number.NaN;
    };
    expect(await first('large')).toBeGreaterThan((await first('small')) * 1.2);
  });

  it('goes above 80 mmHg, with confirmation', async () => {
    const { trace } = await run({ program: strong, intensity: mmhg(100), kind: 'left', legs: 'small' });
    expect(Math.max(...(trace.channels[0]?.pressure ?? []))).toBeGreaterThan(95);
  });

  it('has an empty trace if the session is refused', async () => {
    const { ended, trace, notices } = await run({ pumpFlow: 2 });
    expect(ended).toBeNull();
    expect(trace.times).toEqual([]);
    expect(notices.map(({ kind }) => kind)).toEqual(['programRefused']);
  });

  it('injects a fault into the right boot of a pair', async () => {
    const { ended, notices } = await run({
      kind: 'pair',
      minutes: 4,
      faults: [{ name: 'unplugged', at: 20, where: 4 }],
    });
    expect(ended).toBe('fault');
    expect(notices).toContainEqual(expect.objectContaining({ kind: 'fault', side: 'right', part: 'calf' }));
  });

  // For a pair there is no notice `pressed`: while both boots wait for a press, the page cannot tell which one was pressed.
  it.each([
    ['hub', ['needsPress', 'pressed']],
    ['pair', ['needsPress']],
  ] as const)(
    'begins on a %s that requires a press of its button, once the simulated bystander has pressed it',
    async (kind, said) => {
      const { ended, notices } = await run({ kind, press: 'first' });
      expect(ended).toBe('finished');
      expect(notices.map(({ kind: noticeKind }) => noticeKind)).toEqual(said);
    },
  );

  it.each([
    ['button', ['calledOff']],
    ['link-loss', ['linkLost', 'notBegun']],
  ])('does not begin if there is a %s while the boots prepare', async (name, said) => {
    const { ended, trace, notices } = await run({ faults: [{ name, at: 'preparing', where: 0 }] });
    expect(ended).toBeNull();
    expect(trace.times).toEqual([]);
    expect(notices.map(({ kind }) => kind)).toEqual(said);
  });

  it('ends when somebody presses the button on one boot of a pair', async () => {
    const { ended } = await run({ kind: 'pair', faults: [{ name: 'button', at: 20, where: 1 }] });
    expect(ended).toBe('stoppedAtBoots');
  });

  it('continues after a loss of the link', async () => {
    const { ended, notices } = await run({ faults: [{ name: 'link-loss', at: 30, where: 0 }] });
    expect(ended).toBe('finished');
    expect(notices.map(({ kind }) => kind)).toContain('linkLost');
  });

  it.each(['hub', 'pair'] as const)('is played to its end on a %s whose link is faulty', async (kind) => {
    const faults = ['no-status', 'answers-twice', 'blip', 'frames-damaged'].map((name, index) => ({
      name,
      at: 20 + 20 * index,
      where: 0,
    }));
    const { ended } = await run({ kind, faults });
    expect(ended).toBe('finished');
  });

  it('is reproducible with the same seed', async () => {
    const [one, other, another] = [await run(), await run(), await run({ seed: 6 })];
    expect(one.trace).toEqual(other.trace);
    expect(one.trace).not.toEqual(another.trace);
  });
});
