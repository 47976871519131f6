/**
 * A page that shows pictures: screens with made-up contents, for people and for tests. Example:
 * pictures.html?picture=crest. Without a name, the page lists the pictures. &words=fr or &words=pseudo sets the
 * language.
 */

import type { Target } from '../../../firmware-protocol/keyframe.ts';
import { mmhg, seconds } from '../../../firmware-protocol/quantities.ts';
import type { BodyPart, Side } from '../../../firmware-protocol/zones.ts';
import { plainPrograms } from '../../../src/program/patterns.ts';
import { programs } from '../../../src/program/presets.ts';
import type { Settings } from '../../../src/program/program.ts';
import type { TraceSample } from '../../../src/session/view.ts';
import type { Preview } from '../../../src/timeline/preview/preview.ts';
import { previewOf } from '../../../src/timeline/preview/preview-of.ts';
import type { OpenZone } from '../../../src/ui/elements/zones/zone-sheet.ts';
import { ZoneEvent } from '../../../src/ui/events.ts';
import type { HeartwardApp } from '../../../src/ui/heartward-app.ts';
import { emptyHome } from '../../../src/ui/places/at-home.ts';
import { boots } from '../../../src/ui/places/place.ts';
import '../../../src/ui/places/editor/register-editor.ts';
import '../../../src/ui/places/plan/register-plan.ts';
import { noBench } from '../../../src/ui/places/maker/bench-view.ts';
import type { PreviewSource } from '../../../src/ui/preview/preview-source.ts';
import '../../../src/ui/register.ts';
import '../../../src/ui/register-with-session.ts';
import { noDesk } from '../../../src/ui/settings/desk.ts';
import type { TraceSource } from '../../../src/ui/trace/trace-source.ts';
import { useWords } from '../../../src/words/in-use.ts';
import { switchLanguage } from '../../../src/words/switch-language.ts';
import { picturedEditor } from './pictured-editor.ts';
import { picturedGuidance } from './pictured-guidance.ts';
import { picturedMaker } from './pictured-maker.ts';
import { picturedMessages } from './pictured-messages.ts';
import { picturedPlaces } from './pictured-places.ts';
import { alike, pictures } from './pictured-views.ts';
import { pseudoWords } from './pseudo.ts';

declare global {
  interface Window {
    /** Intents that the app has fired, newest last: kind and arguments, separated by spaces. */
    done: string[];
    show: (name: string) => void;
    pictures: readonly string[];
  }
}

/** Made-up samples of two minutes: a wave that begins again every 52 s. */
function traceSamples(side: Side, parts: readonly BodyPart[]): TraceSample[] {
  const samples: TraceSample[] = [];
  const pressures = parts.map(() => 4);
  for (let t = 0; t <= 120; t += 0.2) {
    const c = (t + (side === 'left' ? 0 : 0.4)) % 52;
    const targets = parts.map((_, zone): Target => {
      const on = 3 + zone * (34 / parts.length);
      const step = 34 / parts.length;
      if (c < 3) return mmhg(18);
      if (c > 42) return c > 46 ? 'seal' : 'vent';
      if (c < on) return mmhg(18);
      if (c < on + step) return mmhg(55);
      return c < on + 3 * step ? mmhg(30) : 'vent';
    });
    for (const [zone, target] of targets.entries()) {
      const goal = typeof target === 'number' ? target : 4;
      const now = pressures[zone] ?? 4;
      const fall = (goal - now) * 0.14;
      pressures[zone] =
        target === 'seal' ? now : now + (goal > now ? Math.min(2.6, (goal - now) * 0.4) : fall);
    }
    samples.push({ at: seconds(t), side, pressures: pressures.map((p) => mmhg(p)), targets });
  }
  return samples;
}

function sourceFor(parts: readonly BodyPart[]): TraceSource {
  const kept = { left: traceSamples('left', parts), right: traceSamples('right', parts) };
  return {
    revision: 1,
    newest: (side) => kept[side].at(-1)?.at ?? null,
    last: (side) => kept[side],
    whole: (side) => kept[side],
  };
}

const ready = new WeakMap<Settings, Preview>();
/** Computes a preview when it is asked for, and only once for the same settings: a picture's boots do not change. */
const previews: PreviewSource = {
  of: (settings, shape, fills) => {
    const preview = ready.get(settings) ?? previewOf(settings, shape, fills);
    ready.set(settings, preview);
    return preview;
  },
  watch: () => () => undefined,
};

const all = {
  ...pictures,
  ...picturedMessages,
  ...picturedPlaces,
  ...picturedEditor,
  ...picturedGuidance,
  ...picturedMaker,
};

/** Opens the sheet of a zone as soon as the app shows its session, unless another app has replaced it by then. */
function openZone(app: HeartwardApp, { side, zone }: OpenZone): void {
  const legs = app.shadowRoot
    ?.querySelector('heartward-session')
    ?.shadowRoot?.querySelector('heartward-legs');
  if (legs) legs.dispatchEvent(new ZoneEvent(side, zone));
  else if (app.isConnected) requestAnimationFrame(() => openZone(app, { side, zone }));
}

let isZoneOpen = false;

function show(name: string): void {
  const picture = all[name] ?? alike[name];
  if (!picture) throw new Error(`There is no picture ${name}.`);
  const old = document.querySelector('heartward-app');
  // The app keeps places that it has opened and a sheet that is open, so some pictures need a new app.
  const isFresh = picture.places !== undefined || picture.zone !== undefined || isZoneOpen;
  if (isFresh) old?.remove();
  const there = isFresh ? null : old;
  isZoneOpen = picture.zone !== undefined;
  const app = there ?? document.createElement('heartward-app');
  app.view = picture.view;
  app.programs = programs;
  app.plain = plainPrograms;
  app.previews = previews;
  app.library = picture.library ?? { own: [], unreadable: 0, said: null };
  app.trace = sourceFor(picture.view.boots?.parts ?? []);
  app.bluetoothAvailable = picture.bluetooth ?? true;
  app.gate = picture.gate ?? { kind: 'open' };
  app.against = picture.against ?? [];
  app.afterwards = picture.afterwards ?? null;
  app.left = picture.left ?? null;
  app.bench = noBench;
  app.desk = picture.desk ?? noDesk;
  app.places = picture.places ?? {};
  app.place = picture.place ?? boots;
  app.atHome = picture.atHome ?? emptyHome;
  if (!there) document.body.append(app);
  if (picture.zone) openZone(app, picture.zone);
}

window.done = [];
document.body.addEventListener('heartward-intent', ({ kind, args }) => {
  window.done.push([kind, ...args].join(' '));
});
window.show = show;
window.pictures = [...Object.keys(all), ...Object.keys(alike)];
const query = new URLSearchParams(location.search);
const asked = query.get('picture');
if (query.get('words') === 'pseudo') useWords(pseudoWords());
if (query.get('words') === 'fr') await switchLanguage('fr', { pressureUnit: 'mmHg' });
if (asked) {
  show(asked);
} else {
  for (const name of Object.keys(all)) {
    const link = document.createElement('a');
    link.href = `?picture=${name}`;
    link.textContent = name;
    link.style.display = 'block';
    document.body.append(link);
  }
}
