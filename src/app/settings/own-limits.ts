/**
 * The limits that the user has set on this device, in addition to those of the boots. They are stored in localStorage, which can be read at
 * once, so that no session begins before they apply.
 */

import { noOwnLimits, type OwnLimits } from '../../session/own-limits.ts';
import { highestPressures, SHORT_ALONE } from '../../ui/places/settings/settings-view.ts';
import { LIMITS_KEY } from '../device-storage/local-keys.ts';
import type { LocalStorage } from '../device-storage/local-storage.ts';

/** A value that the page does not offer counts as no limit. */
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

export function keepOwnLimits(storage: Pick<LocalStorage, 'setItem'>, own: OwnLimits): boolean {
  try {
    storage.setItem(LIMITS_KEY, JSON.stringify(own));
    return true;
  } catch {
    return false;
  }
}
