/** English words with kPa as the unit: pressures are in kPa, except where a file's keys name mmHg; and no sentence says "1 minutes". */

import { describe, expect, it } from 'vitest';
import { limits } from '../../../../firmware-protocol/limits.ts';
import { mmhg } from '../../../../firmware-protocol/quantities.ts';
import { checkProgram } from '../../../../src/program/check.ts';
import { strong } from '../../../../src/program/presets/strong.ts';
import { startingSettings } from '../../../../src/program/program.ts';
import type { Notice, Problem } from '../../../../src/session/view.ts';
import { previewOf } from '../../../../src/timeline/preview/preview-of.ts';
import { english } from '../../../../src/words/en/english.ts';
import { filesUnder, textOf } from '../../house/repository.ts';
import { bootsOf } from '../../program/boots.ts';
import { bootsView, sessionView } from '../../session-view.ts';

const words = english({ pressureUnit: 'kPa', locale: 'en' });

/** The texts in a value, at any depth, except those that functions return. */
function texts(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(texts) : [];
}

const wrong: readonly Problem[] = [
  ...checkProgram({ ...strong, peak: mmhg(200), minutes: 61 }),
  ...Object.keys(limits).map(
    (limit): Problem => ({
      kind: 'breach',
      limit: limit as keyof typeof limits,
      zone: { side: 'left', part: 'calf' },
      value: 81,
      at: startingSettings(strong).program.pattern.rest,
    }),
  ),
];

describe('the words', () => {
  it('leave it to numbers-and-units.ts to write a unit behind a number', () => {
    const byHand =
      /\$\{n\.(?:count|figure|pressure|exactPressure)\([^`]*?\)\}(?: |\\u00a0)(?:\$\{n\.pressureUnit\}|(?:s|min|h|m|km|mm|Hz|°C|L\/min)(?![\w’']))/g;
    const found = filesUnder('src/words', '.ts').flatMap((path) =>
      path.endsWith('/numbers-and-units.ts')
        ? []
        : (textOf(path).match(byHand) ?? []).map((text) => `${path}: ${text}`),
    );
    expect(found).toEqual([]);
  });
});

describe('in kPa', () => {
  it('no fixed text contains mmHg', () => {
    expect(texts(words).filter((text) => /mmHg/.test(text) && text !== 'mmHg')).toEqual([]);
    expect(words.session.unit).toBe('kPa');
  });

  it('the figures of a problem are in kPa', () => {
    const said = wrong.flatMap((problem) => texts(words.problem(problem)));
    expect(said.join('\n')).not.toMatch(/mmHg/);
    expect(said).toContain('26.7 kPa is too much.');
    expect(said).toContain('Choose 2.0 to 13.3 kPa.');
  });

  it('a notice about limits, a drawing and an intensity are in kPa', () => {
    const notice: Notice = { kind: 'limitsTooWide', limit: 'timeAbove30' };
    expect(words.notice(notice, bootsView()).advice.join(' ')).toContain('time above 4.0 kPa');
    const figures = words.drawing.figures(
      previewOf(startingSettings({ ...strong, peak: mmhg(60) }), bootsOf(5)),
    );
    expect(texts(figures).join(' ')).not.toMatch(/mmHg/);
    expect(words.intensityAloud(mmhg(55))).toBe('7.3 kPa, medium');
    expect(words.legsAloud(sessionView().legs)).toContain('Pressure in the boots, kPa:');
  });

  it('the advice for a file is still in mmHg, the unit that its keys name', () => {
    const { suggestion } = words.problem({
      kind: 'missing',
      path: ['peakMmhg'],
      expected: { is: 'figure', range: { least: 15, most: 100, quantity: 'pressure' } },
    });
    expect(suggestion).toBe('Write 15 to 100 mmHg.');
  });
});

describe('a single minute', () => {
  it('is never "1 minutes"', () => {
    const limit = { most: 1, because: 'boots' } as const;
    const { reason, suggestion } = words.setting({
      kind: 'minutes',
      wrong: 'tooHigh',
      least: 1,
      limit,
      setTo: 1,
    });
    expect(reason).toBe('A session on these boots lasts 1 minute at most.');
    expect(suggestion).toBe('It is set to 1 minute.');
    expect(words.minutesAloud(1)).toBe('1 minute');
    expect(words.session.leftAloud('0:30', 1)).toBe('0:30 left of 1 minute');
  });
});
