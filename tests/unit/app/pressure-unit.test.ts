import { afterEach, describe, expect, it, vi } from 'vitest';
import { keepPressureUnit, keptPressureUnit } from '../../../src/app/pressure-unit.ts';

const storage = (texts = new Map<string, string>()) => ({
  getItem: (key: string) => texts.get(key) ?? null,
  setItem: (key: string, text: string) => void texts.set(key, text),
});

afterEach(() => vi.unstubAllGlobals());

describe('the unit of pressure', () => {
  it('is mmHg until another one is kept', () => {
    vi.stubGlobal('localStorage', storage());
    expect(keptPressureUnit()).toBe('mmHg');
    expect(keepPressureUnit('kPa')).toBe(true);
    expect(keptPressureUnit()).toBe('kPa');
  });

  it('is mmHg where something else is kept', () => {
    vi.stubGlobal('localStorage', storage(new Map([['heartward.pressure-unit', 'psi']])));
    expect(keptPressureUnit()).toBe('mmHg');
  });

  it('is mmHg where storage is switched off, and is not kept', () => {
    const off = () => {
      throw new Error('storage is off');
    };
    vi.stubGlobal('localStorage', { getItem: off, setItem: off });
    expect(keepPressureUnit('kPa')).toBe(false);
    expect(keptPressureUnit()).toBe('mmHg');
  });
});
