/**
 * Makes what the maker's page (for people who build boots) shows: measures the zones while boots are connected, stores each session's
 * figures, and writes the log of the Bluetooth frames and the report.
 */

import { type Observable, Subject } from 'rxjs';
import { milliseconds } from '../../../firmware-protocol/quantities.ts';
import type { Clock } from '../../clock/clock.ts';
import { every } from '../../clock/every.ts';
import {
  earlierFigures,
  type MeasuredSession,
  sessionToKeep,
  withSession,
} from '../../diagnosis/earlier-sessions.ts';
import { linkFigures } from '../../diagnosis/link/link-figures.ts';
import {
  type DecodedFrame,
  decodeLogged,
  type FrameKind,
  shortSerial,
} from '../../diagnosis/log/decode-frame.ts';
import { reportText } from '../../diagnosis/report.ts';
import { isActive, type SessionView } from '../../session/view.ts';
import { changeValue } from '../../store/change-value.ts';
import type { Value } from '../../store/table.ts';
import type { ConnectedBoots, LogView, MakerView } from '../../ui/places/maker/maker-view.ts';
import type { SwappedBoots } from '../session/swapped-boots.ts';
import type { FrameLog } from './frame-log.ts';
import { type LoggedBoots, MeasuredBoots } from './measured-boots.ts';

const CHECK_INTERVAL = milliseconds(1000);
/**
 * How long after a session its frames still count, ms. They show how fast the zones empty, and what the sensors read at zero. Boots send
 * them for at least 15 s (PROTOCOL.md 6.1).
 */
const MEASURED_AFTER_END = 13_000;
const MOST_SHOWN = 200;

export interface MakerDependencies {
  readonly frameLog: FrameLog;
  readonly session: { readonly view: Observable<SessionView> };
  readonly clock: Clock;
  connected(): readonly number[];
  readonly swapped: Pick<SwappedBoots, 'has' | 'isStored'>;
  kept(): Promise<Value<readonly MeasuredSession[]>>;
  /** Returns the calendar time, ms since 1970. */
  today(): number;
}

const nothing: readonly LoggedBoots[] = [];

/** Changes when other boots are connected, or the second boot of a pair is added. '' = none. */
const bootsKey = (view: SessionView | null): string =>
  view?.boots ? `${view.boots.serial} ${view.boots.sides.join()}` : '';

export class MakerOfPage {
  readonly changed = new Subject<void>();
  readonly #dependencies: MakerDependencies;
  #view: SessionView | null = null;
  #measured: MeasuredBoots;
  #kept: readonly MeasuredSession[] = [];
  /** When the last session ended, as long as its frames still count; else null. */
  #endedAt: number | null = null;
  #kinds: readonly FrameKind[] = ['commands', 'timeline', 'link'];
  /** Part of the view, kept because the page draws more often than this part changes; null = make it again. */
  #shown: Pick<MakerView, 'boots' | 'diagnosis' | 'earlier'> | null = null;
  #log: LogView = { frames: [], kinds: new Set(this.#kinds), count: 0 };

  constructor(dependencies: MakerDependencies) {
    this.#dependencies = dependencies;
    this.#measured = new MeasuredBoots(this.#boots(), 0);
    void this.#recall();
    dependencies.session.view.subscribe((view) => this.#onView(view));
    every(dependencies.clock, CHECK_INTERVAL, () => this.#check());
  }

  viewWith(faults: MakerView['faults']): MakerView {
    this.#shown ??= {
      boots: this.#connectedBoots(),
      diagnosis: this.#measured.diagnosis,
      earlier: earlierFigures(this.#kept, this.#measured.key),
    };
    return { ...this.#shown, log: this.#log, faults, isSwapStored: this.#dependencies.swapped.isStored };
  }

  showNewest(): void {
    this.showLog(this.#kinds);
  }

  showLog(kinds: readonly FrameKind[]): void {
    this.#kinds = kinds;
    const all = this.#decoded().filter(({ kind }) => kinds.includes(kind));
    this.#log = { frames: all.slice(-MOST_SHOWN).reverse(), kinds: new Set(kinds), count: all.length };
    this.changed.next();
  }

  report(browser: string): string {
    this.#check();
    const diagnosis = this.#measured.diagnosis;
    return reportText({
      browser,
      simulated: this.#view?.boots?.simulated ?? false,
      boots: this.#connectedBoots().map(({ feature, isSwapped, link, side }) => ({
        feature,
        isSwapped,
        link,
        diagnosis: {
          zones: diagnosis.zones.filter(({ figures }) => side === null || figures.side === side),
          whole: diagnosis.whole,
        },
      })),
      log: this.#decoded(),
    });
  }

  #decoded(): readonly DecodedFrame[] {
    const { frameLog } = this.#dependencies;
    return frameLog.frames.map((frame) => decodeLogged(frame, frameLog.featureOf(frame.boot)));
  }

