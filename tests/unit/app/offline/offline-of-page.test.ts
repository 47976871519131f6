import { expect, it } from 'vitest';
import { offlineOfPage } from '../../../../src/app/offline/offline-of-page.ts';
import type { LibraryOutcome } from '../../../../src/words/notices/library-outcome.ts';

it('uses a newer version when the user asks for it, but never during a session', () => {
  const said: LibraryOutcome[] = [];
  let isSession = true;
  let used = 0;
  const ignored = { importFiles: () => undefined, importText: () => undefined };
  const offline = offlineOfPage(
    ignored,
    (outcome) => said.push(outcome),
    () => isSession,
  );
  offline.useNewVersion();
  offline.received.newVersion({
    use: (otherTabs) => {
      used++;
      otherTabs();
    },
  });
  offline.useNewVersion();
  expect(used).toBe(0);
  isSession = false;
  offline.useNewVersion();
  expect(used).toBe(1);
  expect(said).toEqual([
    { kind: 'newVersion', otherTabs: false },
    { kind: 'newVersion', otherTabs: true },
  ]);
});
