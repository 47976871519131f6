/** Opens the journal of this device, and joins it with the page's session and plan. */

import { milliseconds } from '../../../firmware-protocol/quantities.ts';
import type { Clock } from '../../clock/clock.ts';
import { every } from '../../clock/every.ts';
import { systemClock, today } from '../../clock/system-clock.ts';
import type { SessionContent } from '../../journal/session-entry.ts';
import type { StepOfPlan } from '../../plan/plan-id.ts';
import type { UntimedReport } from '../../plan/reporting.ts';
import { isUltra } from '../../plan/rules/phases.ts';
import { type Moment, momentOf, readZone, type TimeZone } from '../../plan/time/wall-clock.ts';
import type { Session } from '../../session/session.ts';
import { isActive } from '../../session/view.ts';
import { deviceStore } from '../kept/device-store.ts';
import { planNow } from '../plan/kept-plan.ts';
import { platformRandom } from '../random.ts';
import { AskedAgain, askedAgainValue } from './asked-again.ts';
import { deflated } from './deflate.ts';
import { Drafts } from './drafts.ts';
import { JournalKeeper } from './journal-keeper.ts';
import { type EventOfPlan, JournalOfPage } from './journal-of-page.ts';
import type { StepOf } from './recorder.ts';
import { SessionJournal } from './session-journal.ts';
import { SessionsOfBoots } from './sessions-of-boots.ts';

/** How often the gate is recomputed and drafts of lost pages are looked for. */
const LOOK = milliseconds(60_000);

const now = (): Moment => today().getTime() as Moment;

/** Time zone of this device; UTC if the browser does not say. */
export const zoneHere = (): TimeZone =>
  readZone(new Intl.DateTimeFormat().resolvedOptions().timeZone) ?? ('UTC' as TimeZone);

async function eventOfPlan(): Promise<EventOfPlan | null> {
  const { request } = await planNow(await deviceStore());
  if (request === null) return null;
  const { at, zone } = request.event;
  return { at: momentOf(at, zone), isUltra: isUltra(request.event) };
}

export interface AroundJournal {
  readonly session: Pick<Session, 'view' | 'telemetry' | 'glance' | 'records'>;
  readonly clock: Clock;
  readonly steps: { readonly stepOf: StepOf; readonly goesOn: (step: StepOfPlan | null) => void };
  /** Called at the moment when a session is over. */
  readonly over: (content: SessionContent) => void;
  readonly reportToPlan: (telling: UntimedReport) => void;
  readonly withdrawReport: (telling: UntimedReport, at: Moment) => void;
  readonly restoreReport: () => void;
  readonly stopBoots: () => void;
}

/** Rejects if a module failed to load. */
export async function openJournal({
  session,
  clock,
  steps,
  over,
  ...plan
}: AroundJournal): Promise<JournalOfPage> {
  const opening = deviceStore();
  const keeping = opening.then((store) =>
    JournalKeeper.open({ store, now, zone: zoneHere, random: platformRandom }),
  );
  const drafting = opening.then((store) => new Drafts(store));
  let journal: JournalOfPage | null = null;
  const recording = new SessionJournal({
    clock,
    today: now,
    keeper: keeping,
    drafts: drafting,
    deflate: deflated,
    stepOf: (program) => steps.stepOf(program),
    goesOn: (step) => steps.goesOn(step),
    over,
    entered: (entry) => journal?.entered(entry),
  });
  recording.follow(session.view, session.telemetry, () => session.glance.boots?.feature.samplePeriod ?? null);

  let event = await eventOfPlan();
  const keeper = await keeping;
  const askedAgain = await AskedAgain.open((await opening).value(askedAgainValue));
  const opened = new JournalOfPage({ keeper, askedAgain, now, zone: zoneHere, event: () => event, ...plan });
  journal = opened;
  let wasActive = false;
  session.view.subscribe(({ phase }) => {
    if (isActive(phase) && !wasActive) opened.begun();
    if (phase === 'ended' && wasActive) opened.ended();
    wasActive = isActive(phase);
  });

  const drafts = await drafting;
  const look = async (): Promise<void> => {
    event = await eventOfPlan();
    await drafts.adopt(now());
    opened.look();
  };
  await look();
  new SessionsOfBoots({ keeper, drafts, records: session.records }).follow(session.view);
  every(systemClock, LOOK, () => void look());
  document.addEventListener('visibilitychange', () => void look());
  return opened;
}
