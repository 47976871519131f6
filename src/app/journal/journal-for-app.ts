/** Joins the journal with the page's screens: gate, questions after a session, intents. Loads after the first screen. */

import { isRefused } from '../../journal/dose/before-start.ts';
import { doseOf as doseOfSession } from '../../journal/dose/session-dose.ts';
import { sessionDose } from '../../plan/dose/allowance.ts';
import { isActive, type SessionView } from '../../session/view.ts';
import { type AnyIntentEvent, intend } from '../../ui/events.ts';
import type { HeartwardApp } from '../../ui/heartward-app.ts';
import type { PageIntents } from '../../ui/page-intents.ts';
import { previewSettings } from '../../ui/preview/preview-controller.ts';
import type { JournalOfPage } from './journal-of-page.ts';
import type { AroundJournal } from './open-journal.ts';

/** What is asked of it on the screens of the boots. The place of the journal carries out the rest. */
type Carried =
  | 'answerScreening'
  | 'askScreening'
  | 'answerAfter'
  | 'clearLock'
  | 'takeBackSign'
  | 'choosePerson'
  | 'addPerson';

export interface JournalForApp {
  readonly intents: Pick<PageIntents, Carried>;
  readonly opened: Promise<JournalOfPage>;
  /** Whether Start may go to the boots: simulated ones always, real ones past the gate and within the dose. */
  mayStart(view: SessionView): boolean;
  /** Dose of the zone that got the most in the session that ended last, mmHg·min; null = not known. */
  lastDose(): number | null;
  /** Call with each view. */
  seen(view: SessionView): void;
}

export function journalFor(
  app: HeartwardApp,
  session: AroundJournal['session'],
  clock: AroundJournal['clock'],
  steps: AroundJournal['steps'],
): JournalForApp {
  let journal: JournalOfPage | null = null;
  let measured: number | null = null;
  const opened = import('./open-journal.ts').then(({ openJournal }) =>
    openJournal({
      session,
      clock,
      steps,
      over: (content) => {
        measured = doseOfSession(content);
      },
      reportToPlan: (telling) => intend(app, 'reportToPlan', telling),
      withdrawReport: (telling, at) => intend(app, 'withdrawReport', telling, at),
      restoreReport: () => intend(app, 'restoreReport'),
      stopBoots: () => {
        if (app.view !== null && isActive(app.view.phase)) intend(app, 'stop');
      },
    }),
  );

  /** Null while it is not drawn yet. */
  const doseOf = ({ boots, settings, fills }: SessionView): number | null =>
    (boots && app.previews?.of(previewSettings(settings), boots.shape, fills)?.dose) ?? null;
  const seen = (view: SessionView): void => {
    const counts = journal !== null && view.boots !== null && !view.boots.simulated && !isActive(view.phase);
    const next = counts ? (journal?.against({ minutes: view.minutes, dose: doseOf(view) ?? 0 }) ?? []) : [];
    if (JSON.stringify(next) !== JSON.stringify(app.against)) app.against = next;
  };
  const look = (): void => {
    if (app.view) seen(app.view);
  };
  opened.then(
    (there) => {
      journal = there;
      there.gate.subscribe((gate) => {
        app.gate = gate;
        look();
      });
      there.after.subscribe((after) => {
        app.afterwards = after;
      });
      there.keeper.state.subscribe(look);
      app.previews?.watch(look);
    },
    () => {
      app.incomplete = true;
    },
  );

  // What the user reports to the plan goes into the journal too.
  app.addEventListener('heartward-intent', (event: AnyIntentEvent) => {
    if (event.kind === 'reportToPlan') journal?.noteReport(event.args[0]);
    if (event.kind === 'makePlan' && event.args[0].soreness !== null)
      journal?.noteReport({ kind: 'soreness', soreness: event.args[0].soreness });
    if (event.kind === 'takeBackReport') journal?.withdrawnInPlan(event.args[0].kind);
  });

  const whenThere = (work: (there: JournalOfPage) => unknown): void => {
    opened.then(work, () => undefined);
  };
  return {
    opened,
    seen,
    lastDose: () => {
      const dose = measured;
      measured = null;
      return dose;
    },
    mayStart: (view) => {
      if (view.boots?.simulated) return true;
      if (journal === null || journal.gate.value.kind !== 'open') return false;
      const dose = doseOf(view) ?? sessionDose(view.intensity, view.minutes);
      return !isRefused(journal.against({ minutes: view.minutes, dose }));
    },
    intents: {
      answerScreening: (answers) => whenThere((there) => there.screened(answers)),
      askScreening: () => whenThere((there) => there.askAgain()),
      answerAfter: (answer) => whenThere((there) => there.answer(answer)),
      clearLock: (sign) => whenThere((there) => there.clear(sign)),
      takeBackSign: (sign) => whenThere((there) => there.takeBack(sign)),
      choosePerson: (person) => whenThere((there) => there.choosePerson(person)),
      addPerson: (name) => whenThere((there) => there.addPerson(name)),
    },
  };
}
