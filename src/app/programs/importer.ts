/**
 * Imports files and text that the user drops, pastes or picks, or that the system or another app hands to the page, and the program in the
 * page's address. Plans and activities go to the recovery plan, which takes one at a time; everything else goes to the program library.
 */

import { FORMAT } from '../../plan/document/format.ts';
import { intend } from '../../ui/events.ts';
import type { HeartwardApp } from '../../ui/heartward-app.ts';
import { DropAndPaste } from '../../ui/input/drop-and-paste.ts';
import type { PageIntents } from '../../ui/page-intents.ts';
import { addressOf } from '../../ui/places/place.ts';
import type { ProgramLibrary } from './program-library.ts';

/** A plan's document names its format within this many characters or bytes. */
const HEAD_LENGTH = 2000;

export const isPlanText = (text: string): boolean =>
  text.includes('#plan=') || text.slice(0, HEAD_LENGTH).includes(`"${FORMAT}"`);

export async function isForPlan(file: Pick<File, 'name' | 'slice'>): Promise<boolean> {
  if (/\.(gpx|tcx)$/i.test(file.name)) return true;
  const head = await file
    .slice(0, HEAD_LENGTH)
    .text()
    .catch(() => '');
  return isPlanText(head);
}

export async function sorted(
  files: readonly File[],
): Promise<{ readonly plans: readonly File[]; readonly programs: readonly File[] }> {
  const forPlan = await Promise.all(files.map(isForPlan));
  return {
    plans: files.filter((_, i) => forPlan[i]),
    programs: files.filter((_, i) => !forPlan[i]),
  };
}

const isOurs = (text: string): boolean => /^\s*\{/.test(text) || /#(plan|program)=/.test(text);

export interface Importer extends Pick<PageIntents, 'importFiles' | 'importText'> {
  importFromAddress(): void;
}

export function importer(
  app: HeartwardApp,
  library: Pick<ProgramLibrary, 'importFiles' | 'importText' | 'importFromAddress'>,
): Importer {
  const importFiles = (files: readonly File[]): void => {
    void sorted(files).then(({ plans: [plan, ...otherPlans], programs }) => {
      if (plan !== undefined) intend(app, 'importPlanFiles', [plan]);
      const unopened = otherPlans.map(({ name }) => name);
      if (programs.length > 0 || unopened.length > 0) library.importFiles(programs, unopened);
    });
  };
  const importText = (text: string): void => {
    if (isPlanText(text)) intend(app, 'importPlanText', text);
    else library.importText(text);
  };
  new DropAndPaste(
    app,
    {
      files: importFiles,
      text: (text) => {
        if (isOurs(text)) importText(text);
      },
      dragging: () => undefined,
    },
    window,
  );
  const importFromAddress = (): void => {
    if (library.importFromAddress(location.href)) {
      history.replaceState(null, '', `${location.pathname}${location.search}${addressOf(app.place)}`);
    }
  };
  return { importFiles, importText, importFromAddress };
}
