/** Writes each session into the journal: a draft while it runs, and the entry with its trace when it is over. */

import { firstValueFrom, type Observable, ReplaySubject, type Subscription } from 'rxjs';
import {
  elapsed,
  type Milliseconds,
  milliseconds,
  type Seconds,
  seconds,
} from '../../../firmware-protocol/quantities.ts';
import type { Telemetry } from '../../../firmware-protocol/telemetry.ts';
import type { Clock } from '../../clock/clock.ts';
import type { SessionEntry } from '../../journal/entry.ts';
import { joinedSession } from '../../journal/joined-session.ts';
import type { SessionContent, SessionEnd } from '../../journal/session-entry.ts';
import { encodeTrace } from '../../journal/trace/codec.ts';
import { TraceGathering } from '../../journal/trace/gather.ts';
import { fitTogether, SAMPLE_PERIOD, type Trace } from '../../journal/trace/trace.ts';
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
} from './recording-reducer.ts';
import { type SessionDrafts, WRITE_INTERVAL } from './session-drafts.ts';

export interface SessionJournalOptions {
  readonly clock: Clock;
  readonly today: () => Moment;
  readonly keeper: Promise<JournalKeeper>;
  readonly drafts: Promise<SessionDrafts>;
  readonly stepOf?: StepOf;
  /** Called when an earlier page began the session that is recorded. @param step the plan's step that the session is for; null = none */
  readonly onContinued?: (step: StepOfPlan | null) => void;
  /** Called with the trace that an earlier page recorded of the session. @param began when the trace begins, by the boots' clock */
  readonly onEarlierTrace?: (trace: Trace, began: Seconds) => void;
  readonly deflate: (bytes: Uint8Array<ArrayBuffer>) => Promise<Uint8Array<ArrayBuffer>>;
  readonly onOver?: (content: SessionContent) => void;
  readonly onEntered?: (entry: SessionEntry) => void;
}

interface BeingRecorded {
  readonly trace: TraceGathering;
  /** Resolves once the session has an entry with an id, or an earlier page's draft of the session has been found. */
  readonly draft: Promise<Draft>;
  /** Ends with the last write of the draft. */
  writing: Promise<void>;
  /** When the draft was last written, by the monotonic clock, ms. */
  writtenAt: number;
  /** Number of the trace's samples that have been written. */
  written: number;
  /** Emits, with each telemetry packet, the time on the boots' clock at which the recording began, ms. */
  readonly began: ReplaySubject<number>;
}

interface Draft {
  readonly entry: SessionEntry;
  /** The draft of an earlier page; null if this page saw the session begin, or if there is no such draft. */
  readonly earlier: SessionEntry | null;
  readonly earlierTrace: Trace | null;
}

/** How long an earlier page followed the session before this page's recording began, ms. */
const lateBy = ({ entry }: Draft, { at }: Recording): number => Math.max(0, at - entry.at);

const entryOf = ({ entry, earlier }: Draft, content: SessionContent, { at }: Recording): SessionEntry => ({
  ...entry,
  ...(earlier === null ? content : joinedSession(earlier, content, (at - earlier.at) / 1000)),
});

/** The trace of the whole session; values that no page recorded are null. @param late how long after `earlier` began `trace` begins, ms */
function wholeTrace(earlier: Trace | null, trace: Trace | null, late: number): Trace | null {
  const last = trace ?? earlier;
  if (last === null) return null;
  const whole = new TraceGathering(last.zones);
  if (earlier !== null && fitTogether(earlier, last)) whole.addPart(0, earlier);
  if (trace !== null) whole.addPart(Math.round(late / SAMPLE_PERIOD), trace);
  return whole.trace;
}

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
    const lasts = (packet.samples.length - 1) * apart;
    this.#current?.began.next(packet.clock + lasts - after);
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
    const { keeper, drafts, today, onContinued: goesOn, onEarlierTrace } = this.#options;
    const began = this.#prepared;
    const draft = Promise.all([keeper, drafts]).then(async ([journal, all]): Promise<Draft> => {
      const earlier = began ? null : await all.recent(today(), recording.boots.simulated);
      if (earlier !== null) {
        goesOn?.(earlier.step);
        return { entry: earlier, earlier, earlierTrace: await all.traces.read(earlier.id) };
      }
      const entry = await journal.entry(this.#contentOf(recording, null, 'lost'), recording.at);
      if (!isSession(entry)) throw new Error('not the entry of a session');
      return { entry, earlier: null, earlierTrace: null };
    });
    const current: BeingRecorded = {
      trace: new TraceGathering(zonesOf(recording.boots)),
      draft,
      writing: Promise.resolve(),
      writtenAt: Number.NEGATIVE_INFINITY,
      written: 0,
      began: new ReplaySubject(1),
    };
    this.#current = current;
    this.#write(recording);
    void Promise.all([draft, firstValueFrom(current.began)]).then(([found, clock]) => {
      if (found.earlierTrace !== null)
        onEarlierTrace?.(found.earlierTrace, seconds((clock - lateBy(found, recording)) / 1000));
    });
  }

  flush(): void {
    if (this.#state === null || this.#current === null) return;
    this.#current.writtenAt = Number.NEGATIVE_INFINITY;
    this.#write(this.#state);
  }

  /**
   * Writes the draft, and what was added to the trace, if WRITE_INTERVAL has passed since the last write. A failed write of the draft does
   * no harm, because the next one replaces it; a failed write of the trace leaves a gap.
   */
  #write(recording: Recording): void {
    const { clock, drafts } = this.#options;
    const entering = this.#current;
    if (entering === null || clock.now() - entering.writtenAt < WRITE_INTERVAL) return;
    entering.writtenAt = clock.now();
    const content = this.#contentOf(recording, null, 'lost');
    // The trace's last sample may have changed after it was written.
    const from = Math.max(0, entering.written - 1);
    const part = entering.trace.partFrom(from);
    entering.written = entering.trace.length;
    entering.writing = Promise.all([drafts, entering.draft, entering.writing]).then(async ([all, draft]) => {
      all.followed.add(draft.entry.id);
      await all.write(entryOf(draft, content, recording));
      const before = Math.round(lateBy(draft, recording) / SAMPLE_PERIOD);
      if (part !== null) await all.traces.write(draft.entry.id, before + from, part);
    });
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
      const draft = await entering.draft;
      const entry = entryOf(draft, content, recording);
      const journal = await keeper;
      const whole = wholeTrace(draft.earlierTrace, trace, lateBy(draft, recording));
      const kept = await journal.keepSession(entry, whole && (await deflate(encodeTrace(whole))));
      entered?.(entry);
      const all = await drafts;
      await entering.writing;
      if (ended === null) all.followed.delete(entry.id);
      const isErased = !journal.state.value.journal.byId.has(entry.id);
      // If there was no room for the entry, its draft may still have some, and enters it later.
      if (kept.kind === 'kept' || isErased) await all.drop(entry);
      else await all.write(entry);
    })();
  }
}
