/**
 * Pictures of what the page says besides the notices of a session: news of programs and of the page, a session left
 * behind, the fit of the boots. Also the questions after a session, known boots, an open zone and the small window.
 */

import { html } from 'lit';
import { mmhg, seconds } from '../../../firmware-protocol/quantities.ts';
import type { EntryId } from '../../../src/journal/entry.ts';
import type { CalendarDay, WallTime } from '../../../src/plan/time/wall-clock.ts';
import type { SessionView } from '../../../src/session/view.ts';
import type { AfterView } from '../../../src/ui/journal/after-view.ts';
import { emptyHome, type LastBoots } from '../../../src/ui/places/at-home.ts';
import { home } from '../../../src/ui/places/place.ts';
import '../../../src/ui/register-desk.ts';
import type { LeftBehind } from '../../../src/words/notices/left-behind.ts';
import type { LibraryOutcome } from '../../../src/words/notices/library-outcome.ts';
import { sessionView } from '../../unit/session-view.ts';
import type { Picture } from './picture.ts';
import { connected, crest, evening, nothing, real } from './views.ts';

const program = evening;

/** Pictures of `picturedPrograms` and of the editor show the kinds that have none here. */
const outcomes: {
  readonly [K in LibraryOutcome['kind']]: readonly Extract<LibraryOutcome, { readonly kind: K }>[];
} = {
  added: [],
  sent: [],
  refused: [],
  link: [],
  tooLarge: [{ kind: 'tooLarge', what: 'evening.json', most: 100_000 }],
  notOpened: [{ kind: 'notOpened', files: ['evening.json', 'morning.json'], most: 20 }],
  saved: [{ kind: 'saved', file: 'sofa-evening.json' }],
  copied: [{ kind: 'copied', program }],
  notKept: [{ kind: 'notKept', program, why: 'storageFull' }],
  removed: [{ kind: 'removed', program }],
  notForgotten: [{ kind: 'notForgotten', program }],
  partMissing: [{ kind: 'partMissing' }],
  newVersion: [
    { kind: 'newVersion', otherTabs: false },
    { kind: 'newVersion', otherTabs: true },
  ],
};

const kebab = (kind: string): string => kind.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

const picturedOutcomes: Readonly<Record<string, Picture>> = Object.fromEntries(
  Object.values(outcomes).flatMap((some) =>
    some.map((said, n) => [
      `${kebab(said.kind)}${n > 0 ? `-${n + 1}` : ''}`,
      { view: connected, library: { own: [], unreadable: 0, said } },
    ]),
  ),
);

const left: Readonly<Record<LeftBehind['kind'], string>> = {
  simulatedLeft: 'simulated-left',
  bootsLeft: 'boots-left',
  pairLeft: 'pair-left',
  otherTab: 'left-to-other-tab',
};
const picturedLeft: Readonly<Record<string, Picture>> = Object.fromEntries(
  Object.entries(left).map(([kind, name]) => [
    name,
    { view: nothing, left: { kind: kind as LeftBehind['kind'], program: 'Trail' } },
  ]),
);

const unanswered: AfterView = {
  session: 'entry-1' as EntryId,
  feel: null,
  numb: null,
  marks: null,
  asksMarks: false,
  lastTime: null,
  locks: [],
  isMemoryOnly: false,
};
const over: Picture = {
  view: { ...connected, boots: real, phase: 'ended', ended: 'finished', progress: crest.progress },
};

const known: LastBoots = {
  names: ['Heartward hub 0042'],
  battery: 82,
  at: new Date('2026-11-29T18:00:00'),
  chooser: false,
};
const forgotten: LastBoots = {
  ...known,
  names: ['Heartward L 0042', 'Heartward R 0043'],
  battery: null,
  chooser: true,
};

/** The size that the page gives the small window. */
const small = 'inline-size: 340px; block-size: 230px; max-inline-size: 100%; min-block-size: 0';
const mini = (view: SessionView): Picture => ({
  view: sessionView(),
  place: { name: 'help', path: [] },
  places: {
    help: () =>
      Promise.resolve({
        title: () => 'mini',
        draw: () => html`<heartward-mini style=${small} .view=${view}></heartward-mini>`,
      }),
  },
});

export const picturedMessages: Readonly<Record<string, Picture>> = {
  ...picturedOutcomes,
  ...picturedLeft,
  questions: { ...over, afterwards: unanswered },
  'questions-answered': {
    ...over,
    afterwards: {
      ...unanswered,
      feel: 4,
      numb: true,
      marks: true,
      asksMarks: true,
      lastTime: {
        day: '2026-11-27' as CalendarDay,
        before: { lasted: seconds(1800), intensity: mmhg(50), dose: 310 },
        feel: 6,
        now: { lasted: seconds(1800), intensity: mmhg(55), dose: 340 },
      },
      locks: [{ sign: 'tingling', since: '2026-11-29T19:00' as WallTime, opens: null }],
      isMemoryOnly: true,
    },
    gate: { kind: 'locked', lock: { sign: 'tingling', since: '2026-11-29T19:00' as WallTime, opens: null } },
  },
  'zone-open': { view: crest, zone: { side: 'right', zone: 2 } },
  'desk-on': { view: crest, desk: { mini: 'open', notify: 'on', chime: true } },
  'desk-denied': { view: crest, desk: { mini: 'closed', notify: 'denied', chime: false } },
  'home-known': {
    view: sessionView(),
    place: home,
    places: { plan: () => new Promise(() => undefined) },
    atHome: { ...emptyHome, knownBoots: known },
  },
  'boots-known': { view: nothing, atHome: { ...emptyHome, knownBoots: known } },
  'boots-known-chooser': { view: nothing, atHome: { ...emptyHome, knownBoots: forgotten } },
  mini: mini(crest),
  'mini-paused': mini({ ...crest, phase: 'paused', resumable: { kind: 'yes' } }),
  'mini-ended': mini({ ...connected, phase: 'ended', ended: 'finished' }),
};
