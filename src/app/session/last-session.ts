/** Stores the program and settings of this device's last session, so that the user can repeat it. */

import { mmhg } from '../../../firmware-protocol/quantities.ts';
import type { SessionView } from '../../session/view.ts';
import type { LastSession } from '../../ui/places/at-home.ts';
import { LAST_SESSION_KEY } from '../device-storage/local-keys.ts';
import type { LocalStorage } from '../device-storage/local-storage.ts';

/** Most characters of a stored program name; longer names are cut. */
const MOST_CHARACTERS = 80;

const isFigure = (value: unknown, least: number, most: number): value is number =>
  typeof value === 'number' && value >= least && value <= most;

function againIn(text: string): LastSession | null {
  const kept: unknown = JSON.parse(text);
  if (typeof kept !== 'object' || kept === null) return null;
  const { program, name, intensity, minutes, simulated }: Readonly<Record<string, unknown>> = { ...kept };
  if (typeof program !== 'string' || typeof name !== 'string' || name.length > MOST_CHARACTERS) return null;
  if (!isFigure(intensity, 1, 100) || !isFigure(minutes, 1, 60) || typeof simulated !== 'boolean')
    return null;
  return { program, name, intensity: mmhg(intensity), minutes, simulated };
}

export function lastSession(storage: Pick<LocalStorage, 'getItem'>): LastSession | null {
  try {
    return againIn(storage.getItem(LAST_SESSION_KEY) ?? 'null');
  } catch {
    return null;
  }
}

/**
 * Stores the program and settings of a session that runs, if they have changed.
 * @returns the last session; `before` itself if nothing has changed
 */
export function rememberSession(
  { phase, program, intensity, minutes, boots }: SessionView,
  before: LastSession | null,
  storage: Pick<LocalStorage, 'setItem'>,
): LastSession | null {
  if (phase !== 'running' || boots === null) return before;
  const { id, name } = program;
  const again: LastSession = {
    program: id,
    name: name.slice(0, MOST_CHARACTERS),
    intensity,
    minutes,
    simulated: boots.simulated,
  };
  if (before !== null && JSON.stringify(again) === JSON.stringify(before)) return before;
  return keepLastSession(again, storage);
}

export function keepLastSession(again: LastSession, storage: Pick<LocalStorage, 'setItem'>): LastSession {
  try {
    storage.setItem(LAST_SESSION_KEY, JSON.stringify(again));
  } catch {
    // Without storage, the last session is known only as long as the page lasts.
  }
  return again;
}
