/** The composition root of the page: joins clock, chooser, session, library and page, and decides only what needs several of them. */

import { interval, take } from 'rxjs';
import { clockScheduler } from '../../clock/clock-scheduler.ts';
import { systemClock, today } from '../../clock/system-clock.ts';
import { whenIdle } from '../../clock/when-idle.ts';
import { plainPrograms } from '../../program/patterns.ts';
import { leakAndFitTest } from '../../program/presets/leak-and-fit-test.ts';
import { programs } from '../../program/presets.ts';
import type { Program } from '../../program/program.ts';
import { createSession } from '../../session/session.ts';
import { isActive, type Phase, type SessionView } from '../../session/view.ts';
import { intend } from '../../ui/events.ts';
import type { HeartwardApp } from '../../ui/heartward-app.ts';
import type { PageIntents } from '../../ui/page-intents.ts';
import { boots as bootsPlace } from '../../ui/places/place.ts';
import '../../ui/register-with-session.ts';
import { deskOfPage } from '../desk/desk-of-page.ts';
import { givingAway } from '../giving-away.ts';
import { journalFor } from '../journal/journal-for-app.ts';
import type { JournalOfPage } from '../journal/journal-of-page.ts';
import { atHandValue, KeptAtHand } from '../kept/at-hand.ts';
import { deviceStore } from '../kept/device-store.ts';
import type { FirstKept } from '../kept/first-kept.ts';
import { localKept } from '../kept/local-kept.ts';
import { FrameRing } from '../maker/frame-ring.ts';
import { type MakerParts, makerParts } from '../maker/maker-parts.ts';
import type { Renewal } from '../offline/renewal.ts';
import { once } from '../once.ts';
import { pageClock } from '../page-clock.ts';
import type { PageOptions } from '../page-options.ts';
import { BootsStep } from '../plan/boots-step.ts';
import { FirstChoice } from '../programs/first-choice.ts';
import { PreviewQueue } from '../programs/preview-queue.ts';
import { Shelf, type ShelfParts } from '../programs/shelf.ts';
import { takingIn } from '../programs/taking-in.ts';
import { platformRandom } from '../random.ts';
import { redraws } from '../redraws.ts';
import { keptOwnLimits } from '../settings/own-limits.ts';
import { speechOfPage } from '../speech.ts';
import { saveTrace } from '../trace/save-trace.ts';
import { traceOf } from '../trace/trace-of-session.ts';
import type { WithoutSession } from '../without-session.ts';
import { woke } from '../woke.ts';
import { besideSession, dismissLeft, sessionOfThisTab } from './beside-session.ts';
import { bootsChooser, type Source } from './choose-boots.ts';
import { knownBootsAtHome } from './known-boots-at-home.ts';
import { rememberSession } from './last-session.ts';

/** Interval of the page timer that feeds the boots with `?feeder=page-timer`, ms. */
const PAGE_TIMER = 500;

const loadShelf = once(async () => (await import('../kept/programs-of-this-device.ts')).shelfOfThisDevice());

export interface OpenedSession {
  /** Carries out the page's intents. */
  readonly intents: Omit<PageIntents, WithoutSession>;
  readonly journal: Promise<JournalOfPage>;
  /** What the editor needs of it. */
  readonly editing: {
    readonly shelf: () => Promise<ShelfParts>;
    readonly choose: (program: Program) => void;
  };
  readonly maker: MakerParts['opened'];
}

