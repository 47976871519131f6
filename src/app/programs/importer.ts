/**
 * Imports files and text that the user drops, pastes or picks, or that the system or another app hands to the page, and the program in the page's
 * address. Plans and activities go to the plan; everything else goes to the program library.
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

/** Whether the text looks like a plan's document, or contains a link that carries a plan. */
export const isPlanText = (text: string): boolean =>
  text.includes('#plan=') || text.slice(0, HEAD_LENGTH).includes(`"${FORMAT}"`);

/** Whether the file looks like a plan or an activity. @param file of any kind and size */
export async function isForPlan(file: Pick<File, 'name' | 'slice'>): Promise<boolean> {
  if (/\.(gpx|tcx)$/i.test(file.name)) return true;
  const head = await file
    .slice(0, HEAD_LENGTH)
    .text()
    .catch(() => '');
  return isPlanText(head);
}

/** Whether dropped or pasted text may be a program or a plan. Any other text is none of the page's business. */
const isOurs = (text: string): boolean => /^\s*\{/.test(text) || /#(plan|program)=/.test(text);

export interface Importer extends Pick<PageIntents, 'importFiles' | 'importText'> {
  /** Imports the program that the page's address carries, if any, and changes the address to that of the place that is shown. */
  importFromAddress(): void;
}

export function importer(
  app: HeartwardApp,
  library: Pick<ProgramLibrary, 'importFiles' | 'importText' | 'importFromAddress'>,
): Importer {
  const importFiles = (files: readonly File[]): void => {
    const [first] = files;
    if (first === undefined) return;
    // The first file decides for all of them.
    void isForPlan(first).then((plan) =>
      plan ? intend(app, 'importPlanFiles', files) : library.importFiles(files),
    );
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
