import { describe, expect, it } from 'vitest';
import { pageOptions } from '../../../src/app/page-options.ts';

describe('the address of the page', () => {
  it('chooses the shape of the simulated boots', () => {
    expect(pageOptions('?boots=pair&zones=8&valves=shared&holds=one&press=first&seed=7')).toEqual({
      boots: 'pair',
      zones: 8,
      sharedValves: true,
      oneZoneAtATime: true,
      press: 'first',
      seed: 7,
      pageTimer: false,
    });
  });

  it.each([
    '',
    '?boots=&zones=&holds=&valves=',
    '?boots=both&zones=9&holds=two&valves=0&press=1&seed=-1',
    '?zones=5.5',
  ])('changes nothing if its options are invalid: %s', (search) => {
    expect(pageOptions(search)).toEqual({
      boots: 'hub',
      zones: 5,
      sharedValves: false,
      oneZoneAtATime: false,
      press: 'none',
      seed: 1,
      pageTimer: false,
    });
  });
});
