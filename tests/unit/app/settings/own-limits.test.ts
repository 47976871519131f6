import { expect, it } from 'vitest';
import { mmhg } from '../../../../firmware-protocol/quantities.ts';
import { keepOwnLimits, keptOwnLimits } from '../../../../src/app/settings/own-limits.ts';
import { noOwnLimits } from '../../../../src/session/own-limits.ts';
import { SHORT_ALONE } from '../../../../src/ui/places/settings/settings-view.ts';

const holding = (text: string | null) => ({ getItem: () => text });

it('own limits are read back as they were set', () => {
  let kept = '';
  const own = { highest: mmhg(50), alone: SHORT_ALONE };
  const here = {
    setItem: (_: string, text: string): void => {
      kept = text;
    },
  };
  expect(keepOwnLimits(here, own)).toBe(true);
  expect(keptOwnLimits(holding(kept))).toEqual(own);
});

it('own limits are none if the stored text is invalid, so that no text can raise a limit or stop the page', () => {
  for (const text of [null, '', 'x', 'null', '[]', '{"highest":100,"alone":255}', '{"highest":"50"}'])
    expect(keptOwnLimits(holding(text))).toEqual(noOwnLimits);
});

it('storing own limits reports failure if the device cannot store them', () => {
  const full = {
    setItem: (): void => {
      throw new Error('full');
    },
  };
  expect(keepOwnLimits(full, noOwnLimits)).toBe(false);
});
