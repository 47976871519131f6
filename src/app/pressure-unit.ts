/** The unit pressures are shown in, as kept on this device. No page sets it yet. */

import { isPressureUnit, type PressureUnit, pressureUnits } from '../words/numbers.ts';

const KEY = 'heartward.pressure-unit';

/** The default where nothing, or something else, is kept, and where storage is switched off. */
export function keptPressureUnit(): PressureUnit {
  try {
    const kept = localStorage.getItem(KEY);
    return isPressureUnit(kept) ? kept : pressureUnits[0];
  } catch {
    return pressureUnits[0];
  }
}

/** @returns whether it could be kept */
export function keepPressureUnit(unit: PressureUnit): boolean {
  try {
    localStorage.setItem(KEY, unit);
    return true;
  } catch {
    return false;
  }
}
