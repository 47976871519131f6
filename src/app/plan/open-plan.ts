/** Opens the current person's plan. This code loads when the plan is first needed. */

import { firstValueFrom } from 'rxjs';
import { milliseconds } from '../../../firmware-protocol/quantities.ts';
import { every } from '../../clock/every.ts';
import { systemClock, today } from '../../clock/system-clock.ts';
import type { Entry } from '../../journal/entry.ts';
import { lastScreened } from '../../journal/gate.ts';
import { reportsBefore } from '../../journal/reports.ts';
import { type Moment, momentAfter, readZone, type TimeZone } from '../../plan/time/wall-clock.ts';
import type { Store } from '../../store/store.ts';
import type { PageIntents } from '../../ui/page-intents.ts';
import type { PlanIntents } from '../../ui/places/plan/plan-intents.ts';
import { planWords } from '../../words/plan/plan-in-use.ts';
import { pictureIn } from '../codes/picture-in.ts';
import { remindersValue } from '../device-storage/settings.ts';
import { downloadAndShare } from '../download-and-share.ts';
import { once } from '../once.ts';
import { pageClock } from '../page-clock.ts';
import { browserNotifications } from './browser-notifications.ts';
import { Exchange } from './exchange.ts';
import { planKeeper } from './plan-keeper.ts';
import { PlanOfPage, type PlanPage } from './plan-of-page.ts';
import { Reminders } from './reminders.ts';

/** How often the plan and the reminders follow the time. A reminder that is this late does no harm. */
const CHECK_INTERVAL = milliseconds(20_000);
const MINUTES_PER_DAY = 24 * 60;

type OwnIntents = Pick<PageIntents, Exclude<keyof PlanIntents, 'openBootsStep'>>;

export interface OpenedPlan {
  readonly plan: PlanOfPage;
  readonly exchange: Exchange;
  readonly intents: OwnIntents;
}

export interface PlanDependencies {
  readonly store: () => Promise<Store>;
  readonly hasPlan: (has: boolean) => void;
  readonly hasGuides: () => boolean;
  /** Journal entries of the current person; empty until the journal has loaded. */
  readonly entries: () => readonly Entry[];
  readonly stopBoots: () => void;
  readonly show: (what: 'plan' | 'maker') => void;
}

export async function openPlan(dependencies: PlanDependencies): Promise<OpenedPlan> {
  const { store, hasPlan, hasGuides, entries, stopBoots, show } = dependencies;
  const opened = await store();
  const keeper = planKeeper(opened, ({ request }) => hasPlan(request !== null));
  const zone = readZone(new Intl.DateTimeFormat().resolvedOptions().timeZone) ?? ('UTC' as TimeZone);
  const now = (): Moment => today().getTime() as Moment;
  const reminders = new Reminders(browserNotifications, opened.value(remindersValue), ({ action }) =>
    planWords().action(action),
  );
  const page: PlanPage = {
    keep: keeper.keep,
    zone,
    hasGuides,
    reportsBefore: (event) =>
      reportsBefore(entries(), { since: momentAfter(now(), -MINUTES_PER_DAY), now: now(), event }),
    answers: () => lastScreened(entries())?.yes ?? [],
    stopBoots,
    today: now,
    reminders: () => reminders.view,
  };
  const plan = new PlanOfPage(page, await firstValueFrom(keeper.plans));
  keeper.plans.subscribe((kept) => plan.replaceBy(kept));
  void reminders.restore().then(() => plan.refresh());
  const exchange = new Exchange({
    plan,
    sharing: downloadAndShare,
    page: `${location.origin}${location.pathname}`,
    words: planWords,
    codes: once(() => import('../codes/codes.ts').then(({ codes }) => codes)),
    pictureIn,
    today: now,
    clock: pageClock(),
    show,
  });
  const look = (): void => {
    plan.refresh();
    reminders.checkTime(plan.view.value.current);
  };
  every(systemClock, CHECK_INTERVAL, look);
  document.addEventListener('visibilitychange', look);
  return {
    plan,
    exchange,
    intents: {
      makePlan: (draft) => {
        plan.make(draft);
        plan.say(null);
        show('plan');
      },
      reportToPlan: (report) => plan.report(report),
      reportRemembered: (session) => plan.reportRemembered(session),
      withdrawStep: (step) => plan.withdrawStep(step),
      withdrawReport: (report) => plan.withdrawReport(report),
      withdrawReportMadeAt: (report, at) => plan.withdrawReportMadeAt(report, at),
      restoreReport: () => plan.restoreReport(),
      removePlan: () => plan.remove(),
      restorePlan: () => plan.restore(),
      downloadCalendar: () => exchange.downloadCalendar(),
      downloadPlan: () => exchange.download(),
      sharePlan: () => exchange.share(),
      showPlanCode: () => exchange.showCode(),
      importPlanFiles: (files) => exchange.importFiles(files),
      importPlanText: (text) => exchange.importText(text),
      dismissPlanOutcome: () => exchange.dismiss(),
      setReminders: (wanted) =>
        reminders.set(wanted, plan.view.value.current?.now ?? null).then(() => plan.refresh()),
    },
  };
}
