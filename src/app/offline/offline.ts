/** Lets the built page open without a network, receives files and text from the system and other apps, and reports newer versions. */

import { type LaunchQueue, takeLaunchedFiles } from './launched-files.ts';
import { type Renewal, renewals } from './renewal.ts';
import { SHARED_QUERY, takeShared } from './shared-item.ts';

export interface Received {
  files(files: readonly File[]): void;
  /** @param text whatever another app has shared; '' if that was lost */
  text(text: string): void;
  newVersion(renewal: Renewal): void;
}

export function openOffline(received: Received): void {
  const { serviceWorker } = navigator as { readonly serviceWorker?: ServiceWorkerContainer };
  renewals(serviceWorker, () => location.reload()).subscribe((renewal) => received.newVersion(renewal));
  takeLaunchedFiles((window as { readonly launchQueue?: LaunchQueue }).launchQueue, received.files);
  const address = new URL(location.href);
  if (!address.searchParams.has(SHARED_QUERY)) return;
  // Without the query, a reload does not look for the shared item again.
  address.searchParams.delete(SHARED_QUERY);
  history.replaceState(null, '', address);
  takeShared(caches).then(
    (item) => {
      if (item?.kind === 'files') received.files(item.files);
      if (item?.kind === 'text') received.text(item.text);
    },
    // The item is lost. Importing an empty text makes the page say that it could not be read.
    () => received.text(''),
  );
}
