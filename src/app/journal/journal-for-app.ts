/**
 * Connects the journal with the page's screens: the gate (whether real boots may start), objections before Start, questions after a
 * session, and intents (what the user asks for).
 */

import { isRefused } from '../../journal/dose/before-start.ts';
import { doseOf as doseOfSession } from '../../journal/dose/session-dose.ts';
import { sessionDose } from '../../plan/dose/allowance.ts';
import { isActive, type SessionView } from '../../session/view.ts';
import { type AnyIntentEvent, intend } from '../../ui/events.ts';
import type { HeartwardApp } from '../../ui/heartward-app.ts';
import { loadFailure } from '../../ui/page/load-failure.ts';
import type { PageIntents } from '../../ui/page-intents.ts';
import { previewSettings } from '../../ui/preview/preview-controller.ts';
import type { TraceRecorder } from '../trace/trace-recorder.ts';
import type { JournalOfPage } from './journal-of-page.ts';
import type { JournalDependencies } from './open-journal.ts';

type IntentHere =
  | 'answerScreening'
  | 'requestScreening'
  | 'answerAfter'
  | 'clearLock'
  | 'withdrawSign'
  | 'choosePerson'
  | 'addPerson';

export interface JournalForApp {
  readonly intents: Pick<PageIntents, IntentHere>;
  readonly opened: Promise<JournalOfPage>;
  /**
   * Whether a press of Start may start the boots: always with simulated ones; with real ones if the journal has loaded, the gate is open
   * and no objection forbids the session.
   */
  mayStart(view: SessionView): boolean;
  /**
   * Returns the dose in the zone that got the most in the session that ended last, mmHg·min above 30 mmHg; null = not known. A second call
   * for the same session returns null.
   */
  lastDose(): number | null;
  onView(view: SessionView): void;
}

export function journalForApp(
  app: HeartwardApp,
  session: JournalDependencies['session'],
  clock: JournalDependencies['clock'],
  steps: JournalDependencies['steps'],
  trace: Pick<TraceRecorder, 'precede'>,
): JournalForApp {
  let journal: JournalOfPage | null = null;
  let measured: number | null = null;
  const opened = import('./open-journal.ts').then(({ openJournal }) =>
    openJournal({
      session,
      clock,
      steps,
      onEarlierTrace: (earlier, began) => trace.precede(earlier, began),
      onOver: (content) => {
        measured = doseOfSession(content);
      },
      reportToPlan: (report) => intend(app, 'reportToPlan', report),
      reportRemembered: (remembered) => intend(app, 'reportRemembered', remembered),
      withdrawReport: (report, at) => intend(app, 'withdrawReportMadeAt', report, at),
      restoreReport: () => intend(app, 'restoreReport'),
      stopBoots: () => {
        if (app.view !== null && isActive(app.view.phase)) intend(app, 'stop');
      },
    }),
  );

  /** Dose of a session with the present settings, mmHg·min above 30 mmHg; null without boots, and until its preview has been computed. */
  const doseOf = ({ boots, settings, fills }: SessionView): number | null =>
    (boots && app.previews?.of(previewSettings(settings), boots.shape, fills)?.dose) ?? null;
  const updateObjections = (view: SessionView): void => {
    const counts = journal !== null && view.boots !== null && !view.boots.simulated && !isActive(view.phase);
    const next = counts
      ? (journal?.objections({ minutes: view.minutes, intensity: view.intensity, dose: doseOf(view) ?? 0 }) ??
        [])
      : [];
    if (JSON.stringify(next) !== JSON.stringify(app.against)) app.against = next;
  };
  const look = (): void => {
    if (app.view) updateObjections(app.view);
  };
  opened.then(
    (there) => {
      journal = there;
      there.gate.subscribe((gate) => {
        app.gate = gate;
        look();
      });
      there.after.view.subscribe((after) => {
        app.afterwards = after;
      });
      there.keeper.state.subscribe(look);
      there.ofPlan.event.subscribe(look);
      app.previews?.watch(look);
    },
    (error: unknown) => {
      app.incomplete = loadFailure(error);
    },
  );

  app.addEventListener('heartward-intent', (event: AnyIntentEvent) => {
    if (event.kind === 'reportToPlan') journal?.onReport(event.args[0]);
    if (event.kind === 'makePlan' && event.args[0].soreness !== null)
      journal?.onReport({ kind: 'soreness', soreness: event.args[0].soreness }, event.args[0].at);
    if (event.kind === 'withdrawReport') journal?.onReportWithdrawn(event.args[0]);
  });

  const whenThere = (work: (there: JournalOfPage) => unknown): void => {
    opened.then(work, () => undefined);
  };
  return {
    opened,
    onView: updateObjections,
    lastDose: () => {
      const dose = measured;
      measured = null;
      return dose;
    },
    mayStart: (view) => {
      if (view.boots?.simulated) return true;
      if (journal === null || journal.gate.value.kind !== 'open') return false;
      const dose = doseOf(view) ?? sessionDose(view.intensity, view.minutes);
      return !isRefused(journal.objections({ minutes: view.minutes, intensity: view.intensity, dose }));
    },
    intents: {
      answerScreening: (answers) => whenThere((there) => there.answerScreening(answers)),
      requestScreening: () => whenThere((there) => there.requestScreening()),
      answerAfter: (answer) => whenThere((there) => there.after.answer(answer)),
      clearLock: (sign) => whenThere((there) => there.clear(sign)),
      withdrawSign: (sign) => whenThere((there) => there.withdrawSign(sign)),
      choosePerson: (person) => whenThere((there) => there.choosePerson(person)),
      addPerson: (name) => whenThere((there) => there.addPerson(name)),
    },
  };
}
