import { describe, expect, it } from 'vitest';
import type { Keyframe, Target } from '../../../firmware-protocol/keyframe.ts';
import { milliseconds, mmhg, mmhgPerSecond, seconds } from '../../../firmware-protocol/quantities.ts';
import { defaultFillModel } from '../../../src/air/fill-model.ts';
import { postMarathon } from '../../../src/program/presets/post-marathon.ts';
import { startingSettings } from '../../../src/program/program.ts';
import { checkTimeline as problemsOf } from '../../../src/safety/envelope.ts';
import { composeCycle } from '../../../src/timeline/cycle/compose.ts';
import { fromStart, script } from '../../../src/timeline/script.ts';
import { inWords } from '../in-words.ts';
import { bootsOf } from '../program/boots.ts';
import { byHand } from './keyframes.ts';

const checkTimeline = (...asked: Parameters<typeof problemsOf>) => inWords(problemsOf(...asked));

const boots = bootsOf(5);
const fills = defaultFillModel(boots);
const settings = { ...startingSettings(postMarathon), intensity: mmhg(55), minutes: 5 };
const good = script({ settings, boots, fills }, fromStart(settings, boots)).keyframes;
const check = (keyframes: readonly Keyframe[], highest = 80) =>
  checkTimeline(keyframes, boots, fills, mmhg(highest));

/** The session `good` with its keyframe number `which` changed; without `which`, with every keyframe changed. */
const changed = (change: (keyframe: Keyframe) => Keyframe, which?: number): readonly Keyframe[] =>
  good.map((keyframe, index) => (which === undefined || which === index ? change(keyframe) : keyframe));
const scaled = (zone: number, by: number) => (keyframe: Keyframe) => ({
  ...keyframe,
  targets: keyframe.targets.map((target, index) =>
    typeof target === 'number' && target > 22 && index % 5 === zone ? mmhg(target * by) : target,
  ),
});

const prefill = [0, [18, 18, 18, 18, 18], 300] as const;
const rest = [4, 4, 4, 4, 4];
const vented = ['vent', 'vent', 'vent', 'vent', 'vent'] as const;

const reasons = (keyframes: readonly Keyframe[]): string =>
  check(keyframes)
    .map(({ reason }) => reason)
    .join(' ');

