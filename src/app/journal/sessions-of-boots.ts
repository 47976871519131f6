/**
 * Takes up from connected boots how sessions ended that a page of this device did not see end: a page that was lost, or a link. Begin here for
 * what the journal has of the boots' records.
 */

import { distinctUntilChanged, filter, map, type Observable, type Subscription } from 'rxjs';
import type { SessionRecord } from '../../boots/records/session-record.ts';
import type { SessionEntry } from '../../journal/entry.ts';
import { completed, isLost, lostOne, type RememberedSession } from '../../journal/remembered-session.ts';
import { type BootsView, isActive, type SessionView } from '../../session/view.ts';
import type { Drafts } from './drafts.ts';
import type { JournalKeeper } from './journal-keeper.ts';
import { zonesOf } from './recorder.ts';

export interface SessionsOfBootsOptions {
  readonly keeper: JournalKeeper;
  readonly drafts: Drafts;
  /** Of the connected boots, oldest first; null if they cannot be asked. */
  readonly records: () => Promise<readonly SessionRecord[] | null>;
}

type Shape = Pick<BootsView, 'simulated' | 'parts' | 'sides'>;

/** A record with the names of the journal. */
export function rememberedFrom(record: SessionRecord, boots: Shape): RememberedSession {
  const places = zonesOf(boots);
  const { number, bootCount, began, lasted, endReason, fault, zones } = record;
  const place = fault === null || fault.zone === null ? null : (places[fault.zone] ?? null);
  return {
    ...{ record: number, bootCount, lasted },
    began: began === 0 ? null : began * 1000,
    ended: endReason,
    fault: fault && { fault: fault.fault, side: place?.side ?? null, part: place?.part ?? null },
    zones: places.flatMap((at, zone) => {
      const got = zones[zone];
      return got ? [{ ...at, ...got }] : [];
    }),
  };
}

export class SessionsOfBoots {
  readonly #options: SessionsOfBootsOptions;

  constructor(options: SessionsOfBootsOptions) {
    this.#options = options;
  }

  /** Looks whenever boots are connected, or connected again, and run no session. */
  follow(view: Observable<SessionView>): Subscription {
    const at = ({ link, phase }: SessionView): boolean => link === 'connected' && !isActive(phase);
    return view
      .pipe(
        map((now) => (at(now) ? now.boots : null)),
        distinctUntilChanged((one, other) => (one === null) === (other === null)),
        filter((boots) => boots !== null),
      )
      .subscribe((boots) => void this.look(boots));
  }

  /** Asks the boots only where a session of such boots is lost. */
  async look(boots: Shape): Promise<void> {
    const { keeper, drafts, records } = this.#options;
    const sessions = async (): Promise<readonly SessionEntry[]> => {
      const known = keeper.state.value.journal.entries.filter((entry) => entry.kind === 'session');
      const ids = new Set(known.map(({ id }) => id));
      const begun = (await drafts.all()).filter(({ id }) => !ids.has(id));
      return [...known, ...begun].filter(({ simulated }) => simulated === boots.simulated);
    };
    if (!(await sessions()).some(isLost)) return;
    for (const record of (await records()) ?? []) {
      const remembered = rememberedFrom(record, boots);
      const lost = lostOne(await sessions(), remembered);
      if (lost === null) continue;
      await keeper.keep(completed(lost, remembered));
      await drafts.drop(lost);
    }
  }
}
