/** Pictures of settings, help, guides and journal. */

import { html } from 'lit';
import { instant } from '../../../firmware-protocol/quantities.ts';
import { begun, guideAfter } from '../../../src/guide/engine.ts';
import type { GuideId } from '../../../src/guide/guide.ts';
import { guides } from '../../../src/guide/guides.ts';
import { viewOf } from '../../../src/guide/view.ts';
import type { EntryId } from '../../../src/journal/entry.ts';
import type { Moment } from '../../../src/plan/time/wall-clock.ts';
import type { JournalView } from '../../../src/ui/journal/journal-view.ts';
import '../../../src/ui/guides/register-guides.ts';
import '../../../src/ui/places/help/register-help.ts';
import '../../../src/ui/places/journal/register-journal.ts';
import '../../../src/ui/places/settings/register-settings.ts';
import type { OtherPlace } from '../../../src/ui/places/place.ts';
import { session, sign } from '../../unit/journal/entries.ts';
import { bootsView, sessionView } from '../../unit/session-view.ts';
import type { Picture } from './picture.ts';

const at = (name: OtherPlace, draw: () => unknown): Picture => ({
  view: sessionView(),
  place: { name, path: [] },
  places: { [name]: () => Promise.resolve({ title: () => name, draw }) },
});

const run = session('2026-11-29T18:00');
const journal: JournalView = {
  entries: [run, sign('2026-11-29T19:00', 'tingling')],
  total: 2,
  people: [],
  person: run.person,
  zone: run.zone,
  now: Date.parse('2026-11-29T20:00Z') as Moment,
  doubts: new Map(),
  unreadable: 1,
  memoryOnly: 'noStorage',
  persisted: 'no',
  outcome: {
    kind: 'imported',
    restored: { entries: 1, plans: 1, programs: 2, settings: 3 },
    known: 2,
    otherPlans: 1,
  },
  isBusy: false,
  progress: null,
  isSession: false,
  trace: () => 'none',
};
const ofJournal = (...path: readonly string[]): Picture =>
  at('journal', () => html`<heartward-journal .view=${journal} .path=${path}></heartward-journal>`);

const help = (topic: string): Picture =>
  at('help', () => html`<heartward-help .topic=${topic}></heartward-help>`);
const guide = (id: keyof typeof guides): Picture =>
  at('guides', () => html`<heartward-guide-before .guide=${guides[id]}></heartward-guide-before>`);

function running(id: GuideId, phase: number, seconds: number): Picture {
  let state = begun(guides[id], instant(0));
  for (let n = 0; n < phase; n++) state = guideAfter(state, { kind: 'next', now: instant(0) });
  for (let tenth = 1; tenth <= 10 * seconds; tenth++)
    state = guideAfter(state, { kind: 'tick', now: instant(100 * tenth) });
  const view = viewOf(state);
  return at('guides', () => html`<heartward-guide .view=${view}></heartward-guide>`);
}

export const picturedGuidance: Readonly<Record<string, Picture>> = {
  settings: at(
    'settings',
    () => html`<heartward-settings-page
      .view=${{
        pressureUnit: 'mmHg',
        theme: 'system',
        contrast: 'system',
        motion: 'system',
        singleKeys: 'on',
        language: 'system',
        own: { highest: null, alone: null },
        problem: null,
      }}
      .boots=${bootsView()}
    ></heartward-settings-page>`,
  ),
  'help-safety': help('safety'),
  'help-messages': help('messages'),
  'help-start': help('start'),
  guides: at('guides', () => html`<heartward-guides></heartward-guides>`),
  'guide-roller': guide('roller-flush'),
  'guide-cramp': guide('cramp'),
  'guide-rolling': running('roller-flush', 9, 7),
  'guide-walking': running('walk', 0, 20),
  'guide-wind-down': running('wind-down', 1, 6),
  journal: ofJournal(),
  'journal-day': ofJournal('2026-11-29'),
  'journal-session': ofJournal('session', run.id satisfies EntryId),
  'journal-keep': ofJournal('keep'),
  'journal-trends': ofJournal('trends'),
  'journal-find': ofJournal('find'),
};