describe('the check of a timeline', () => {
  it('accepts what the composer makes', () => {
    expect(check(good)).toEqual([]);
  });

  it('refuses a target above the highest of the session, naming zone and keyframe', () => {
    const [problem] = check(good, 50);
    expect(problem?.reason).toContain('outside 0 to 50');
    expect(problem?.place).toMatch(/^keyframe \d+, left ankle$/);
    expect(problem?.suggestion).not.toBe('');
  });

  it('refuses a keyframe that does not name every zone', () => {
    expect(
      check(changed((keyframe) => ({ ...keyframe, targets: keyframe.targets.slice(1) }), 3)),
    ).toHaveLength(1);
  });

  it('refuses targets that are not pressures', () => {
    const to = (target: number) =>
      check(changed((keyframe) => ({ ...keyframe, targets: keyframe.targets.map(() => mmhg(target)) }), 3));
    expect(to(Number.NaN)).toHaveLength(10);
    expect(to(-1)).toHaveLength(10);
  });

  it.each([0, 46, -1, Number.NaN])('refuses a ramp of %d', (ramp) => {
    expect(check(changed((keyframe) => ({ ...keyframe, ramp: mmhgPerSecond(ramp) }), 3))).toHaveLength(1);
  });

  it('refuses a gate that squeezes for longer than 60 s, or waits longer than 600 s', () => {
    const gated = (which: number, gate: number) =>
      check(changed((keyframe) => ({ ...keyframe, gate: seconds(gate) }), which));
    expect(gated(1, 62.5)).toHaveLength(1);
    expect(gated(0, 500)).toEqual([]);
    expect(gated(0, 602.5)).toHaveLength(1);
  });

  it('refuses times that decrease', () => {
    expect(check(changed((keyframe) => ({ ...keyframe, at: milliseconds(0) }), 5))).not.toEqual([]);
  });

  it('refuses a session that does not end vented', () => {
    expect(check(good.slice(0, -1))).toHaveLength(1);
    expect(check([])).toHaveLength(1);
    const sealedEnd = changed(
      (keyframe) => ({ ...keyframe, targets: keyframe.targets.map(() => 'seal' as const) }),
      good.length - 1,
    );
    expect(check(sealedEnd)).toHaveLength(1);
    expect(check(changed((keyframe) => ({ ...keyframe, end: true }), 3))).not.toEqual([]);
  });

  it('refuses a knee that is squeezed more than the zone below it', () => {
    expect(reasons(changed(scaled(3, 1.2)))).toContain('on the knee');
  });

  it('refuses neighbours that differ by less than a step, and a fall of more than 40 %', () => {
    expect(reasons(changed(scaled(4, 0.95)))).toContain("from its neighbour's");
    expect(reasons(changed(scaled(4, 0.55)))).toContain('less than 60 %');
  });

  it('refuses a squeeze that lasts too long without a release', () => {
    const leg = [40, 40, 40, 40, 40];
    expect(reasons(byHand(prefill, [0.5, leg, 57.5], [65, rest, 30], [72, vented, 0]))).toContain(
      'squeezed for too long',
    );
    expect(reasons(byHand(prefill, [0.5, leg, 57.5], [25, rest, 30], [32, vented, 0]))).toBe('');
  });

  it('refuses too large a share of squeezing', () => {
    const leg = [40, 40, 40, 40, 40];
    const cycles = Array.from({ length: 16 }, (_, cycle) => [
      [cycle * 46, leg, 57.5] as const,
      [cycle * 46 + 40, rest, 30] as const,
    ]).flat();
    expect(reasons(byHand(...cycles, [16 * 46, vented, 0]))).toContain('too much of the time');
  });

  it('refuses a proximal zone squeezed above a distal one that was released', () => {
    const thigh = [4, 4, 4, 4, 50];
    expect(reasons(byHand([0, thigh, 57.5], [25, rest, 30], [32, vented, 0]))).toContain('stand higher');
    expect(reasons(byHand([0, thigh, 57.5], [5, rest, 30], [12, vented, 0]))).not.toContain('stand higher');
  });

  it('refuses targets that these boots reach too slowly', () => {
    const weak = { ...fills, slowness: 3 };
    const slowly = { ...bootsOf(5, ['left', 'right'], 4) };
    const problems = checkTimeline(
      byHand([0, [80, 80, 80, 80, 80], 57.5], [5, rest, 30], [12, vented, 0]),
      slowly,
      { ...weak, pumpFlow: slowly.pumpFlow },
      mmhg(80),
    );
    expect(problems.map(({ reason }) => reason).join(' ')).toContain('would not be reached');
  });

  it('refuses a session longer than an hour', () => {
    const cycles = Array.from({ length: 70 }, (_, cycle) => [cycle * 60, rest, 0] as const);
    expect(reasons(byHand(...cycles, [4200, vented, 0]))).toContain('at most');
  });

  it('checks each leg by itself if they differ', () => {
    const one = changed((keyframe) => ({
      ...keyframe,
      targets: keyframe.targets.map((target, index) => (index === 8 && target === 55 ? mmhg(60) : target)),
    }));
    expect(check(one).map(({ place }) => place)).toEqual(
      expect.arrayContaining([expect.stringContaining('right knee')]),
    );
    expect(check(one).some(({ place }) => place.includes('left'))).toBe(false);
  });

  it('accepts a single cycle, and the rest of one, only if the timeline continues', () => {
    const { keyframes } = composeCycle(settings, boots, fills, { index: 3 });
    const late = keyframes.map((keyframe) => ({ ...keyframe, at: milliseconds(keyframe.at + 100_000) }));
    expect(checkTimeline(late, boots, fills, mmhg(80), { open: true })).toEqual([]);
    expect(checkTimeline(late.slice(7), boots, fills, mmhg(80), { open: true })).toEqual([]);
    expect(checkTimeline(late, boots, fills, mmhg(80))).toHaveLength(1);
  });

  it('refuses what the boots cannot do: several zones at once, or unlike targets on a shared valve', () => {
    const on = (change: Partial<typeof boots>) =>
      checkTimeline(good, { ...boots, ...change }, fills, mmhg(80))
        .map(({ reason }) => reason)
        .join(' ');
    expect(on({ holdsTogether: false })).toContain('hold one at a time');
    expect(on({ sharedValves: true })).toContain('shares a valve');
  });

  it('accepts more than 80 mmHg only if the highest target of the session is that high', () => {
    const much = changed((keyframe) => ({
      ...keyframe,
      targets: keyframe.targets.map((target) => (target === 44 ? mmhg(90) : target)),
    }));
    expect(
      check(much)
        .map(({ reason }) => reason)
        .join(' '),
    ).toContain('outside 0 to 80');
    expect(
      check(much, 100)
        .map(({ reason }) => reason)
        .join(' '),
    ).not.toContain('outside');
  });

  it('refuses a leg squeezed over zones that are off', () => {
    const calf = ['vent', 'vent', 40, 'vent', 'vent'] as const;
    const rested = ['vent', 'vent', 4, 'vent', 'vent'] as const;
    expect(reasons(byHand([0, calf, 57.5], [25, rested, 30], [32, vented, 0]))).toContain('stand higher');
  });

  it('counts the rest that a leg has during the other leg’s turn', () => {
    const squeeze = [...new Array<number>(5).fill(40), ...rest];
    const turn = (waiting: readonly (number | 'vent')[]) =>
      [
        { at: 0, targets: [...squeeze.slice(0, 5), ...waiting] },
        { at: 30, targets: [...rest, ...waiting] },
      ].map(({ at, targets }, index) => ({
        at: milliseconds(100_000 + at * 1000),
        targets: targets as Target[],
        ramp: mmhgPerSecond(16),
        gate: seconds(index === 0 ? 57.5 : 30),
        cycle: index === 0,
        end: false,
      }));
    const found = (waiting: readonly (number | 'vent')[]) =>
      checkTimeline(turn(waiting), boots, fills, mmhg(80), { open: true })
        .map(({ reason }) => reason)
        .join(' ');
    expect(found(vented)).toContain('% of the cycle');
    expect(found(rest)).not.toContain('% of the cycle');
    // The same holds for two such cycles in a row, as in a running session.
    const once = turn(vented);
    const again = once.map((keyframe) => ({ ...keyframe, at: milliseconds(keyframe.at + 32_000) }));
    const twice = checkTimeline([...once, ...again], boots, fills, mmhg(80), { open: true });
    expect(twice.map(({ reason }) => reason).join(' ')).toContain('% of the cycle');
  });
});
