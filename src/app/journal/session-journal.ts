/** Writes each session into the journal: a draft while it runs, and the entry with its trace when it is over. */

import type { Observable, Subscription } from 'rxjs';
import { elapsed, type Milliseconds, milliseconds, seconds } from '../../../firmware-protocol/quantities.ts';
import type { Telemetry } from '../../../firmware-protocol/telemetry.ts';
import type { Clock } from '../../clock/clock.ts';
import type { SessionEntry } from '../../journal/entry.ts';
import { joinedSession } from '../../journal/joined-session.ts';
import type { SessionContent, SessionEnd } from '../../journal/session-entry.ts';
import { encodeTrace } from '../../journal/trace/codec.ts';
import { TraceGathering } from '../../journal/trace/gather.ts';
import { delayed } from '../../journal/trace/trace.ts';
import type { StepOfPlan } from '../../plan/plan-id.ts';
import type { Moment } from '../../plan/time/wall-clock.ts';
import type { SessionView } from '../../session/view.ts';
import type { JournalKeeper } from './journal-keeper.ts';
import {
  type RecorderState,
  type Recording,
  type StepOf,
  sessionContentOf,
  withPressures,
  withView,
  zonesOf,
} from './recorder.ts';
import { type SessionDrafts, WRITE_INTERVAL } from './session-drafts.ts';

export interface SessionJournalOptions {
  readonly clock: Clock;
  /** Returns the calendar time. */
  readonly today: () => Moment;
  readonly keeper: Promise<JournalKeeper>;
  readonly drafts: Promise<SessionDrafts>;
  readonly stepOf?: StepOf;
  /** Called when an earlier page began the session that is recorded. @param step the plan's step that it is for; null = none */
  readonly onContinued?: (step: StepOfPlan | null) => void;
  readonly deflate: (bytes: Uint8Array<ArrayBuffer>) => Promise<Uint8Array<ArrayBuffer>>;
  /** Called as soon as a session is over, before its entry is stored. */
  readonly onOver?: (content: SessionContent) => void;
  /** Called with the entry of a session that is over, once it is in the journal. */
  readonly onEntered?: (entry: SessionEntry) => void;
}

/** A session that is being recorded. */
interface BeingRecorded {
  readonly trace: TraceGathering;
  /** Resolves once the session has an entry with an id, or the draft that an earlier page wrote of it has been found. */
  readonly draft: Promise<Draft>;
  /** When the draft was last written, by the monotonic clock, ms. */
  writtenAt: number;
}

interface Draft {
  readonly entry: SessionEntry;
  /** The draft of an earlier page; null if this page saw the session begin, or if there is no such draft. */
  readonly earlier: SessionEntry | null;
}

/** The entry of the session up to now, joined with the part that an earlier page recorded. */
const entryOf = ({ entry, earlier }: Draft, content: SessionContent, { at }: Recording): SessionEntry => ({
  ...entry,
  ...(earlier === null ? content : joinedSession(earlier, content, (at - earlier.at) / 1000)),
});

const isSession = (entry: { readonly kind: string }): entry is SessionEntry => entry.kind === 'session';

export class SessionJournal {
  readonly #options: SessionJournalOptions;
  #state: RecorderState = null;
  #current: BeingRecorded | null = null;
  /** Whether this page has prepared the boots. If so, no earlier page recorded a part of the session that follows. */
  #prepared = false;

  constructor(options: SessionJournalOptions) {
    this.#options = options;
  }

  /** Records every session from now on. @param view emits every view @param period returns the telemetry's sample period; null = not known */
  follow(
    view: Observable<SessionView>,
    telemetry: Observable<Telemetry>,
    period: () => Milliseconds | null,
  ): Subscription {
    const following = view.subscribe((next) => this.#onView(next));
    following.add(
      telemetry.subscribe((packet) => {
        const apart = period();
        if (apart !== null) this.#measure(packet, apart);
      }),
    );
    return following;
  }

  #onView(view: SessionView): void {
    const { clock, today, stepOf } = this.#options;
    const now = clock.now();
    if (view.phase === 'preparing') this.#prepared = true;
    if (view.phase === 'idle' || view.phase === 'ended') this.#prepared = false;
    const { state, recorded } = withView(this.#state, view, today(), now, stepOf);
    this.#state = state;
    switch (recorded.kind) {
      case 'nothing':
        return;
      case 'begun':
        this.#begin(recorded.recording);
        return;
      case 'going':
        this.#write(recorded.recording);
        return;
      case 'over':
        this.#end(recorded.recording, recorded.ended);
    }
  }

  #measure(packet: Telemetry, apart: Milliseconds): void {
    const recording = this.#state;
    if (recording === null) return;
    const after = elapsed(recording.began, this.#options.clock.now());
    packet.samples.forEach(({ pressures }, at) => {
      this.#state = withPressures(this.#state, pressures, seconds(apart / 1000));
      // A packet arrives with its last sample.
      const ago = milliseconds((packet.samples.length - 1 - at) * apart);
      this.#current?.trace.add(after - ago, pressures, packet.targets);
    });
  }

  #contentOf(recording: Recording, ended: SessionEnd | null, seen: 'followed' | 'lost'): SessionContent {
    return sessionContentOf(recording, this.#options.clock.now(), ended, seen);
  }

  #begin(recording: Recording): void {
    const { keeper, drafts, today, onContinued: goesOn } = this.#options;
    const began = this.#prepared;
    const draft = Promise.all([keeper, drafts]).then(async ([journal, all]): Promise<Draft> => {
      const earlier = began ? null : await all.recent(today(), recording.boots.simulated);
      if (earlier !== null) {
        goesOn?.(earlier.step);
        return { entry: earlier, earlier };
      }
      const entry = await journal.entry(this.#contentOf(recording, null, 'lost'), recording.at);
      if (!isSession(entry)) throw new Error('not the entry of a session');
      return { entry, earlier: null };
    });
    this.#current = {
      trace: new TraceGathering(zonesOf(recording.boots)),
      draft,
      writtenAt: Number.NEGATIVE_INFINITY,
    };
    this.#write(recording);
  }

  /** Writes the draft if WRITE_INTERVAL has passed since the last write. A write that fails does no harm, because the next one replaces it. */
  #write(recording: Recording): void {
    const { clock, drafts } = this.#options;
    const entering = this.#current;
    if (entering === null || clock.now() - entering.writtenAt < WRITE_INTERVAL) return;
    entering.writtenAt = clock.now();
    const content = this.#contentOf(recording, null, 'lost');
    void Promise.all([drafts, entering.draft]).then(([all, draft]) =>
      all.write(entryOf(draft, content, recording)),
    );
  }

  #end(recording: Recording, ended: SessionEnd | null): void {
    const entering = this.#current;
    if (entering === null) return;
    this.#current = null;
    const content = this.#contentOf(recording, ended, ended === null ? 'lost' : 'followed');
    this.#options.onOver?.(content);
    const trace = entering.trace.trace;
    const { keeper, drafts, deflate, onEntered: entered } = this.#options;
    void (async () => {
      const entry = entryOf(await entering.draft, content, recording);
      const late = recording.at - entry.at;
      const journal = await keeper;
      if (trace !== null) await journal.keepTrace(entry.id, await deflate(encodeTrace(delayed(trace, late))));
      await journal.keep(entry);
      entered?.(entry);
      await (await drafts).drop(entry);
    })();
  }
}
