/** Opens the journal of this device, and connects it with the page's session and plan. */

import { milliseconds, type Seconds } from '../../../firmware-protocol/quantities.ts';
import type { Clock } from '../../clock/clock.ts';
import { every } from '../../clock/every.ts';
import { systemClock, today } from '../../clock/system-clock.ts';
import type { SessionEntry } from '../../journal/entry.ts';
import type { SessionContent } from '../../journal/session-entry.ts';
import type { Trace } from '../../journal/trace/trace.ts';
import type { StepOfPlan } from '../../plan/plan-id.ts';
import type { UntimedReport } from '../../plan/reporting.ts';
import { type Moment, readZone, type TimeZone } from '../../plan/time/wall-clock.ts';
import type { Session } from '../../session/session.ts';
import { isActive } from '../../session/view.ts';
import { deviceStore } from '../device-storage/device-store.ts';
import { platformRandom } from '../random.ts';
import { deflated } from './deflate.ts';
import { JournalKeeper } from './journal-keeper.ts';
import { JournalOfPage } from './journal-of-page.ts';
import { LostSessions } from './lost-sessions.ts';
import { EventOfPlan } from './plan-event.ts';
import type { StepOf } from './recording-reducer.ts';
import { Rescreening, rescreeningValue } from './rescreening.ts';
import { SessionDrafts } from './session-drafts.ts';
import { SessionJournal } from './session-journal.ts';

/** How often the gate (whether real boots may start) is recomputed, and the drafts of pages that were closed are moved into the journal. */
const CHECK_INTERVAL = milliseconds(60_000);

const now = (): Moment => today().getTime() as Moment;

/** UTC if the browser does not say. */
export const zoneHere = (): TimeZone =>
  readZone(new Intl.DateTimeFormat().resolvedOptions().timeZone) ?? ('UTC' as TimeZone);

export interface JournalDependencies {
  readonly session: Pick<Session, 'view' | 'telemetry' | 'glance' | 'records'>;
  readonly clock: Clock;
  readonly steps: { readonly stepOf: StepOf; readonly onContinued: (step: StepOfPlan | null) => void };
  /** Called with the trace that an earlier page recorded of the session. @param began when the trace begins, by the boots' clock */
  readonly onEarlierTrace: (trace: Trace, began: Seconds) => void;
  readonly onOver: (content: SessionContent) => void;
  readonly reportToPlan: (report: UntimedReport) => void;
  /** Called when the boots' record has completed a session of the current person whose end no page saw. */
  readonly reportRemembered: (session: SessionEntry) => void;
  readonly withdrawReport: (report: UntimedReport, at: Moment) => void;
  readonly restoreReport: () => void;
  readonly stopBoots: () => void;
}

export async function openJournal({
  session,
  clock,
  steps,
  onEarlierTrace,
  onOver: over,
  reportRemembered,
  ...plan
}: JournalDependencies): Promise<JournalOfPage> {
  const opening = deviceStore();
  const keeping = opening.then((store) =>
    JournalKeeper.open({ store, now, zone: zoneHere, random: platformRandom }),
  );
  const drafting = opening.then((store) => new SessionDrafts(store));
  let journal: JournalOfPage | null = null;
  const recording = new SessionJournal({
    clock,
    today: now,
    keeper: keeping,
    drafts: drafting,
    deflate: deflated,
    stepOf: (program) => steps.stepOf(program),
    onContinued: (step) => steps.onContinued(step),
    onEarlierTrace,
    onOver: over,
    onEntered: (entry) => journal?.after.onSessionEntered(entry),
  });
  recording.follow(session.view, session.telemetry, () => session.glance.boots?.feature.samplePeriod ?? null);

  const keeper = await keeping;
  const ofPlan = await EventOfPlan.open(await opening);
  const rescreening = await Rescreening.open((await opening).value(rescreeningValue));
  const opened = new JournalOfPage({ keeper, rescreening, now, zone: zoneHere, ofPlan, ...plan });
  journal = opened;
  let wasActive = false;
  session.view.subscribe(({ phase }) => {
    if (isActive(phase) && !wasActive) opened.after.onSessionBegin();
    if (phase === 'ended' && wasActive) opened.after.onSessionEnd();
    wasActive = isActive(phase);
  });

  const drafts = await drafting;
  const look = async (): Promise<void> => {
    await drafts.enterLost(now());
    opened.refresh();
  };
  await look();
  const completed = (entry: SessionEntry): void => {
    if (entry.person === keeper.state.value.deviceState.person) reportRemembered(entry);
  };
  new LostSessions({ keeper, drafts, records: session.records, completed }).follow(session.view);
  every(systemClock, CHECK_INTERVAL, () => void look());
  document.addEventListener('visibilitychange', () => void look());
  window.addEventListener('pagehide', () => recording.flush());
  return opened;
}
