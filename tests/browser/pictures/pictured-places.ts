/** Pictures of home and of the plan: with the plan's form, and with plans that are followed, late, locked or over. */

import { encodeQR } from 'qr';
import { mmhg } from '../../../firmware-protocol/quantities.ts';
import { planFor } from '../../../src/plan/plan.ts';
import { type PlanForm, requestFrom } from '../../../src/plan/plan-form.ts';
import type { Report } from '../../../src/plan/plan-request.ts';
import { standingAt } from '../../../src/plan/standing.ts';
import type { TimeZone, WallTime } from '../../../src/plan/time/wall-clock.ts';
import { type AtHome, emptyHome } from '../../../src/ui/places/at-home.ts';
import { boots, home, type Place } from '../../../src/ui/places/place.ts';
import type { OtherPlaces } from '../../../src/ui/places/place-screen.ts';
import { planMain } from '../../../src/ui/places/plan/plan-main.ts';
import type { PlanView } from '../../../src/ui/places/plan/plan-view.ts';
import { todayPart } from '../../../src/ui/places/plan/today-part.ts';
import { anna, ben } from '../../unit/journal/entries.ts';
import { bootsView, sessionView } from '../../unit/session-view.ts';
import type { Picture } from './picture.ts';

const zone = 'Europe/Berlin' as TimeZone;
const wall = (text: string): WallTime => text as WallTime;
const draft: PlanForm = {
  kind: 'marathon',
  at: wall('2026-11-29T13:10'),
  went: 'well',
  soreness: 5,
  owns: ['boots', 'roller', 'plate', 'massager'],
  barred: [],
  highest: mmhg(80),
  distanceKm: null,
  minutes: null,
  ascentM: null,
  temperatureC: null,
};

function planView(now: string, reports: readonly Report[] = [], more: Partial<PlanView> = {}): PlanView {
  const asked = requestFrom(draft, zone, draft.at);
  const plan = planFor({ ...asked, reports: [...asked.reports, ...reports] }, wall(now));
  return {
    now: wall(now),
    zone,
    current: { plan, standing: standingAt(plan, wall(now)), now: wall(now), leftOut: ['roller'] },
    hasEarlier: false,
    person: asked.person,
    keeping: 'kept',
    outcome: null,
    reminders: 'off',
    hasGuides: true,
    ...more,
  };
}

const none: PlanView = planView('2026-11-29T17:10', [], { current: null });
const evening = planView('2026-11-29T17:50');
const reportOf = (kind: 'one-calf' | 'emergency' | 'tingling'): Report => ({
  at: wall('2026-11-30T09:00'),
  kind,
});

const planPlace: Place = { name: 'plan', path: [] };
const places = (view: PlanView = none): OtherPlaces => ({
  plan: () => Promise.resolve({ title: () => 'Plan', draw: (place) => planMain(place, view) }),
  guides: () => new Promise(() => undefined),
  journal: () => new Promise(() => undefined),
});
const ofPlan = (view: PlanView): Picture => ({ view: sessionView(), place: planPlace, places: places(view) });
const atHome = (view: PlanView | null, more: Partial<AtHome> = {}): Picture => ({
  view: sessionView(),
  place: home,
  places: places(),
  atHome: { ...emptyHome, hasPlan: view !== null, today: view && todayPart(view), ...more },
});

export const picturedPlaces: Readonly<Record<string, Picture>> = {
  home: atHome(null),
  'home-again': atHome(evening, {
    people: {
      people: [
        { id: anna, name: 'Anna' },
        { id: ben, name: '' },
      ],
      person: anna,
    },
    lastSession: { program: 'trail', name: 'Trail', intensity: mmhg(55), minutes: 30, simulated: true },
  }),
  'home-morning': atHome(planView('2026-11-30T07:30')),
  'home-night': atHome(planView('2026-11-29T23:30')),
  'home-locked': atHome(planView('2026-11-30T10:00', [reportOf('one-calf')])),
  'home-connected': {
    ...atHome(null),
    view: sessionView({ link: 'connected', boots: bootsView() }),
  },
  'boots-none': { view: sessionView(), place: boots, places: places() },
  'plan-maker': ofPlan(none),
  plan: ofPlan(evening),
  'plan-locked': ofPlan(planView('2026-11-30T10:00', [reportOf('tingling'), reportOf('one-calf')])),
  'plan-emergency': ofPlan(planView('2026-11-30T10:00', [reportOf('emergency')])),
  'plan-late': ofPlan(planView('2026-12-06T09:00', [], { keeping: 'lost', hasEarlier: true })),
  'plan-code': ofPlan(
    planView('2026-11-29T17:50', [], {
      outcome: { kind: 'code', rows: encodeQR('https://heartward.example/#plan=eyJ9', 'raw', { border: 4 }) },
    }),
  ),
  'plan-refused': ofPlan(
    planView('2026-11-29T17:50', [], {
      current: null,
      outcome: {
        kind: 'refused',
        what: 'plan.json',
        problems: [
          {
            kind: 'valueWrong',
            path: ['event', 'at'],
            found: { is: 'text', text: 'noon' },
            expected: { is: 'form', form: 'wallTime' },
          },
          { kind: 'keyUnknown', path: ['event', 'kidn'], near: 'kind' },
        ],
      },
    }),
  ),
  'plan-over': ofPlan(planView('2026-12-24T09:00')),
};
