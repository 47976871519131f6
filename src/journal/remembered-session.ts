/** Completes the journal entry of a session that the page lost, from the session record that the boots keep. */

import { mmhg, seconds } from '../../firmware-protocol/quantities.ts';
import { type SessionEntry, zoneKey } from './entry.ts';
import type { SessionAlarm, SessionContent, ZoneTotals } from './session-entry.ts';

/** A session record of the boots, in the journal's terms. Null = the boots do not know. */
export interface RememberedSession extends Pick<SessionContent, 'ended'> {
  /** The record's number in the boots. */
  readonly record: number;
  /** How often the boots had been switched on when they made the record. */
  readonly bootCount: number;
  /** When the session began, ms since 1970; null if the boots were not told the date. */
  readonly began: number | null;
  /** Pauses included, in whole seconds. */
  readonly lasted: number | null;
  readonly fault: Pick<SessionAlarm, 'fault' | 'side' | 'part'> | null;
  readonly zones: readonly (Pick<ZoneTotals, 'side' | 'part'> & {
    readonly [Known in 'peak' | 'above30' | 'dose']: number | null;
  })[];
}

/**
 * Largest difference between the beginnings that the boots and the page recorded for one session, ms. The boots get the time with the Prepare
 * command, in whole seconds; the page records the moment when it sees them run.
 */
const MOST_APART = 5000;

export const isLost = (entry: SessionEntry): boolean => entry.source.kind === 'lost' && entry.ended === null;

/**
 * The lost session to which a record of the boots belongs; null if there is none, as when another session overlaps the record. A record of
 * a session that this device did not begin may be another person's, because people share boots.
 * @param entries sessions of the same kind of boots, simulated or real
 */
export function lostSessionFor(
  entries: readonly SessionEntry[],
  { began, lasted }: RememberedSession,
): SessionEntry | null {
  if (began === null) return null;
  const until = began + (lasted ?? 0) * 1000;
  const then = entries.filter(({ at }) => at >= began - MOST_APART && at <= until + MOST_APART);
  const [first] = then.toSorted((one, other) => one.at - other.at);
  return first !== undefined && then.every(isLost) ? first : null;
}

const larger = (seen: number, remembered: number | null): number => Math.max(seen, remembered ?? 0);

function withZone(got: ZoneTotals, zones: RememberedSession['zones']): ZoneTotals {
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

/** False if there are no zones. */
const isCounted = (zones: readonly ZoneTotals[], remembered: RememberedSession['zones']): boolean =>
  zones.length > 0 &&
  zones.every((zone) =>
    remembered.some(
      ({ side, part, dose }) => dose !== null && zoneKey(side, part) === zoneKey(zone.side, zone.part),
    ),
  );

/**
 * The entry with the end that the record gives. Its length and the totals of each zone are the larger of the two figures; `measured` and
 * the mean pressures remain those of the page.
 */
export function completedByBoots(entry: SessionEntry, remembered: RememberedSession): SessionEntry {
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
    source: { kind: 'boots', record, bootCount, counted: isCounted(entry.zones, remembered.zones) },
  };
}
