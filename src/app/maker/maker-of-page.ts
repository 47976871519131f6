/**
 * What the maker's page shows, beside the session: measures while boots are connected, keeps what each session measured, and makes the
 * log and the report of the frames.
 */

import { type Observable, Subject } from 'rxjs';
import { milliseconds } from '../../../firmware-protocol/quantities.ts';
import type { Clock } from '../../clock/clock.ts';
import { every } from '../../clock/every.ts';
import { earlierOf, type MeasuredSession, sessionToKeep, withSession } from '../../diagnosis/earlier.ts';
import { type FitFinding, fitOf, isFitKnown } from '../../diagnosis/fit.ts';
import { linkFigures } from '../../diagnosis/link/link-figures.ts';
import {
  type DecodedFrame,
  decodeLogged,
  type FrameKind,
  shortSerial,
} from '../../diagnosis/log/decode-frame.ts';
import { reportText } from '../../diagnosis/report.ts';
import { isActive, type SessionView } from '../../session/view.ts';
import type { Value } from '../../store/table.ts';
import type { ConnectedBoots, LogView, MakerView } from '../../ui/places/maker/maker-view.ts';
import type { FrameRing } from './frame-ring.ts';
import { type LoggedBoots, MeasuredBoots } from './measured-boots.ts';

/** How often the frames are looked at. */
const CHECK_INTERVAL = milliseconds(1000);
/** Boots go on measuring for 15 s after a session (PROTOCOL.md 6.1): its end is where zero and release show, ms. */
const MEASURED_AFTER_END = 13_000;
/** How many frames the page shows at most. */
const MOST_SHOWN = 200;

export interface MakerDependencies {
  readonly ring: FrameRing;
  readonly session: { readonly view: Observable<SessionView> };
  readonly clock: Clock;
  /** Numbers in the log of the devices that are connected. */
  connected(): readonly number[];
  /** Where the sessions that were measured are kept. */
  kept(): Promise<Value<readonly MeasuredSession[]>>;
  /** The calendar, ms since 1970. */
  today(): number;
}

const nothing: readonly LoggedBoots[] = [];

/** Of the boots that a view shows: another where others are connected, or the second of a pair was added. */
const nameOf = (view: SessionView | null): string =>
  view?.boots ? `${view.boots.serial} ${view.boots.sides.join()}` : '';

export class MakerOfPage {
  /** What it shows has changed. */
  readonly changed = new Subject<void>();
  /** How the boots sit, once in each session where the first filling tells something. */
  readonly fit = new Subject<readonly FitFinding[]>();
  #isFitTold = true;
  readonly #around: MakerDependencies;
  #view: SessionView | null = null;
  #measured: MeasuredBoots;
  #kept: readonly MeasuredSession[] = [];
  /** When the session ended that is still measured; null = none is. */
  #endedAt: number | null = null;
  #kinds: readonly FrameKind[] = ['commands', 'timeline', 'link'];
  /** What was worked out since the last look: the page draws it more often than it changes. */
  #shown: Pick<MakerView, 'boots' | 'meaning' | 'earlier'> | null = null;
  #log: LogView = { frames: [], kinds: new Set(this.#kinds), count: 0 };

  constructor(around: MakerDependencies) {
    this.#around = around;
    this.#measured = new MeasuredBoots(this.#boots(), 0);
    void this.#recall();
    around.session.view.subscribe((view) => this.#seen(view));
    every(around.clock, CHECK_INTERVAL, () => this.#look());
  }

  /** @param faults the panel of faults of simulated boots; null for real boots */
  viewWith(faults: MakerView['faults']): MakerView {
    this.#shown ??= {
      boots: this.#connectedBoots(),
      meaning: this.#measured.meaning,
      earlier: earlierOf(this.#kept, this.#measured.key),
    };
    return { ...this.#shown, log: this.#log, faults };
  }

  /** What the log has now, of the kinds that were shown last. */
  showNewest(): void {
    this.showLog(this.#kinds);
  }

  showLog(kinds: readonly FrameKind[]): void {
    this.#kinds = kinds;
    const all = this.#decoded().filter(({ kind }) => kinds.includes(kind));
    this.#log = { frames: all.slice(-MOST_SHOWN).reverse(), kinds: new Set(kinds), count: all.length };
    this.changed.next();
  }

  /** @param browser what it calls itself @returns the text of the file */
  report(browser: string): string {
    this.#look();
    const meaning = this.#measured.meaning;
    return reportText({
      browser,
      simulated: this.#view?.boots?.simulated ?? false,
      boots: this.#connectedBoots().map(({ feature, link, side }) => ({
        feature,
        link,
        meaning: {
          zones: meaning.zones.filter(({ figures }) => side === null || figures.side === side),
          whole: meaning.whole,
        },
      })),
      log: this.#decoded(),
    });
  }

  #decoded(): readonly DecodedFrame[] {
    const { ring } = this.#around;
    return ring.frames.map((frame) => decodeLogged(frame, ring.featureOf(frame.boot)));
  }

