import { describe, expect, test } from 'vitest';
import { advertisedName } from '../../../src/radio/application.ts';
import { missingBehind } from '../../../src/radio/missing.ts';

describe('a name in an advertisement', () => {
  test('is whole if it fits', () => {
    expect(advertisedName('Heartward right boot')).toBe('Heartward right boot');
  });

  test('is cut after 29 bytes, between characters', () => {
    expect(advertisedName('Heartward right boot (simulated)')).toBe('Heartward right boot (simulat');
    expect(advertisedName(`${'a'.repeat(28)}é`)).toBe('a'.repeat(28));
  });
});

describe('what is missing', () => {
  test.each([
    ['org.freedesktop.DBus.Error.ServiceUnknown', 'bluez'],
    ['org.freedesktop.DBus.Error.AccessDenied', 'permission'],
    ['org.bluez.Error.NotAuthorized', 'permission'],
    ['org.bluez.Error.Failed', 'refused'],
  ])('behind %s is %s', (type, kind) => {
    expect(missingBehind({ type, text: 'no' }, 'advertise').kind).toBe(kind);
  });
});
