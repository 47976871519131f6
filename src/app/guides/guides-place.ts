/**
 * The guides' place, a screen with its own address: draws the guides' screens, plays guides with their cues, and reports them to plan and
 * journal.
 */

import { html } from 'lit';
import { Subject } from 'rxjs';
import { today } from '../../clock/system-clock.ts';
import { type GuideAtAddress, guideAt } from '../../guide/address.ts';
import { type Guide, guideIds } from '../../guide/guide.ts';
import type { GuideRecord } from '../../guide/record.ts';
import { type GuideCue, guideCues, quiet } from '../../guide/signals/cues.ts';
import { stepOfPlan } from '../../plan/plan-id.ts';
import { runs } from '../../plan/rules/rule.ts';
import { type Moment, minutesBetween, momentOf } from '../../plan/time/wall-clock.ts';
import { inPlan, leftOutOf } from '../../ui/guides/guide-in-plan.ts';
import { lockOn } from '../../ui/guides/guide-locks.ts';
import '../../ui/guides/register-guides.ts';
import { type Place, placeAt } from '../../ui/places/place.ts';
import type { PageOfPlace, PlaceScreen } from '../../ui/places/place-screen.ts';
import { firstWords } from '../../words/first/first-in-use.ts';
import { guideWords } from '../../words/guides/guides-in-use.ts';
import type { JournalOfPage } from '../journal/journal-of-page.ts';
import { pageClock } from '../page-clock.ts';
import type { PlanOfPage } from '../plan/plan-of-page.ts';
import { browsersScreen, keepScreenOn } from '../session/wake-lock.ts';
import { GuidePlayer } from './guide-player.ts';
import { GuideSigns } from './guide-signs.ts';
import type { KeptCues } from './kept-cues.ts';
import { pageSound } from './sound.ts';
import { pageVoice } from './voice.ts';

interface Begun {
  readonly path: readonly string[];
  readonly at: Date;
  readonly step: string | null;
}

const samePath = (one: readonly string[], other: readonly string[]): boolean =>
  one.join('/') === other.join('/');

/** The guide as it applies in a plan under way. `hours`: since the plan's race or run; null without one. */
function asPlanned(plan: PlanOfPage, guide: Guide) {
  const { current } = plan.view.value;
  if (current?.standing.kind !== 'during') return { guide, hours: null, leftOut: null };
  const leftOut = leftOutOf(current.plan, guide.id);
  const { kind, at, zone } = current.plan.request.event;
  if (!runs.some((run) => run === kind)) return { guide, hours: null, leftOut };
  const hours = minutesBetween(momentOf(at, zone), momentOf(current.now, zone)) / 60;
  return { guide: inPlan(current.plan, guide), hours, leftOut };
}

export interface GuidesDependencies {
  readonly plan: PlanOfPage;
  readonly journal: Promise<JournalOfPage>;
  readonly cues: KeptCues;
}

