/** The script of the page for element tests: shows one element by itself, and records the events that it fires. */

import '../../../src/ui/register.ts';
import '../../../src/ui/register-with-session.ts';
import '../../../src/ui/register-screens.ts';
import '../../../src/ui/register-desk.ts';
import '../../../src/ui/guides/register-guides.ts';
import '../../../src/ui/places/editor/register-editor.ts';
import '../../../src/ui/places/help/register-help.ts';
import '../../../src/ui/places/journal/register-journal.ts';
import '../../../src/ui/places/maker/register-maker.ts';
import '../../../src/ui/places/plan/register-plan.ts';
import '../../../src/ui/places/settings/register-settings.ts';
import { playTones } from '../../../src/app/guides/tones.ts';
import type { Tone } from '../../../src/guide/signals/tones.ts';
import { previewOf } from '../../../src/timeline/preview/preview-of.ts';
import type { PreviewSource } from '../../../src/ui/preview/preview-source.ts';

declare global {
  interface Window {
    /**
     * Events since the element was mounted, newest last. An entry has an intent's kind and arguments, or another
     * event's name and details.
     */
    heard: unknown[][];
    mount(tag: string, properties: object): Promise<void>;
    change(properties: object): Promise<void>;
    /** Renders tones with an OfflineAudioContext. @returns the loudest sample of each 20 ms of the first 2 s */
    loudness(tones: readonly Tone[]): Promise<number[]>;
  }
}

const previews: PreviewSource = {
  of: (settings, shape, fills) => previewOf(settings, shape, fills),
  watch: () => () => undefined,
};

/** Waits for three frames: elements inside the mounted one are drawn later. */
const settled = async (): Promise<void> => {
  for (let frames = 0; frames < 3; frames++) await new Promise((resolve) => requestAnimationFrame(resolve));
};

window.heard = [];
window.mount = async (tag, properties) => {
  const element = document.createElement(tag);
  if ('previews' in element) Object.assign(element, { previews });
  Object.assign(element, properties);
  document.body.replaceChildren(element);
  window.heard = [];
  await settled();
};
window.change = async (properties) => {
  Object.assign(document.body.firstElementChild ?? {}, properties);
  await settled();
};
document.body.addEventListener('heartward-intent', ({ kind, args }) => window.heard.push([kind, ...args]));
document.body.addEventListener('heartward-step', ({ step }) => window.heard.push(['step', step]));
// The next three events do not bubble. The body hears them in the capture phase.
document.body.addEventListener(
  'heartward-zone',
  ({ side, zone }) => window.heard.push(['zone', side, zone]),
  {
    capture: true,
  },
);
document.body.addEventListener('heartward-close', () => window.heard.push(['close']), { capture: true });
document.body.addEventListener('heartward-change', ({ value }) => window.heard.push(['change', value]), {
  capture: true,
});
window.loudness = async (tones) => {
  const rate = 8000;
  const context = new OfflineAudioContext(1, 2 * rate, rate);
  playTones(context, tones, 0);
  const samples = (await context.startRendering()).getChannelData(0);
  const slice = rate / 50;
  return Array.from({ length: samples.length / slice }, (_, n) =>
    Math.max(...samples.slice(n * slice, (n + 1) * slice).map(Math.abs)),
  );
};
