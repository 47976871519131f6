/**
 * Imports files and text that the user drops on the page or pastes into it, or that the system hands to it. Plans and activities go to the plan;
 * everything else goes to the program library.
 */

import { FORMAT } from '../../plan/document/format.ts';
import { intend } from '../../ui/events.ts';
import type { HeartwardApp } from '../../ui/heartward-app.ts';
import { DropAndPaste } from '../../ui/input/drop-and-paste.ts';
import type { PageIntents } from '../../ui/page-intents.ts';
import { addressOf } from '../../ui/places/place.ts';
import type { ProgramLibrary } from './program-library.ts';

/** A plan's document names its format within this many characters. */
const HEAD_LENGTH = 2000;

/** Whether the text is a plan's document, or a link that carries a plan. */
export const isPlanText = (text: string): boolean =>
  text.includes('#plan=') || text.slice(0, HEAD_LENGTH).includes(`"${FORMAT}"`);

/** Whether the file is a plan or an activity. @param file of any kind and size */
export async function isForPlan(file: Pick<File, 'name' | 'slice'>): Promise<boolean> {
  if (/\.(gpx|tcx)$/i.test(file.name)) return true;
  const head = await file
    .slice(0, HEAD_LENGTH)
    .text()
    .catch(() => '');
  return isPlanText(head);
}

/** Whether pasted text may be a program or a plan. The user may paste any other text too, which is none of the page's business. */
const isOurs = (text: string): boolean => /^\s*\{/.test(text) || /#(plan|program)=/.test(text);

export interface Importer extends Pick<PageIntents, 'importFiles' | 'importText'> {
  /** Imports the program in the page's address, if it carries one, and changes the address to that of the place that is shown. */
  importFromAddress(): void;
}

export function importer(
  app: HeartwardApp,
  library: Pick<ProgramLibrary, 'importFiles' | 'importText' | 'importFromAddress'>,
): Importer {
  const importFiles = (files: readonly File[]): void => {
    const [first] = files;
    if (first === undefined) return;
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
