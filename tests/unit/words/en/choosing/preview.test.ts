import { describe, expect, test } from 'vitest';
import { mmhg, seconds } from '../../../../../firmware-protocol/quantities.ts';
import { gradient } from '../../../../../src/program/patterns/gradient.ts';
import { isolate } from '../../../../../src/program/patterns/isolate.ts';
import { muscleFlush } from '../../../../../src/program/patterns/muscle-flush.ts';
import { pulseDistalRelease } from '../../../../../src/program/patterns/pulse-distal-release.ts';
import { wave } from '../../../../../src/program/patterns/wave.ts';
import { firstTime } from '../../../../../src/program/presets/first-time.ts';
import { type Program, type Settings, startingSettings } from '../../../../../src/program/program.ts';
import type { Preview } from '../../../../../src/timeline/preview/preview.ts';
import { previewOf } from '../../../../../src/timeline/preview/preview-of.ts';
import { storiesOf } from '../../../../../src/timeline/preview/story.ts';
import { words } from '../../../../../src/words/in-use.ts';
import { bootsOf } from '../../../program/boots.ts';

const drawn = (program: Program): Preview => previewOf(startingSettings(program), bootsOf(5));
const sentence = (preview: Preview): string => words.drawing.sentence(preview, storiesOf(preview));
const labels = (program: Program): readonly string[] => {
  const preview = drawn(program);
  return preview.turns.map((turn) => words.drawing.turnLabel(preview, turn));
};
const alternate = (program: Program): Program => ({
  ...program,
  pattern: { ...program.pattern, legs: 'alternate' },
});

describe('a drawing as a sentence', () => {
  test('says where the wave climbs, what is held, the rest, the cycle and the peak', () => {
    const preview = drawn(pulseDistalRelease);
    expect(sentence(preview)).toMatch(
      /^Climbs from foot to thigh in \d+ s, squeezing each twice, two parts held behind, rests \d+ s; cycle (1 min )?\d+ s, peak 55$/,
    );
    expect(sentence(drawn(wave))).toContain('one part held behind');
    expect(sentence(drawn(gradient))).toContain('all held until released together');
  });

  test('says which parts are squeezed at the same time', () => {
    expect(sentence(drawn(isolate))).toMatch(/^Squeezes foot to calf together for \d+ s, rests/);
  });

  test('names the parts that are squeezed no higher than the prefill', () => {
    const at = (intensity: number): Preview =>
      previewOf({ ...startingSettings(gradient), intensity: mmhg(intensity) }, bootsOf(5));
    const light = at(20);
    expect(light.bands.map(({ peak }) => peak)).toContain(light.prefill);
    expect(light.turns[0]?.parts).toEqual(bootsOf(5).parts);
    expect(storiesOf(light)[0]?.parts).toEqual(bootsOf(5).parts);
    expect(sentence(at(15))).toMatch(/^Squeezes foot to thigh together for \d+ s, rests \d+ s/);
  });

  test('says whose turn it is, and how often', () => {
    expect(sentence(drawn(muscleFlush))).toMatch(
      /^10 times: climbs from foot to calf .*; then 10 times: climbs from knee to thigh/,
    );
    expect(labels(muscleFlush)).toEqual(['foot to calf ×10', 'knee to thigh ×10']);
    expect(labels(alternate(wave))).toEqual(['left leg', 'right leg']);
    expect(sentence(drawn(alternate(wave)))).toMatch(
      /^Left leg climbs from foot to thigh .*; then right leg climbs/,
    );
  });

  test('says where a single part is squeezed', () => {
    const settings = (off: readonly number[]): Settings => {
      const zones = [0, 1, 2, 3, 4].map((zone) => ({
        on: !off.includes(zone),
        trim: mmhg(0),
        boost: { pressure: mmhg(0), hold: seconds(0) },
      }));
      return { ...startingSettings(gradient), zones: { left: zones, right: zones } };
    };
    expect(sentence(previewOf(settings([0, 1, 3, 4]), bootsOf(5)))).toMatch(
      /^Squeezes the calf for \d+ s, rests/,
    );
  });
});

describe('the figures', () => {
  test('are the peak, the cycle, the session and the dose', () => {
    const figures = words.drawing.figures(drawn(gradient));
    expect(figures.map(({ label }) => label)).toEqual([
      'Highest pressure',
      'A cycle',
      'Whole session',
      'Dose above 30 mmHg',
    ]);
    expect(figures[0]?.value).toBe('40 mmHg');
    expect(figures[2]?.more).toMatch(/^\d+ cycles$/);
    expect(figures[3]).toMatchObject({
      value: expect.stringMatching(/^\d+ mmHg·min$/),
      more: 'foot, which gets the most',
    });
  });

  test('say that there is no dose if no pressure exceeds 30 mmHg', () => {
    expect(words.drawing.figures(drawn(firstTime))[3]).toMatchObject({ value: 'none' });
  });
});

describe('what boots do differently', () => {
  test('takes one line together with the longer cycle that it causes', () => {
    expect(
      words.adaptations([
        { kind: 'oneZoneAtATime' },
        { kind: 'longerCycle', lasts: seconds(105), otherwise: seconds(70) },
      ]),
    ).toEqual(['Your boots fill one zone at a time: a cycle takes 1 min 45 s instead of 1 min 10 s.']);
    expect(words.adaptations([{ kind: 'longerCycle', lasts: seconds(105), otherwise: seconds(70) }])).toEqual(
      ['A cycle takes 1 min 45 s instead of 1 min 10 s.'],
    );
    expect(words.adaptations([{ kind: 'oneZoneAtATime' }])).toEqual([
      'Your boots fill one zone at a time: each part is released before the next.',
    ]);
  });

  test('has a whole sentence for every kind of adaptation', () => {
    const lines = words.adaptations([
      { kind: 'inPairs', pairs: [['foot', 'ankle']] },
      { kind: 'oneLeg', side: 'left' },
      { kind: 'lessPulsing', squeezes: 1, meant: 2 },
      { kind: 'shorterHold', hold: seconds(43), meant: seconds(50) },
      { kind: 'fewerHeld', steps: 1, meant: 4 },
      { kind: 'longerRest', rest: seconds(20), meant: seconds(15) },
      { kind: 'slowerBreath', breaths: 2 },
    ]);
    expect(lines).toHaveLength(7);
    for (const line of lines) expect(line).toMatch(/^[A-Z][^{}]*\.$/);
    expect(lines[3]).toContain('43 s instead of 50 s');
  });

  test('has no line if the boots play the program as it is', () => expect(words.adaptations([])).toEqual([]));
});
