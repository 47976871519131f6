import { describe, expect, it } from 'vitest';
import { mmhg, seconds } from '../../../../firmware-protocol/quantities.ts';
import { defaultFillModel } from '../../../../src/air/fill-model.ts';
import { type BootsShape, plannedAbove30 } from '../../../../src/program/boots-shape.ts';
import { postMarathon } from '../../../../src/program/presets/post-marathon.ts';
import { startingSettings } from '../../../../src/program/program.ts';
import { checkTimeline } from '../../../../src/safety/envelope.ts';
import { fromStart, script } from '../../../../src/timeline/script.ts';
import { bootsOf } from '../../program/boots.ts';

const settings = { ...startingSettings(postMarathon), minutes: 12 };
const played = (boots: BootsShape) =>
  script({ settings, boots, fills: defaultFillModel(boots) }, fromStart(settings, boots));
const problems = (boots: BootsShape, on: BootsShape) =>
  checkTimeline(played(boots).keyframes, on, defaultFillModel(on), mmhg(80));

describe('boots that allow less time above 30 mmHg', () => {
  it('are planned for three quarters of their own limit, and for the usual 60 s at most', () => {
    expect(plannedAbove30(seconds(120))).toBe(60);
    expect(plannedAbove30(seconds(60))).toBe(45);
    expect(plannedAbove30(seconds(40))).toBe(30);
  });

  it('get a script that keeps their limit, and refuse one composed for others', () => {
    const usual = bootsOf(5);
    const tight: BootsShape = { ...usual, longestAbove30: plannedAbove30(seconds(28)) };
    expect(problems(usual, usual)).toEqual([]);
    expect(problems(usual, tight)).toContainEqual(expect.objectContaining({ limit: 'timeAbove30' }));
    expect(problems(tight, tight)).toEqual([]);
    expect(played(tight).cycles.length).toBeGreaterThan(0);
  });
});
