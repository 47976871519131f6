/** Files and texts that are dropped on the page, pasted into it or handed to it: plans and activities go to the plan, all others are programs. */

import { FORMAT } from '../../plan/document/format.ts';
import { intend } from '../../ui/events.ts';
import type { HeartwardApp } from '../../ui/heartward-app.ts';
import { DropAndPaste } from '../../ui/input/drop-and-paste.ts';
import type { PageIntents } from '../../ui/page-intents.ts';
import { addressOf } from '../../ui/places/place.ts';
import type { Shelf } from './shelf.ts';

/** Where a document names its format, characters. */
const HEAD = 2000;

/** A plan, or a link to one. */
export const isPlanText = (text: string): boolean =>
  text.includes('#plan=') || text.slice(0, HEAD).includes(`"${FORMAT}"`);

/** @param file of any kind and size */
export async function isForPlan(file: Pick<File, 'name' | 'slice'>): Promise<boolean> {
  if (/\.(gpx|tcx)$/i.test(file.name)) return true;
  const head = await file
    .slice(0, HEAD)
    .text()
    .catch(() => '');
  return isPlanText(head);
}

/** Text that somebody pastes while no place waits for one may be anything. */
const isOurs = (text: string): boolean => /^\s*\{/.test(text) || /#(plan|program)=/.test(text);

export interface TakingIn extends Pick<PageIntents, 'takeFiles' | 'takeText'> {
  /** A program in the page's address, which then names the place that is shown. */
  takeAddress(): void;
}

export function takingIn(
  app: HeartwardApp,
  shelf: Pick<Shelf, 'takeFiles' | 'takeText' | 'takeAddress'>,
): TakingIn {
  const takeFiles = (files: readonly File[]): void => {
    const [first] = files;
    if (first === undefined) return;
    void isForPlan(first).then((plan) =>
      plan ? intend(app, 'takePlanFiles', files) : shelf.takeFiles(files),
    );
  };
  const takeText = (text: string): void => {
    if (isPlanText(text)) intend(app, 'takePlanText', text);
    else shelf.takeText(text);
  };
  new DropAndPaste(
    app,
    {
      files: takeFiles,
      text: (text) => {
        if (isOurs(text)) takeText(text);
      },
      dragging: () => undefined,
    },
    window,
  );
  const takeAddress = (): void => {
    if (shelf.takeAddress(location.href)) {
      history.replaceState(null, '', `${location.pathname}${location.search}${addressOf(app.place)}`);
    }
  };
  return { takeFiles, takeText, takeAddress };
}
