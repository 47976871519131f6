/** The limits that a person has set on this device: kept in localStorage, so that no session can begin before they are read. */

import { noOwnLimits, type OwnLimits } from '../../session/own-limits.ts';
import { highestPressures, SHORT_ALONE } from '../../ui/places/settings/settings-view.ts';
import type { LocalStorage } from '../device-storage/local-storage.ts';

const LIMITS_KEY = 'heartward.limits';

/** Anything that this page would not have written sets no limit. */
function parsed(text: string | null): OwnLimits {
  const kept: unknown = JSON.parse(text ?? '{}');
  if (typeof kept !== 'object' || kept === null) return noOwnLimits;
  const { highest, alone } = kept as { readonly highest?: unknown; readonly alone?: unknown };
  return {
    highest: highestPressures.find((pressure) => pressure === highest) ?? null,
    alone: alone === SHORT_ALONE ? SHORT_ALONE : null,
  };
}

export function keptOwnLimits(storage: Pick<LocalStorage, 'getItem'>): OwnLimits {
  try {
    return parsed(storage.getItem(LIMITS_KEY));
  } catch {
    return noOwnLimits;
  }
}

/** @returns whether they could be stored */
export function keepOwnLimits(storage: Pick<LocalStorage, 'setItem'>, own: OwnLimits): boolean {
  try {
    storage.setItem(LIMITS_KEY, JSON.stringify(own));
    return true;
  } catch {
    return false;
  }
}
