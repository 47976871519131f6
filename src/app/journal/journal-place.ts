/** The journal's place, a screen with its own address: draws the journal's pages and carries out what the user asks for there. */

import { html } from 'lit';
import { milliseconds } from '../../../firmware-protocol/quantities.ts';
import { sleep } from '../../clock/sleep.ts';
import { today } from '../../clock/system-clock.ts';
import type { Entry, EntryId } from '../../journal/entry.ts';
import { clockDoubts } from '../../journal/journal.ts';
import { decodeTrace } from '../../journal/trace/codec.ts';
import { today as dayOf } from '../../journal/views/days.ts';
import type { Moment } from '../../plan/time/wall-clock.ts';
import type { FileProgress, JournalView, TraceShown } from '../../ui/journal/journal-view.ts';
import type { PageOfPlace, PlaceScreen } from '../../ui/places/place-screen.ts';
import '../../ui/places/journal/register-journal.ts';
import { journalWords } from '../../words/journal/journal-in-use.ts';
import type { JournalOutcome } from '../../words/journal/journal-outcome.ts';
import type { BackupSources } from '../backup/gather-backup.ts';
import { readInWorker } from '../backup/read-in-worker.ts';
import { deviceStore } from '../device-storage/device-store.ts';
import { eraseEverything } from '../device-storage/erase-everything.ts';
import { browserLocalStorage } from '../device-storage/local-storage.ts';
import { pageClock } from '../page-clock.ts';
import { inflated } from './deflate.ts';
import { type Download, restoreFrom, saveBackup, saveTable } from './journal-files.ts';
import type { JournalOfPage } from './journal-of-page.ts';
import { zoneHere } from './open-journal.ts';
import { outcomeBeforeReload, reloadWithOutcome } from './reload-with-outcome.ts';

const now = (): Moment => today().getTime() as Moment;

/** The object URL is never revoked, because browsers do not report when a download has finished reading it. */
const download: Download = (file, parts, type) => {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([...parts], { type }));
  link.download = file;
  link.click();
};

const storage = (): StorageManager | undefined => ('storage' in navigator ? navigator.storage : undefined);

