import { describe, expect, it } from 'vitest';
import { mmhg, seconds } from '../../../firmware-protocol/quantities.ts';
import { unacceptable } from '../../../src/boots/acceptance.ts';
import { featureOf } from '../session/driven-session.ts';

const withoutStop = { ...featureOf().abilities, physicalStop: false };

describe('boots that a controller may command', () => {
  it('are those with limits no wider than its own', () => {
    expect(unacceptable(featureOf())).toBe(null);
  });

  it.each([
    ['a highest target above 80 mmHg without confirmation', featureOf({ highestTarget: mmhg(80.5) })],
    ['an allowance above 10 s without a physical stop', featureOf({ abilities: withoutStop })],
    ['the same, just above the limit', featureOf({ abilities: withoutStop, longestAllowance: seconds(11) })],
  ])('are not those with %s', (_, feature) => {
    expect(unacceptable(feature)?.kind).toBe('limitsTooWide');
  });

  it('may lack a physical stop if they play on alone for 10 s at most', () => {
    expect(unacceptable(featureOf({ abilities: withoutStop, longestAllowance: seconds(10) }))).toBe(null);
  });

  it('must speak the same major version', () => {
    expect(unacceptable(featureOf({ major: 2 }))).toMatchObject({ kind: 'wrongVersion', theirs: '2.0' });
  });
});
