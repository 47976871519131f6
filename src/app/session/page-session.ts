/** Connects the session with the boots, the library, the journal and other parts of the page. */

import { interval, take } from 'rxjs';
import { clockScheduler } from '../../clock/clock-scheduler.ts';
import { systemClock, today } from '../../clock/system-clock.ts';
import { whenIdle } from '../../clock/when-idle.ts';
import { plainPrograms } from '../../program/patterns.ts';
import { programs } from '../../program/presets.ts';
import type { Program } from '../../program/program.ts';
import { createSession } from '../../session/session.ts';
import { isActive, type SessionView } from '../../session/view.ts';
import { type AnyIntentEvent, intend } from '../../ui/events.ts';
import type { HeartwardApp } from '../../ui/heartward-app.ts';
import type { PageIntents } from '../../ui/page-intents.ts';
import { boots as bootsPlace } from '../../ui/places/place.ts';
import '../../ui/register-with-session.ts';
import { deskOfPage } from '../desk/desk-of-page.ts';
import { deviceStore } from '../device-storage/device-store.ts';
import { favouritesValue, StoredFavourites } from '../device-storage/favourites.ts';
import { browserLocalStorage } from '../device-storage/local-storage.ts';
import type { StartupSettings } from '../device-storage/startup-settings.ts';
import { downloadAndShare } from '../download-and-share.ts';
import type { IntentOutsideSession } from '../intents-without-session.ts';
import { journalForApp } from '../journal/journal-for-app.ts';
import type { JournalOfPage } from '../journal/journal-of-page.ts';
import { liveRegion } from '../live-region.ts';
import { FrameLog } from '../maker/frame-log.ts';
import { type MakerParts, makerParts } from '../maker/maker-parts.ts';
import { offlineOfPage } from '../offline/offline-of-page.ts';
import { once } from '../once.ts';
import { pageClock } from '../page-clock.ts';
import type { PageOptions } from '../page-options.ts';
import { BootsStep } from '../plan/boots-step.ts';
import { followReplaced } from '../programs/follow-replaced.ts';
import { importer } from '../programs/importer.ts';
import { InitialProgram } from '../programs/initial-program.ts';
import { NextProgram } from '../programs/next-program.ts';
import { PreviewQueue } from '../programs/preview-queue.ts';
import { type LibraryParts, ProgramLibrary } from '../programs/program-library.ts';
import { platformRandom } from '../random.ts';
import { redraws } from '../redraws.ts';
import { keptOwnLimits } from '../settings/own-limits.ts';
import { wokeFromSleep } from '../sleep-detection.ts';
import { downloadTrace } from '../trace/download-trace.ts';
import { traceOf } from '../trace/trace-of-session.ts';
import { bootsChooser, type Source } from './choose-boots.ts';
import { guardRunningSession } from './guard-running-session.ts';
import { knownBootsAtHome } from './known-boots-at-home.ts';
import { rememberSession } from './last-session.ts';
import { dismissLeftSession, leftAfter, memoryOfThisTab, offerLeftSession } from './left-session.ts';
import { repeatLastSession } from './repeat-last-session.ts';
import { SideSwap } from './swap-sides.ts';

/** With `?feeder=page-timer` in the address, the page sends keyframes to the boots only at this interval, ms. */
const PAGE_TIMER_INTERVAL = 500;

const loadLibrary = once(async () =>
  (await import('../device-storage/programs-of-this-device.ts')).programsOfThisDevice(),
);

export interface OpenedSession {
  readonly intents: Omit<PageIntents, IntentOutsideSession>;
  readonly journal: Promise<JournalOfPage>;
  readonly editing: {
    readonly library: () => Promise<LibraryParts>;
    readonly choose: (program: Program) => void;
  };
  readonly maker: MakerParts['opened'];
}