export function openGuides(
  page: PageOfPlace,
  { plan, journal, cues: kept }: GuidesDependencies,
): PlaceScreen {
  const sound = pageSound();
  const voice = pageVoice(() => firstWords.language);
  // Desktop browsers have `vibrate` too, but desktop computers have no motor.
  const canVibrate = 'vibrate' in navigator && matchMedia('(any-pointer: coarse)').matches;
  const signs = new GuideSigns(plan, () => today().getTime() as Moment);
  let begun: Begun | null = null;

  const over = (record: GuideRecord): void => {
    if (begun === null) return;
    const { step, at } = begun;
    const { current } = plan.view.value;
    const planned = step === null ? null : plan.step(step);
    if (record.how === 'finished' && planned !== null) plan.report({ kind: 'done', step: planned.id });
    signs.journal?.note(
      {
        kind: 'guide',
        guide: record.guide,
        minutes: record.spent / 60,
        finished: record.how === 'finished',
        step: planned && current && stepOfPlan(current.plan.request.event, planned),
      },
      at.getTime() as Moment,
    );
  };

  const awake = new Subject<boolean>();
  keepScreenOn(browsersScreen(), awake);
  const lead = new GuidePlayer(
    {
      clock: pageClock(),
      sound,
      voice,
      vibrate: canVibrate ? (pattern) => void navigator.vibrate([...pattern]) : null,
      keepAwake: (on) => awake.next(on),
      spoken: (signal, guide) => guideWords().spoken(signal, guide),
      prompt: (signal) => guideWords().prompt(signal),
      redraw: () => page.redraw(),
      over,
    },
    quiet,
  );
  /** Whether the person has switched a cue. The stored cues, should they arrive later, then no longer count. */
  let haveSwitched = false;
  void kept.stored.then((cues) => {
    if (haveSwitched) return;
    if (lead.isUnderWay && cues.sound) sound?.open();
    lead.setCues(cues);
  });
  const has: Readonly<Record<GuideCue, boolean>> = {
    sound: sound !== null,
    voice: voice !== null,
    vibration: canVibrate,
  };
  const offered = guideCues.filter((cue) => has[cue]);

  // When the user goes to another place, pauses a guide under way, and forgets one that is over.
  window.addEventListener('hashchange', () => {
    const place = placeAt(location.hash);
    const stays = place?.name === 'guides' && begun !== null && samePath(place.path, begun.path);
    if (place === null || stays) return;
    if (lead.isUnderWay) lead.control('pause');
    else lead.forget();
  });
  /** Call when plan or journal has changed. Ends the guide under way if a sign or new answers to the health questions close it, perhaps in another tab. */
  const look = (): void => {
    const led = lead.isUnderWay ? lead.view?.guide : undefined;
    if (led !== undefined && signs.isClosed(led.id)) lead.control('leave');
    page.redraw();
  };
  plan.view.subscribe(look);
  journal.then(
    (there) => {
      signs.journal = there;
      there.keeper.state.subscribe(look);
    },
    // If the journal fails to load, guides run without it; journal-for-app.ts reports the failure.
    () => undefined,
  );

  const guideScreen = ({ guide, step }: GuideAtAddress, path: readonly string[]) => {
    const lock = lockOn(signs.locks, guide.id);
    if (lock !== null)
      return html`<heartward-guide-closed .lock=${lock} ?planned=${signs.isPlanned(lock)}></heartward-guide-closed>`;
    const ruledOut = signs.isRuledOut(guide.id);
    const isHere = begun !== null && samePath(path, begun.path) && !ruledOut;
    const planned = step !== null && plan.step(step) !== null;
    if (isHere && lead.record !== null)
      return html`<heartward-guide-over
        .record=${lead.record}
        .guide=${lead.view?.guide ?? guide}
        ?planned=${planned}
      ></heartward-guide-over>`;
    if (isHere && lead.view !== null)
      return html`<heartward-guide
        .view=${lead.view}
        .prompt=${lead.prompt}
        .cues=${lead.cues}
        .offered=${offered}
      ></heartward-guide>`;
    const { guide: toShow, hours, leftOut } = asPlanned(plan, guide);
    return html`<heartward-guide-before
      .guide=${toShow}
      ?planned=${planned}
      ?ruledOut=${ruledOut}
      .hours=${hours}
      .leftOut=${leftOut}
    ></heartward-guide-before>`;
  };

  return {
    title: ({ path }) => {
      const id = guideAt(path)?.guide.id;
      const name = id === undefined ? guideWords().texts.title : guideWords().names[id];
      const isShown = lead.isUnderWay && lead.view !== null && begun !== null && samePath(path, begun.path);
      return isShown && lead.view !== null
        ? `${firstWords.numbers.clockTime(lead.view.left)} · ${name}`
        : name;
    },
    draw: ({ path }: Place) => {
      const found = guideAt(path);
      if (found !== null) return guideScreen(found, path);
      const closed = guideIds.filter((id) => signs.isClosed(id));
      return html`<heartward-guides .closed=${closed} ?unknown=${path.length > 0}></heartward-guides>`;
    },
    isAlone: () => {
      const guide = guideAt(placeAt(location.hash)?.path ?? [])?.guide;
      return guide !== undefined && lockOn(signs.locks, guide.id)?.sign === 'emergency';
    },
    intents: {
      beginGuide: (guide) => {
        const path = placeAt(location.hash)?.path ?? [];
        if (lead.cues.sound) sound?.open();
        // Before `begun` changes, because `over` reads it to record the guide that is left.
        lead.begin(guide);
        begun = { path, at: today(), step: guideAt(path)?.step ?? null };
      },
      returnToGuide: () => {
        lead.forget();
        page.arrive();
      },
      controlGuide: (command) => lead.control(command),
      setGuideCue: (cue, on) => {
        if (cue === 'sound' && on) sound?.open();
        haveSwitched = true;
        const cues = { ...lead.cues, [cue]: on };
        kept.keep(cues);
        lead.setCues(cues);
      },
      reportSign: (sign) => {
        signs.report(sign);
        page.arrive();
      },
    },
  };
}
