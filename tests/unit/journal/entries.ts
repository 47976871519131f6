import { mmhg, seconds } from '../../../firmware-protocol/quantities.ts';
import type {
  DeviceId,
  EntryContent,
  EntryHeader,
  EntryId,
  EntryKind,
  EntryOf,
  NotedSign,
  PersonId,
  SessionEntry,
} from '../../../src/journal/entry.ts';
import type { SessionContent } from '../../../src/journal/session-entry.ts';
import type { RecoveryEvent } from '../../../src/plan/plan-request.ts';
import {
  type Moment,
  momentOf,
  readWallTime,
  type TimeZone,
  type WallTime,
} from '../../../src/plan/time/wall-clock.ts';

export const berlin = 'Europe/Berlin' as TimeZone;
export const anna = 'anna0000' as PersonId;
export const ben = 'ben00000' as PersonId;
export const phone = 'phone000' as DeviceId;
export const laptop = 'laptop00' as DeviceId;

/** The moment of a wall time such as `2026-11-29T13:10`. */
export function moment(wall: string, zone: TimeZone = berlin): Moment {
  const read = readWallTime(wall);
  if (read === null) throw new Error(`no wall time: ${wall}`);
  return momentOf(read, zone);
}

let count = 0;

/** Makes an entry of Anna on her phone in Berlin. By default, its `order` is higher than that of all entries made before. */
export function entry<Kind extends EntryKind>(
  wall: string,
  content: Extract<EntryContent, { readonly kind: Kind }>,
  noted: Partial<EntryHeader> = {},
): EntryOf<Kind> {
  count += 1;
  const head: EntryHeader = {
    id: `entry${String(count).padStart(6, '0')}` as EntryId,
    person: anna,
    device: phone,
    order: count,
    at: moment(wall),
    zone: berlin,
  };
  return { ...head, ...noted, ...content } as EntryOf<Kind>;
}

/** A session of thirty minutes, played to the end, on boots with three zones a leg. */
const plain: SessionContent = {
  kind: 'session',
  simulated: false,
  program: { id: 'post-marathon', name: 'Post-marathon' },
  intensity: mmhg(55),
  minutes: 30,
  zonesSet: null,
  changes: [],
  lasted: seconds(1800),
  measured: seconds(1800),
  zones: (['left', 'right'] as const).flatMap((side) =>
    (['foot', 'calf', 'thigh'] as const).map((part) => ({
      side,
      part,
      peak: mmhg(55),
      mean: mmhg(30),
      above30: seconds(900),
      dose: 300,
    })),
  ),
  alarms: [],
  ended: 'finished',
  source: { kind: 'followed' },
  step: null,
};

export const session = (
  wall: string,
  content: Partial<SessionContent> = {},
  noted: Partial<EntryHeader> = {},
): SessionEntry => entry<'session'>(wall, { ...plain, ...content }, noted);

export const sign = (wall: string, of: NotedSign, noted: Partial<EntryHeader> = {}): EntryOf<'sign'> =>
  entry<'sign'>(wall, { kind: 'sign', sign: of, of: null }, noted);

export const race: RecoveryEvent = {
  kind: 'marathon',
  at: '2026-11-29T13:10' as WallTime,
  zone: berlin,
  went: 'well',
  distanceKm: null,
  minutes: null,
  ascentM: null,
  temperatureC: null,
};
