/** A page with the journal of one device, at ten in the morning of 29 November 2026. */

import { filter, firstValueFrom, type Observable } from 'rxjs';
import { onTestFinished } from 'vitest';
import { JournalKeeper } from '../../../../src/app/journal/journal-keeper.ts';
import { JournalOfPage } from '../../../../src/app/journal/journal-of-page.ts';
import { EventOfPlan } from '../../../../src/app/journal/plan-event.ts';
import { Rescreening, rescreeningValue } from '../../../../src/app/journal/rescreening.ts';
import type { SessionEntry } from '../../../../src/journal/entry.ts';
import type { UntimedReport } from '../../../../src/plan/reporting.ts';
import type { Moment } from '../../../../src/plan/time/wall-clock.ts';
import { berlin, moment, session } from '../../journal/entries.ts';
import { device } from '../../store/tabs.ts';

/** The journal of a page without a plan, with a record of what it reported to a plan, and functions that wait for changes. */
export async function pageWithJournal() {
  let at = moment('2026-11-29T10:00');
  const now = (): Moment => at;
  const here = device();
  const store = here.tab();
  const keeper = await JournalKeeper.open({
    store,
    now,
    zone: () => berlin,
    random: Math.random,
  });
  onTestFinished(() => keeper.close());
  const reports: UntimedReport[] = [];
  const takenBack: unknown[] = [];
  let stops = 0;
  const journal: JournalOfPage = new JournalOfPage({
    keeper,
    rescreening: await Rescreening.open(store.value(rescreeningValue)),
    now,
    zone: () => berlin,
    ofPlan: await EventOfPlan.open(store),
    // As on the real page, the plan passes each report on to the journal, also one that came from the journal.
    reportToPlan: (report) => {
      reports.push(report);
      journal.onReport(report);
    },
    withdrawReport: (report, when) => takenBack.push([report, when - at]),
    restoreReport: () => takenBack.push('restored'),
    stopBoots: () => {
      stops += 1;
    },
  });
  const later = (minutes: number): void => {
    at = (at + minutes * 60_000) as Moment;
    journal.refresh();
  };
  /** Runs a session. @param beforeEntered is called after its end, before its entry is in the journal */
  const ran = async (
    more: Partial<SessionEntry> = {},
    beforeEntered: () => Promise<void> | void = () => undefined,
    began: Moment = moment('2026-11-29T09:20'),
  ): Promise<SessionEntry> => {
    journal.after.onSessionBegin();
    journal.after.onSessionEnd();
    await beforeEntered();
    const {
      id: _i,
      person: _p,
      device: _d,
      order: _o,
      zone: _z,
      at: _a,
      ...fields
    } = session('2026-11-29T09:20');
    const entry = (await keeper.entry({ ...fields, ...more }, began)) as SessionEntry;
    await keeper.keep(entry);
    journal.after.onSessionEntered(entry);
    return entry;
  };
  const until = <T>(values: Observable<T>, good: (value: T) => boolean): Promise<T> =>
    firstValueFrom(values.pipe(filter(good)));
  const gateIs = (kind: string) => until(journal.gate, (gate) => gate.kind === kind);
  const kinds = (): readonly string[] => journal.own.map((entry) => entry.kind);
  const rescreening = async () => (await Rescreening.open(here.tab().value(rescreeningValue))).people.value;
  return {
    store,
    journal,
    keeper,
    rescreening,
    reports,
    takenBack,
    later,
    ran,
    until,
    gateIs,
    kinds,
    stopped: () => stops,
  };
}