  #boots(): readonly LoggedBoots[] {
    if (this.#view?.boots === null || this.#view === null) return nothing;
    const { frameLog, connected, swapped } = this.#dependencies;
    return connected().flatMap((boot) => {
      const feature = frameLog.featureOf(boot);
      return feature ? [{ boot, feature, isSwapped: swapped.has(feature.serial) }] : [];
    });
  }

  #connectedBoots(): readonly ConnectedBoots[] {
    const boots = this.#boots();
    const frames = this.#dependencies.frameLog.frames;
    return boots.map(({ boot, feature, isSwapped }) => ({
      feature,
      isSwapped,
      serial: shortSerial(feature.serial),
      link: linkFigures(frames.filter((frame) => frame.boot === boot)),
      side: boots.length > 1 && feature.kind !== 'hub' ? feature.kind : null,
    }));
  }

  #onView(view: SessionView): void {
    const before = this.#view;
    this.#view = view;
    const wasOn = before !== null && isActive(before.phase);
    const isOn = isActive(view.phase);
    const boots = this.#boots();
    if (boots.length > 0 && !this.#measured.isOf(boots)) this.#measureAnew(boots);
    else if (isOn && !wasOn) this.#measureAnew(boots);
    if (wasOn && !isOn) this.#endedAt = this.#dependencies.clock.now();
    if (before?.boots && view.boots === null) this.#keep();
    if (bootsKey(before) !== bootsKey(view)) this.#shown = null;
  }

  /** Stores the figures of a session that has ended, if they are not stored yet, and measures again from the next frame. */
  #measureAnew(boots: readonly LoggedBoots[]): void {
    if (this.#endedAt !== null) this.#keep();
    this.#take();
    this.#measured = new MeasuredBoots(boots, this.#measured.number);
    this.#shown = null;
  }

  #take(): void {
    this.#measured.take(this.#dependencies.frameLog.since(this.#measured.number));
  }

  #check(): void {
    this.#take();
    this.#shown = null;
    const isOver =
      this.#endedAt !== null && this.#dependencies.clock.now() - this.#endedAt > MEASURED_AFTER_END;
    if (isOver) this.#keep();
    this.changed.next();
  }

  #keep(): void {
    if (this.#endedAt === null) return;
    this.#take();
    this.#endedAt = null;
    const { key, figures } = this.#measured;
    const session = sessionToKeep(this.#dependencies.today(), key, figures);
    if (session) void this.#put(session);
  }

  /** Without storage, the page compares with these figures only as long as it is open. */
  async #put(session: MeasuredSession): Promise<void> {
    this.#kept = withSession(this.#kept, session);
    this.#shown = null;
    const value = await this.#dependencies.kept().catch(() => null);
    if (value) await changeValue(value, (kept) => withSession(kept, session));
  }

  async #recall(): Promise<void> {
    const value = await this.#dependencies.kept().catch(() => null);
    const found = await value?.get();
    if (found?.kind !== 'found') return;
    this.#kept = [...found.row, ...this.#kept];
    this.#shown = null;
    this.changed.next();
  }
}
