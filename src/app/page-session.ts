/** The page's composition root: connects the session to the real clock, chooser and page. */

import { auditTime, interval, merge, skip, take } from 'rxjs';
import { isHub } from '../../firmware-protocol/feature.ts';
import { clockScheduler } from '../clock/clock-scheduler.ts';
import { whenIdle } from '../clock/idle.ts';
import { systemClock } from '../clock/system-clock.ts';
import { startWorkerClock } from '../clock/worker-clock.ts';
import { plainPrograms } from '../program/patterns.ts';
import { programs } from '../program/presets.ts';
import type { Program } from '../program/program.ts';
import { createSession } from '../session/session.ts';
import type { Choice } from '../session/session-options.ts';
import { isActive, type Phase, type SessionView } from '../session/view.ts';
import type { HeartwardApp } from '../ui/heartward-app.ts';
import type { PageIntents } from '../ui/page-intents.ts';
import type { SimulatedChoice } from '../ui/settings/simulated-choice.ts';
import { acknowledge } from './acknowledgement.ts';
import { bootsChooser, type Source } from './choose-boots.ts';
import { FirstChoice } from './first-choice.ts';
import { givingAway } from './giving-away.ts';
import type { Kept } from './own-programs.ts';
import type { PageOptions } from './page-options.ts';
import { PreviewQueue } from './preview-queue.ts';
import { platformRandom } from './random.ts';
import { Shelf } from './shelf.ts';
import { TraceRecorder } from './trace-recorder.ts';

/** Interval of the page timer that `?feeder=page-timer` feeds on, ms. */
const PAGE_TIMER = 500;

/** The page is redrawn this long after a change, so that a key press sends its command before the drawing starts, ms. */
const REDRAW = 50;

/** Gives the page its session and everything around it. Call it once a page. */
export function openSession(app: HeartwardApp, options: PageOptions): void {
  const clock = startWorkerClock();
  /** Set by the pressed button and read within the same click. */
  let source: Source = 'simulated';
  let simulated: SimulatedChoice = options;
  const boots = bootsChooser(clock, () => ({ ...simulated, seed: options.seed, press: options.press }));
  const choose = (): Promise<Choice> => boots.choose(source);

  const session = createSession({
    clock,
    random: platformRandom,
    choose,
    chooseOther: (missing) => boots.choose(source, missing),
    ...(options.pageTimer ? { wake: interval(PAGE_TIMER, clockScheduler(systemClock)) } : {}),
  });

  const trace = new TraceRecorder();
  session.telemetry.subscribe((telemetry) => {
    const { boots } = session.glance;
    if (!boots) return;
    trace.add(telemetry, {
      sides: boots.shape.sides,
      zonesPerLeg: telemetry.targets.length / (isHub(boots.feature) ? 2 : 1),
      samplePeriod: boots.feature.samplePeriod,
    });
  });

  // A getter, since in a browser with storage switched off reading `localStorage` throws.
  const storage: Kept = {
    getItem: (key) => localStorage.getItem(key),
    setItem: (key, text) => localStorage.setItem(key, text),
  };
  const firstChoice = new FirstChoice(storage, (program) => session.choose(program));

  /** A program that arrived during a session, or before the page had one; chosen as soon as possible. */
  let waiting: Program | null = null;
  const chooseWaiting = (phase: Phase): void => {
    if (waiting === null || isActive(phase)) return;
    const program = waiting;
    waiting = null;
    session.choose(program);
  };

  const shelf = new Shelf({
    storage,
    load: () => import('./documents.ts').then(({ documents }) => documents),
    away: givingAway,
    page: `${location.origin}${location.pathname}`,
    chosen: (program) => {
      firstChoice.overtaken();
      waiting = program;
      chooseWaiting(session.glance.phase);
    },
  });
  const takeAddress = (): void => {
    if (shelf.takeAddress(location.href)) {
      history.replaceState(null, '', `${location.pathname}${location.search}`);
    }
  };

  const connectTo = (wanted: Source): void => {
    source = wanted;
    trace.clear();
    session.connect();
  };
  const show = (view: SessionView): void => {
    app.view = view;
    firstChoice.seen(view);
    chooseWaiting(view.phase);
  };
  /** Redraws at once after each change by a control; otherwise a held key would be reset to the old value between two repeats. */
  const answered = (wish: () => void): void => {
    wish();
    session.view.pipe(take(1)).subscribe(show);
  };
  const intents: PageIntents = {
    ...session,
    chooseSimulated: (choice) => {
      simulated = choice;
      connectTo('simulated');
    },
    pressButton: () => boots.pressButton(),
    choosePaired: () => connectTo('paired'),
    acknowledge: () => {
      acknowledge();
      app.acknowledged = true;
    },
    choose: (program) => {
      firstChoice.overtaken();
      answered(() => session.choose(program));
    },
    setIntensity: (intensity) => answered(() => session.setIntensity(intensity)),
    setZone: (side, zone, setting) => answered(() => session.setZone(side, zone, setting)),
    confirm: (confirmed) => answered(() => session.confirm(confirmed)),
    setMinutes: (minutes) => answered(() => session.setMinutes(minutes)),
    start: () => {
      shelf.dismiss();
      session.start();
    },
    takeFiles: (files) => shelf.takeFiles(files),
    takeText: (text) => shelf.takeText(text),
    saveProgram: (program) => shelf.save(program),
    keepProgram: (program) => shelf.keep(program),
    shareProgram: (program) => shelf.share(program),
    forgetProgram: (program) => shelf.forget(program),
    dismissSaid: () => shelf.dismiss(),
  };

  app.programs = programs;
  app.plain = plainPrograms;
  app.previews = new PreviewQueue(whenIdle, () =>
    import('../timeline/preview/preview-of.ts').then(({ previewOf }) => previewOf),
  );
  app.trace = trace;
  app.intents = intents;
  shelf.library.subscribe((library) => {
    app.library = library;
    firstChoice.among([...programs, ...plainPrograms, ...library.own]);
  });
  shelf.open();
  takeAddress();
  window.addEventListener('hashchange', takeAddress);

  const redrawn = session.view.pipe(skip(1), auditTime(REDRAW, clockScheduler(clock)));
  merge(session.view.pipe(take(1)), redrawn).subscribe(show);
}