export function openJournalPlace(page: PageOfPlace, journal: JournalOfPage): PlaceScreen {
  const { keeper } = journal;
  let outcome: JournalOutcome | null = outcomeBeforeReload(window);
  let isBusy = false;
  let progress: FileProgress | null = null;
  let cancelling = new AbortController();
  let persisted: JournalView['persisted'] = 'unknown';
  const traces = new Map<EntryId, TraceShown>();
  let erasedTrace: Uint8Array<ArrayBuffer> | null = null;

  const trace = (id: EntryId): TraceShown => {
    const known = traces.get(id);
    if (known !== undefined) return known;
    traces.set(id, 'loading');
    const read = async (): Promise<TraceShown> => {
      const bytes = await keeper.trace(id);
      const whole = bytes && (await inflated(bytes));
      return (whole && decodeTrace(whole)) ?? 'none';
    };
    void read().then((found) => {
      traces.set(id, found);
      page.redraw();
    });
    return 'loading';
  };

  const say = (next: JournalOutcome | null): void => {
    outcome = next;
    page.redraw();
  };
  /** Does nothing while an earlier call still runs: backups and restorations take a while. */
  const oneAtATime = async (work: () => Promise<JournalOutcome | null>): Promise<void> => {
    if (isBusy) return;
    isBusy = true;
    page.redraw();
    try {
      outcome = await work();
    } finally {
      isBusy = false;
      progress = null;
      page.redraw();
    }
  };
  const yieldToPage = (): Promise<void> => sleep(pageClock(), milliseconds(0));
  const showProgress = (now: FileProgress): void => {
    const share = Math.floor(now.share * 100) / 100;
    if (progress?.stage === now.stage && progress.share === share) return;
    progress = { stage: now.stage, share };
    page.redraw();
  };
  const working = { progress: showProgress, yieldToPage };
  const ofDevice = async (): Promise<BackupSources> => ({
    keeper,
    store: await deviceStore(),
    local: browserLocalStorage,
  });
  /**
   * Restores a backup. If settings or plans came back, reloads the page, which reads some of them only as it loads; but not during a
   * session.
   */
  const restore = async (file: File): Promise<JournalOutcome | null> => {
    cancelling = new AbortController();
    const restored = await restoreFrom(await ofDevice(), file, readInWorker, working, cancelling.signal);
    const isNew = restored?.kind === 'imported' && restored.restored.settings + restored.restored.plans > 0;
    if (isNew && !page.inSession()) reloadWithOutcome(restored, window);
    return restored;
  };
  const lookPersisted = async (): Promise<void> => {
    const answer = await storage()?.persisted();
    persisted = answer === undefined ? 'unknown' : answer ? 'yes' : 'no';
    page.redraw();
  };
  const persist = async (): Promise<void> => {
    const answer = await storage()?.persist();
    if (answer !== undefined) persisted = answer ? 'yes' : 'refused';
    page.redraw();
  };
  void lookPersisted();

  /** The last view: made anew when the journal or the minute has changed, and else updated where something has changed. */
  let made: { readonly of: unknown; readonly minute: number; readonly view: JournalView } | null = null;
  const view = (isSession: boolean): JournalView => {
    const { value } = keeper.state;
    const at = now();
    const minute = Math.floor(at / 60_000);
    if (made?.of !== value || made.minute !== minute) {
      const shown: JournalView = {
        entries: journal.own,
        total: value.journal.entries.length,
        people: value.people,
        person: value.deviceState.person,
        zone: zoneHere(),
        now: at,
        doubts: clockDoubts(value.journal, at),
        unreadable: value.unreadable,
        memoryOnly: value.memoryOnly,
        persisted,
        outcome,
        isBusy,
        progress,
        isSession,
        trace,
      };
      made = { of: value, minute, view: shown };
    }
    const { view: last } = made;
    if (
      last.outcome !== outcome ||
      last.isBusy !== isBusy ||
      last.progress !== progress ||
      last.isSession !== isSession ||
      last.persisted !== persisted
    )
      made = { ...made, view: { ...last, outcome, isBusy, progress, isSession, persisted } };
    return made.view;
  };
  keeper.state.subscribe(() => page.redraw());

  return {
    title: () => journalWords().page.title,
    draw: ({ path }) => {
      const current = view(page.inSession());
      // With a new object each time, the element draws a session's page again once its trace has loaded. Other pages of the journal show no
      // trace.
      const shown = path[0] === 'session' ? { ...current } : current;
      return html`<heartward-journal .view=${shown} .path=${path}></heartward-journal>`;
    },
    intents: {
      noteEntry: (content, at) => void journal.note(content, at ?? undefined),
      eraseEntry: (id) => {
        const entry = keeper.state.value.journal.byId.get(id);
        if (entry === undefined) return;
        void (async () => {
          erasedTrace = await keeper.trace(id);
          await journal.erase(entry);
          traces.delete(id);
          say({ kind: 'erased', entry });
        })();
      },
      restoreEntry: (entry: Entry) => {
        void journal.restore(entry, erasedTrace).then(() => say(null));
      },
      saveFile: (as) =>
        void oneAtATime(async () => {
          const day = dayOf(now(), zoneHere());
          if (as === 'table') return saveTable(keeper, day, download, working);
          return saveBackup(await ofDevice(), day, download, working);
        }),
      restoreBackup: ([file]) => {
        if (file !== undefined) void oneAtATime(() => restore(file));
      },
      cancelRestore: () => cancelling.abort(),
      eraseEverything: () =>
        void oneAtATime(async () => {
          const erased = await eraseEverything(await deviceStore(), browserLocalStorage);
          if (erased.kind !== 'kept') return { kind: 'notErased' };
          if (!page.inSession()) reloadWithOutcome({ kind: 'erasedAll' }, window);
          return { kind: 'erasedAll' };
        }),
      renamePerson: (id, name) => void keeper.keepPerson({ id, name }),
      persistStorage: () => void persist(),
      dismissJournalOutcome: () => say(null),
    },
  };
}