/** Opens the page's session and everything that goes with it. Call once per page. */
export function openSession(app: HeartwardApp, options: PageOptions, kept: FirstKept): OpenedSession {
  const clock = pageClock();
  /** Set by the button the user clicked and read within the same click. */
  let source: Source = 'simulated';
  const boots = bootsChooser(clock, () => ({ ...app.simulated, seed: options.seed, press: options.press }));
  const memory = sessionOfThisTab(clock, boots);
  const ring = new FrameRing();
  const session = createSession({
    clock,
    random: platformRandom,
    today: () => today().getTime(),
    memory,
    woke: woke(clock, () => today().getTime()),
    frames: ring.tapOf,
    choose: () => boots.choose(source),
    chooseOther: (missing) => boots.choose(source, missing),
    ...(options.pageTimer ? { wake: interval(PAGE_TIMER, clockScheduler(systemClock)) } : {}),
  });

  session.setOwnLimits(keptOwnLimits(localKept));
  const trace = traceOf(session);
  const maker = makerParts(app, session, boots, ring, clock);
  const firstChoice = new FirstChoice(kept.lastRun, (program) => session.choose(program));
  const bootsStep = new BootsStep();
  const journal = journalFor(app, session, clock, bootsStep);
  const atHand = new KeptAtHand(async () => (await deviceStore()).value(atHandValue));
  const knownBoots = knownBootsAtHome(app, boots);

  /** A program that arrived during a session: it is chosen once the session is over. */
  let waiting: Program | null = null;
  const chooseWaiting = (phase: Phase): void => {
    if (waiting === null || isActive(phase)) return;
    const program = waiting;
    waiting = null;
    session.choose(program);
  };

  const takeProgram = (program: Program): void => {
    firstChoice.overtaken();
    waiting = program;
    chooseWaiting(session.glance.phase);
  };

  const shelf = new Shelf({
    load: loadShelf,
    away: givingAway,
    page: `${location.origin}${location.pathname}`,
    chosen: takeProgram,
  });
  const { takeAddress, ...taking } = takingIn(app, shelf);

  /** A newer version of the page that is waiting. */
  let renewal: Renewal | null = null;

  const connectTo = (wanted: Source): void => {
    source = wanted;
    trace.clear();
    session.connect();
  };
  const speech = speechOfPage(app, clock);
  const desk = deskOfPage(app);
  let wereThere = false;
  const show = (view: SessionView): void => {
    app.view = view;
    speech.seen(view);
    desk.seen(view);
    firstChoice.seen(view);
    atHand.seen(view);
    knownBoots.seen(view);
    chooseWaiting(view.phase);
    journal.seen(view);
    maker.seen(view);
    const again = rememberSession(view, app.atHome.again, localKept);
    if (again !== app.atHome.again) app.atHome = { ...app.atHome, again };
    // From home, connecting leads to the boots.
    if (view.boots !== null && !wereThere && app.place.name === 'home') intend(app, 'go', bootsPlace);
    wereThere = view.boots !== null;
    const told = bootsStep.seen(view, journal.lastDose);
    if (told) intend(app, 'reportToPlan', told);
  };
  /** Shows the result of a request at once, because a held key repeats from the value that its control shows. */
  const answered = (request: () => void): void => {
    request();
    session.view.pipe(take(1)).subscribe(show);
  };
  const intents: Omit<PageIntents, WithoutSession> = {
    ...session,
    chooseSimulated: () => connectTo('simulated'),
    pressButton: () => boots.pressButton(),
    preferKnown: knownBoots.prefer,
    choosePaired: () => connectTo(knownBoots.source()),
    choose: (program) => {
      firstChoice.overtaken();
      answered(() => session.choose(program));
    },
    again: () => {
      const { again } = app.atHome;
      if (again === null) return;
      const all = [...programs, ...plainPrograms, leakAndFitTest, ...app.library.own];
      const program = all.find(({ id }) => id === again.program);
      if (program !== undefined) {
        takeProgram({ ...program, set: { intensity: again.intensity, minutes: again.minutes, zones: null } });
      }
      if (session.glance.boots === null) connectTo(again.simulated ? 'simulated' : 'paired');
      else intend(app, 'go', bootsPlace);
    },
    openBootsStep: (step, event) => {
      const program = bootsStep.open(step, event);
      if (program === null) return;
      takeProgram(program);
      intend(app, 'go', bootsPlace);
    },
    setIntensity: (intensity) => answered(() => session.setIntensity(intensity)),
    setZone: (side, zone, setting) => answered(() => session.setZone(side, zone, setting)),
    confirm: (confirmed) => answered(() => session.confirm(confirmed)),
    setMinutes: (minutes) => answered(() => session.setMinutes(minutes)),
    addMinutes: (minutes) => answered(() => session.addMinutes(minutes)),
    ...journal.intents,
    start: () => {
      if (app.view === null || !journal.mayStart(app.view)) return;
      shelf.dismiss();
      trace.begin();
      desk.begins();
      session.start();
    },
    ...taking,
    saveProgram: (program) => shelf.save(program),
    keepProgram: (program) => shelf.keep(program),
    shareProgram: (program) => shelf.share(program),
    forgetProgram: (program) => shelf.forget(program),
    favour: ({ id }, liked) => atHand.favour(id, liked),
    saveUnreadable: () => shelf.saveUnreadable(),
    useNewVersion: () => renewal?.use(() => shelf.say({ kind: 'newVersion', otherTabs: true })),
    dismissSaid: () => shelf.dismiss(),
    tell: speech.tell,
    saveTrace: () => saveTrace(app.view, trace),
    ...desk.intents,
    ...maker.intents,
    dismissLeft: () => dismissLeft(app, memory),
  };

  besideSession({ app, session, memory, boots, connect: () => connectTo('known') });

  app.programs = programs;
  app.plain = plainPrograms;
  app.previews = new PreviewQueue(whenIdle, () =>
    import('../../timeline/preview/preview-of.ts').then(({ previewOf }) => previewOf),
  );
  app.trace = trace;
  atHand.now.subscribe((now) => {
    app.atHand = now;
  });
  shelf.library.subscribe((library) => {
    app.library = library;
    firstChoice.among([...programs, ...plainPrograms, ...library.own]);
  });
  shelf.open();
  if (import.meta.env.PROD) {
    whenIdle(() =>
      import('../offline/offline.ts').then(({ openOffline }) =>
        openOffline({
          files: taking.takeFiles,
          text: taking.takeText,
          newVersion: (waiting) => {
            renewal = waiting;
            shelf.say({ kind: 'newVersion', otherTabs: false });
          },
        }),
      ),
    );
  }
  takeAddress();
  window.addEventListener('hashchange', takeAddress);

  const isHidden = (): boolean => document.visibilityState === 'hidden';
  redraws(session.view, isHidden, clockScheduler(clock)).subscribe(show);
  return {
    intents,
    journal: journal.opened,
    editing: { shelf: loadShelf, choose: takeProgram },
    maker: maker.opened,
  };
}