export function openSession(
  app: HeartwardApp,
  options: PageOptions,
  kept: StartupSettings,
  takeIntent: (event: AnyIntentEvent) => void,
): OpenedSession {
  const clock = pageClock();
  let source: Source = 'simulated';
  const boots = bootsChooser(clock, () => ({ ...app.simulated, seed: options.seed, press: options.press }));
  const memory = memoryOfThisTab(clock, boots);
  const frameLog = new FrameLog();
  const swap = new SideSwap(() => connectTo('same'));
  const session = createSession({
    clock,
    random: platformRandom,
    today: () => today().getTime(),
    memory,
    woke: wokeFromSleep(clock, () => today().getTime()),
    frames: frameLog.tapOf,
    isSwapped: swap.swapped.isSwapped,
    choose: () => boots.choose(source),
    chooseOther: (missing) => boots.choose(source, missing),
    bluetooth: boots.bluetooth,
    ...(options.pageTimer ? { wake: interval(PAGE_TIMER_INTERVAL, clockScheduler(systemClock)) } : {}),
  });
  session.setOwnLimits(keptOwnLimits(browserLocalStorage));
  const trace = traceOf(session);
  const maker = makerParts(app, session, boots, frameLog, clock, swap);
  const initialProgram = new InitialProgram(kept.lastRun, (program) => session.choose(program));
  const bootsStep = new BootsStep();
  const journal = journalForApp(app, session, clock, bootsStep, trace);
  const favourites = new StoredFavourites(async () => (await deviceStore()).value(favouritesValue));
  const knownBoots = knownBootsAtHome(app, boots);
  const nextProgram = new NextProgram((program) => session.choose(program));
  const openProgram = (program: Program): void => {
    initialProgram.cancel();
    nextProgram.open(program, session.glance);
  };

  const library = new ProgramLibrary({
    load: loadLibrary,
    sharing: downloadAndShare,
    page: `${location.origin}${location.pathname}`,
    imported: openProgram,
  });
  const { importFromAddress, ...imports } = importer(app, library);
  const offline = offlineOfPage(
    imports,
    (said) => library.say(said),
    () => isActive(session.glance.phase),
  );

  const connectTo = (wanted: Source): void => {
    source = wanted;
    trace.clear();
    session.connect();
  };
  const spoken = liveRegion(app, clock);
  const desk = deskOfPage(app, takeIntent);
  let wereConnected = false;
  const show = (view: SessionView): void => {
    app.view = view;
    app.left = leftAfter(app.left, view);
    spoken.onView(view);
    desk.onView(view);
    initialProgram.onView(view);
    favourites.onView(view);
    knownBoots.onView(view);
    nextProgram.onView(view);
    journal.onView(view);
    maker.onView(view);
    const lastSession = rememberSession(view, app.atHome.lastSession, browserLocalStorage);
    if (lastSession !== app.atHome.lastSession) app.atHome = { ...app.atHome, lastSession };
    if (view.boots !== null && !wereConnected && app.place.name === 'home') intend(app, 'go', bootsPlace);
    wereConnected = view.boots !== null;
    const report = bootsStep.onView(view, journal.lastDose);
    if (report) intend(app, 'reportToPlan', report);
  };
  /** Shows the change at once, without the usual delay: while a key is held down, each repeat starts from the shown value. */
  const shownAtOnce = (request: () => void): void => {
    request();
    session.view.pipe(take(1)).subscribe(show);
  };
  const intents: Omit<PageIntents, IntentOutsideSession> = {
    ...session,
    connectSimulated: () => connectTo('simulated'),
    ...boots.buttons,
    preferKnown: knownBoots.prefer,
    connectPaired: () => connectTo(knownBoots.source()),
    choose: (program) => {
      initialProgram.cancel();
      shownAtOnce(() => session.choose(program));
    },
    repeatLastSession: () => {
      const { lastSession } = app.atHome;
      if (lastSession === null) return;
      repeatLastSession(lastSession, library, openProgram);
      if (session.glance.boots === null)
        connectTo(lastSession.simulated ? 'simulated' : knownBoots.source(true));
      else intend(app, 'go', bootsPlace);
    },
    repeatOnKnownBoots: () =>
      knownBoots.ifRemembered(() => {
        if (session.glance.link === 'none') intents.repeatLastSession();
      }),
    openBootsStep: (step, event) => {
      const program = bootsStep.open(step, event);
      if (program === null) return;
      openProgram(program);
      intend(app, 'go', bootsPlace);
    },
    setIntensity: (intensity) => shownAtOnce(() => session.setIntensity(intensity)),
    setZone: (side, zone, setting) => shownAtOnce(() => session.setZone(side, zone, setting)),
    confirm: (confirmed) => shownAtOnce(() => session.confirm(confirmed)),
    setMinutes: (minutes) => shownAtOnce(() => session.setMinutes(minutes)),
    addMinutes: (minutes) => shownAtOnce(() => session.addMinutes(minutes)),
    ...journal.intents,
    start: () => {
      if (app.view === null || !journal.mayStart(app.view)) return;
      library.dismiss();
      trace.begin();
      desk.onStart();
      session.start();
    },
    ...imports,
    downloadProgram: (program) => library.download(program),
    addOwnProgram: (program) => library.addOwn(program),
    shareProgram: (program) => library.share(program),
    removeOwnProgram: (program) => library.remove(program),
    undoRemoveOwnProgram: () => library.undoRemove(),
    setFavourite: ({ id }, liked) => favourites.setFavourite(id, liked),
    downloadUnreadable: () => library.downloadUnreadable(),
    useNewVersion: offline.useNewVersion,
    reload: () => location.reload(),
    dismissLibraryOutcome: () => library.dismiss(),
    speakState: spoken.speakState,
    downloadTrace: () => downloadTrace(app.view, trace),
    ...desk.intents,
    ...maker.intents,
    dismissLeftSession: () => void dismissLeftSession(app, memory),
  };

  offerLeftSession(memory, boots, {
    show: (left) => {
      app.left = left;
    },
    connect: (known) => connectTo({ known }),
  });
  guardRunningSession(session);

  app.programs = programs;
  app.plain = plainPrograms;
  app.previews = new PreviewQueue(whenIdle, () =>
    import('../../timeline/preview/preview-of.ts').then(({ previewOf }) => previewOf),
  );
  app.trace = trace;
  favourites.showIn(app);
  followReplaced(library.replaced, app, favourites, kept.lastRun, browserLocalStorage);
  library.state.subscribe((now) => {
    app.library = now;
    initialProgram.setPrograms([...programs, ...plainPrograms, ...now.own]);
  });
  library.open();
  if (import.meta.env.PROD) {
    whenIdle(() => import('../offline/offline.ts').then(({ openOffline }) => openOffline(offline.received)));
  }
  importFromAddress();
  window.addEventListener('hashchange', importFromAddress);

  const isHidden = (): boolean => document.visibilityState === 'hidden';
  redraws(session.view, isHidden, clockScheduler(clock)).subscribe(show);
  return {
    intents,
    journal: journal.opened,
    editing: { library: loadLibrary, choose: openProgram },
    maker: maker.opened,
  };
}
