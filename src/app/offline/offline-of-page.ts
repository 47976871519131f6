/**
 * Joins the page with its offline part: imports the files and texts that offline.ts receives, and uses a newer version when the user asks
 * for it.
 */

import type { PageIntents } from '../../ui/page-intents.ts';
import type { LibraryOutcome } from '../../words/notices/library-outcome.ts';
import type { Received } from './offline.ts';
import type { Renewal } from './renewal.ts';

/**
 * @param say shows that a newer version is ready
 * @param isSession whether a session is on. A newer version is then not used, because it reloads the page
 */
export function offlineOfPage(
  { importFiles, importText }: Pick<PageIntents, 'importFiles' | 'importText'>,
  say: (said: LibraryOutcome) => void,
  isSession: () => boolean,
): { readonly received: Received } & Pick<PageIntents, 'useNewVersion'> {
  let renewal: Renewal | null = null;
  return {
    received: {
      files: importFiles,
      text: importText,
      newVersion: (waiting) => {
        renewal = waiting;
        say({ kind: 'newVersion', otherTabs: false });
      },
    },
    useNewVersion: () => {
      if (!isSession()) renewal?.use(() => say({ kind: 'newVersion', otherTabs: true }));
    },
  };
}
