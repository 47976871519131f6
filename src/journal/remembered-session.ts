/** A session that the page did not see end, completed by what its boots remember. */

import { mmhg, seconds } from '../../firmware-protocol/quantities.ts';
import { type SessionEntry, zoneKey } from './entry.ts';
import type { SessionAlarm, SessionTold, ZoneGot } from './session-entry.ts';

/** What boots remember, with the names of this journal. Null = they do not know. */
export interface RememberedSession extends Pick<SessionTold, 'ended'> {
  /** The boots' number of it, and how often they had been switched on. */
  readonly record: number;
  readonly bootCount: number;
  /** ms since 1970; null = nobody told them. */
  readonly began: number | null;
  /** s, to the second. */
  readonly lasted: number | null;
  readonly fault: Pick<SessionAlarm, 'fault' | 'side' | 'part'> | null;
  readonly zones: readonly (Pick<ZoneGot, 'side' | 'part'> & {
    readonly [Known in 'peak' | 'above30' | 'dose']: number | null;
  })[];
}

/** Boots are told the time at Prepare, to the second, and the page sees a moment later that they run, ms. */
const SLACK = 5000;

/** A session that a page lost: nobody has said yet how it ended. */
export const isLost = (entry: SessionEntry): boolean => entry.source.kind === 'lost' && entry.ended === null;

/**
 * The lost session that these boots remember; null where there is none. A session that was followed to its end, or was completed before, is
 * known; one that nobody here began is somebody else's: two people may share boots.
 * @param entries sessions of the same kind of boots, simulated or real
 */
export function lostOne(
  entries: readonly SessionEntry[],
  { began, lasted }: RememberedSession,
): SessionEntry | null {
  if (began === null) return null;
  const until = began + (lasted ?? 0) * 1000;
  const then = entries.filter(({ at }) => at >= began - SLACK && at <= until + SLACK);
  const [first] = then.toSorted((one, other) => one.at - other.at);
  return first !== undefined && then.every(isLost) ? first : null;
}

const larger = (seen: number, remembered: number | null): number => Math.max(seen, remembered ?? 0);

function withZone(got: ZoneGot, zones: RememberedSession['zones']): ZoneGot {
  const own = zones.find(({ side, part }) => zoneKey(side, part) === zoneKey(got.side, got.part));
  return own === undefined
    ? got
    : {
        ...got,
        peak: mmhg(larger(got.peak, own.peak)),
        above30: seconds(larger(got.above30, own.above30)),
        dose: larger(got.dose, own.dose),
      };
}

/** The same entry, as one that is over. What was measured stays what the page measured. */
export function completed(entry: SessionEntry, remembered: RememberedSession): SessionEntry {
  const { record, bootCount, ended, fault } = remembered;
  const lasted = seconds(larger(entry.lasted, remembered.lasted));
  const isNew =
    fault !== null &&
    !entry.alarms.some((one) => one.kind === 'fault' && one.fault === fault.fault && one.part === fault.part);
  return {
    ...entry,
    lasted,
    ended,
    zones: entry.zones.map((zone) => withZone(zone, remembered.zones)),
    alarms: isNew ? [...entry.alarms, { after: lasted, kind: 'fault', ...fault }] : entry.alarms,
    source: { kind: 'boots', record, bootCount },
  };
}
