import { describe, expect, it } from 'vitest';
import { instant, mmhg, seconds } from '../../../firmware-protocol/quantities.ts';
import { defaultFillModel } from '../../../src/air/fill-model.ts';
import { slow } from '../../../src/program/patterns/slow.ts';
import { postMarathon } from '../../../src/program/presets/post-marathon.ts';
import { strong } from '../../../src/program/presets/strong.ts';
import { type Program, type Settings, startingSettings } from '../../../src/program/program.ts';
import { planOf, problemsOf } from '../../../src/scheduler/begin.ts';
import { nothingShown } from '../../../src/scheduler/time-left.ts';
import { bootsOf } from '../program/boots.ts';
import { statusOf } from '../status.ts';

const boots = bootsOf(3);
const fills = defaultFillModel(boots);
const settingsOf = (program: Program, over: Partial<Settings> = {}): Settings => ({
  ...startingSettings(program),
  ...over,
});
const begun = (settings: Settings) => planOf(settings, boots, fills, statusOf({ cycles: 3 }), instant(5000));
const kindsOf = (settings: Settings) => problemsOf(settings, boots, fills).map(({ kind }) => kind);

describe('a program', () => {
  it('that these boots can run becomes a plan that waits to be loaded', () => {
    const settings = settingsOf(postMarathon, { minutes: 20 });
    const result = begun(settings);
    if (result.kind === 'refused') throw new Error('it was refused');
    const { plan } = result;
    const status = statusOf({ cycles: 3 });
    expect(plan).toMatchObject({
      stage: 'loading',
      longest: 3600,
      change: null,
      prefill: null,
      atMark: status,
      replaced: [],
      atWave: null,
      whole: true,
      report: { status, at: 5000, pressures: [] },
      now: 5000,
    });
    expect(plan.wanted).toBe(settings);
    expect(plan.settings).toBe(settings);
    expect(plan.boots).toBe(boots);
    expect(plan.shown).toBe(nothingShown);
    // The plan has all 20 minutes. While a person chooses, only the first 12 are composed and checked.
    expect(plan.script.cycles.length).toBeGreaterThan(16);
  });

  it('that is wrong by itself is refused with every reason, before it is composed', () => {
    const wrong = settingsOf(postMarathon, { intensity: mmhg(95), minutes: 90 });
    expect(kindsOf(wrong).length).toBeGreaterThan(1);
    expect(begun(wrong)).toEqual({ kind: 'refused', problems: problemsOf(wrong, boots, fills) });
  });

  it('above 80 mmHg is planned once that is confirmed, and for 20 minutes at most', () => {
    const refused = settingsOf(strong, { confirmed: false });
    expect(kindsOf(refused)).not.toEqual([]);
    const result = begun(settingsOf(strong, { confirmed: true }));
    expect(result).toMatchObject({ kind: 'planned', plan: { longest: 1200 } });
  });
});

describe('a program whose steps begin at set times', () => {
  const five = bootsOf(5);
  const kindsWith = (pattern: Partial<Program['pattern']>, intensity: number) => {
    const program: Program = { ...slow, pattern: { ...slow.pattern, onsetDelay: seconds(1.5), ...pattern } };
    return problemsOf(settingsOf(program, { intensity: mmhg(intensity) }), five, defaultFillModel(five)).map(
      ({ kind }) => kind,
    );
  };

  it('is refused if its cycles leave no room for slower air, on which zones would stay squeezed while later steps wait', () => {
    expect(kindsWith({}, 80)).toEqual(['noRoomForAir']);
    expect(kindsWith({}, 60)).toEqual([]);
  });

  it('is not refused for that where steps begin in turn, together, or at the pace of breathing', () => {
    expect(kindsWith({ onsetDelay: null }, 80)).toEqual([]);
    expect(kindsWith({ onsetDelay: seconds(0) }, 80)).not.toContain('noRoomForAir');
    expect(kindsWith({ breathing: true }, 80)).not.toContain('noRoomForAir');
  });
});

describe('the problems of a program', () => {
  it('are found once for the same settings, boots and fills', () => {
    const settings = settingsOf(postMarathon, { intensity: mmhg(95) });
    expect(problemsOf(settings, boots, fills)).toBe(problemsOf(settings, boots, fills));
    expect(problemsOf({ ...settings, intensity: mmhg(55) }, boots, fills)).toEqual([]);
  });
});
