import { describe, expect, it } from 'vitest';
import type { Side } from '../../../firmware-protocol/zones.ts';
import { fitOf, isFitKnown } from '../../../src/diagnosis/boots-fit.ts';
import type { ZoneFigures } from '../../../src/diagnosis/figures.ts';
import { figures } from './any-figures.ts';

const leg = (side: Side, more: Partial<ZoneFigures> = {}): readonly ZoneFigures[] =>
  [0, 1, 2, 3].map((zone) => figures(side, zone, more));

describe('the fit, measured at the first low filling', () => {
  it('has no findings if both legs are alike', () => {
    expect(fitOf([...leg('left'), ...leg('right', { slack: 1.15, firstEffort: 1.5 })])).toEqual([]);
  });

  it('finds the boot that is loose, because it took more air before it was taut', () => {
    const [finding, ...rest] = fitOf([...leg('left'), ...leg('right', { slack: 1.4 })]);
    expect(rest).toEqual([]);
    expect(finding).toEqual({ kind: 'loose', side: 'right', times: 1.4 });
  });

  it('finds the boot without a leg, because it is stiffer', () => {
    expect(fitOf([...leg('left', { firstEffort: 0.8 }), ...leg('right')])).toMatchObject([
      { kind: 'noLeg', side: 'left' },
    ]);
  });

  const losing = (zones: readonly ZoneFigures[], at = 1): readonly ZoneFigures[] =>
    zones.map((zone) => (zone.zone === at ? { ...zone, slack: 3, firstEffort: 9 } : zone));

  it('accuses neither boot because one zone loses air', () => {
    for (const at of [0, 1, 2, 3]) {
      expect(fitOf([...leg('left'), ...losing(leg('right'), at)])).toEqual([]);
      expect(fitOf([...losing(leg('left'), at), ...leg('right')])).toEqual([]);
    }
  });

  it('finds the boot without a leg although a zone loses air, but not by two zones', () => {
    const [left, right] = [leg('left', { firstEffort: 0.8 }), leg('right')];
    const accused = [{ kind: 'noLeg', side: 'left' }];
    expect(fitOf([...left, ...losing(right)])).toMatchObject(accused);
    expect(fitOf([...losing(left), ...right])).toMatchObject(accused);
    expect(fitOf([...left.slice(0, 3), ...losing(right.slice(0, 3))])).toEqual([]);
  });

  it('is unknown with one leg, or if only two zones of a leg are known', () => {
    expect(fitOf(leg('left', { firstEffort: 0.4, slack: 3 }))).toEqual([]);
    const two = leg('right', { slack: 2 }).map((zone, at) =>
      at < 2 ? zone : { ...zone, slack: null, firstEffort: null },
    );
    expect(fitOf([...leg('left'), ...two])).toEqual([]);
  });

  it('is complete once every zone was measured', () => {
    expect(isFitKnown([...leg('left'), ...leg('right')])).toBe(true);
    expect(isFitKnown([...leg('left'), ...leg('right', { slack: null })])).toBe(false);
    expect(isFitKnown([])).toBe(false);
  });
});