  #boots(): readonly LoggedBoots[] {
    if (this.#view?.boots === null || this.#view === null) return nothing;
    const { ring, connected } = this.#around;
    return connected().flatMap((boot) => {
      const feature = ring.featureOf(boot);
      return feature ? [{ boot, feature }] : [];
    });
  }

  #connectedBoots(): readonly ConnectedBoots[] {
    const boots = this.#boots();
    const frames = this.#around.ring.frames;
    return boots.map(({ boot, feature }) => ({
      feature,
      serial: shortSerial(feature.serial),
      link: linkFigures(frames.filter((frame) => frame.boot === boot)),
      side: boots.length > 1 && feature.kind !== 'hub' ? feature.kind : null,
    }));
  }

  #seen(view: SessionView): void {
    const before = this.#view;
    this.#view = view;
    const wasOn = before !== null && isActive(before.phase);
    const isOn = isActive(view.phase);
    const boots = this.#boots();
    if (boots.length > 0 && !this.#measured.isOf(boots)) this.#measureAnew(boots);
    else if (isOn && !wasOn) this.#measureAnew(boots);
    if (isOn && !wasOn) this.#isFitTold = false;
    if (wasOn && !isOn) this.#endedAt = this.#around.clock.now();
    if (before?.boots && view.boots === null) this.#keep();
    if (nameOf(before) !== nameOf(view)) this.#shown = null;
  }

  /** What was measured before is kept first. */
  #measureAnew(boots: readonly LoggedBoots[]): void {
    if (this.#endedAt !== null) this.#keep();
    this.#take();
    this.#measured = new MeasuredBoots(boots, this.#measured.number);
    this.#shown = null;
  }

  #take(): void {
    this.#measured.take(this.#around.ring.since(this.#measured.number));
  }

  #look(): void {
    this.#take();
    this.#shown = null;
    this.#tellFit();
    const isOver = this.#endedAt !== null && this.#around.clock.now() - this.#endedAt > MEASURED_AFTER_END;
    if (isOver) this.#keep();
    this.changed.next();
  }

  /** Reports how the boots fit, as soon as every zone has risen, which is before the first squeeze. */
  #tellFit(): void {
    if (this.#isFitTold) return;
    const { figures } = this.#measured;
    if (!isFitKnown(figures)) return;
    this.#isFitTold = true;
    const told = fitOf(figures);
    if (told.length > 0) this.fit.next(told);
  }

  /** Keeps what the session that ended measured. */
  #keep(): void {
    if (this.#endedAt === null) return;
    this.#take();
    this.#endedAt = null;
    const { key, figures } = this.#measured;
    const session = sessionToKeep(this.#around.today(), key, figures);
    if (session) void this.#put(session);
  }

  /** Where this device keeps nothing, it is compared with as long as the page lasts. */
  async #put(session: MeasuredSession): Promise<void> {
    this.#kept = withSession(this.#kept, session);
    this.#shown = null;
    const value = await this.#around.kept().catch(() => null);
    await value?.change((kept) => withSession(kept, session));
  }

  async #recall(): Promise<void> {
    const value = await this.#around.kept().catch(() => null);
    const found = await value?.get();
    if (found?.kind !== 'found') return;
    this.#kept = [...found.row, ...this.#kept];
    this.#shown = null;
    this.changed.next();
  }
}
