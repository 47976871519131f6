import { expect, it } from 'vitest';
import { seconds } from '../../../../firmware-protocol/quantities.ts';
import { SessionDrafts } from '../../../../src/app/journal/session-drafts.ts';
import type { EntryId } from '../../../../src/journal/entry.ts';
import { moment, session } from '../../journal/entries.ts';
import { device } from '../../store/tabs.ts';

it('a page that finds a session running continues the draft of the session that began last', async () => {
  const drafts = new SessionDrafts(device().tab());
  // Ids are random, so the draft of the session that began last may come first.
  await drafts.write(
    session('2026-11-29T10:00', { lasted: seconds(30), ended: null }, { id: 'zzzzzzzz' as EntryId }),
  );
  await drafts.write(
    session('2026-11-29T10:01', { lasted: seconds(15), ended: null }, { id: 'aaaaaaaa' as EntryId }),
  );
  expect(await drafts.recent(moment('2026-11-29T10:01') + 20_000, false)).toMatchObject({ id: 'aaaaaaaa' });
  expect(await drafts.recent(moment('2026-11-29T10:01') + 20_000, true)).toBeNull();
  // The draft of a session that has ended is one for whose entry there was no room.
  await drafts.write(session('2026-11-29T10:01', { lasted: seconds(19) }, { id: 'mmmmmmmm' as EntryId }));
  expect(await drafts.recent(moment('2026-11-29T10:01') + 20_000, false)).toMatchObject({ id: 'aaaaaaaa' });
});
