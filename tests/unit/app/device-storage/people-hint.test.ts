import { describe, expect, it } from 'vitest';
import { peopleHint, rememberPeople } from '../../../../src/app/device-storage/people-hint.ts';
import { anna, ben } from '../../journal/entries.ts';
import { localOf } from '../backup/devices.ts';

const both = [
  { id: anna, name: 'Anna' },
  { id: ben, name: 'Ben' },
];

describe('the hint at who uses a device', () => {
  it('names the people if there are several, before the journal has loaded', () => {
    const local = localOf({});
    expect(peopleHint(local)).toBeNull();
    expect(rememberPeople(local, both, ben)).toEqual({ people: both, person: ben });
    expect(peopleHint(local)).toEqual({ people: both, person: ben });
    expect(rememberPeople(local, both.slice(0, 1), anna)).toBeNull();
    expect(peopleHint(local)).toBeNull();
  });

  it('is ignored if this page would not have written it', () => {
    for (const text of [
      '',
      '7',
      '{}',
      '{"people":[1,2],"person":"x"}',
      '{"people":[{"id":"x","name":"y"}],"person":"x"}',
    ])
      expect(peopleHint(localOf({ 'heartward.people': text }))).toBeNull();
  });

  it('is missing if localStorage is switched off, and home asks once the journal has loaded', () => {
    const off = (): never => {
      throw new DOMException('no', 'SecurityError');
    };
    const local = { getItem: off, setItem: off, removeItem: off };
    expect(peopleHint(local)).toBeNull();
    expect(rememberPeople(local, both, anna)).toEqual({ people: both, person: anna });
  });
});
