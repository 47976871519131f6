/** A left and a right boot that appear as one hub. If one boot ends the session before it is finished, the other is stopped at once. */

import { type Observable, Subject, Subscription } from 'rxjs';
import type { Request } from '../../../firmware-protocol/command.ts';
import type { Feature } from '../../../firmware-protocol/feature.ts';
import type { Keyframe } from '../../../firmware-protocol/keyframe.ts';
import { milliseconds } from '../../../firmware-protocol/quantities.ts';
import type { Status, TimelineRefusal } from '../../../firmware-protocol/status.ts';
import type { Telemetry } from '../../../firmware-protocol/telemetry.ts';
import type { Side } from '../../../firmware-protocol/zones.ts';
import type { Clock } from '../../clock/clock.ts';
import { every } from '../../clock/every.ts';
import type { LinkState } from '../../gatt/link.ts';
import type { Adoption, Boots, BootsMemory, Peripheral, ReopenFailure } from '../boots.ts';
import type { Cause } from '../cause.ts';
import type { CommandOutcome } from '../command-outcome.ts';
import type { Cut, CutOutcome } from '../cut.ts';
import { hasEnded, isPrepared } from '../is-prepared.ts';
import type { SingleBoots } from '../single-boots.ts';
import { BothLegs } from './both-legs.ts';
import { Leg } from './leg.ts';
import { LegSync } from './leg-sync/leg-sync.ts';
import { mergedFeature } from './merge/merge-feature.ts';
import { mergedLink } from './merge/merge-link.ts';
import { recordsOfPair } from './merge/merge-records.ts';
import { TelemetryMerge } from './merge/merge-telemetry.ts';
import { PairPlayback } from './pair-playback.ts';
import { PairReport } from './pair-report.ts';

const TICK_PERIOD = milliseconds(100);

export class Pair implements Boots {
  readonly pair = true;
  readonly peripherals: readonly Peripheral[];
  readonly linkState: Observable<LinkState>;
  readonly unstopped: Observable<readonly Side[]>;
  readonly standingStill: Observable<readonly Side[]>;
  readonly #left: Leg;
  readonly #right: Leg;
  readonly #both: BothLegs;
  readonly #playing = new PairPlayback(() => this.#both.all);
  readonly #sync: LegSync;
  readonly #report: PairReport;
  readonly #telemetry = new Subject<Telemetry>();
  readonly #garbled = new Subject<Cause>();
  readonly #merge: TelemetryMerge;
  readonly #subscriptions = new Subscription();
  /** `off`: no session. `prepared`: both boots are prepared, and not both have started. `on`: both have started. */
  #now: 'off' | 'prepared' | 'on' = 'off';
  #unreadable: readonly Leg[] = [];

  constructor(left: SingleBoots, right: SingleBoots, clock: Clock) {
    this.peripherals = [left, right];
    const events = {
      inForce: (leg: Leg) => {
        this.#playing.confirmed(leg);
        this.#report.publishSoon();
      },
      failed: (leg: Leg, reason: TimelineRefusal) => this.#onFailed(leg, reason),
    };
    this.#left = new Leg('left', left, clock, () => this.#playing.script.boundaries, events);
    this.#right = new Leg('right', right, clock, () => this.#playing.script.boundaries, events);
    this.#both = new BothLegs(this.#left, this.#right, clock);
    this.linkState = mergedLink(left.linkState, right.linkState);
    ({ unstopped: this.unstopped, standingStill: this.standingStill } = this.#both);
    this.#sync = new LegSync(this.#left, this.#right, () => this.#playing.script, clock);
    this.#merge = new TelemetryMerge(left.feature.parts.length, left.feature.samplePeriod);
    this.#report = new PairReport(this.#left, this.#right, clock);
    for (const leg of this.#both.all) this.#hear(leg);
    this.#subscriptions.add(every(clock, TICK_PERIOD, () => this.#tick()));
  }

  get names(): readonly string[] {
    return [...this.#left.boots.names, ...this.#right.boots.names];
  }
  get feature(): Feature {
    return mergedFeature(this.#left.boots.feature, this.#right.boots.feature);
  }
  get status(): Observable<Status> & { readonly value: Status } {
    return this.#report.status;
  }
  get telemetry(): Observable<Telemetry> {
    return this.#telemetry;
  }
  get garbled(): Observable<Cause> {
    return this.#garbled;
  }
  /** The left boot's token, which stands for both; 0 if either boot has granted none. Each boot is sent its own token. */
  get token(): number {
    return this.#right.boots.token === 0 ? 0 : this.#left.boots.token;
  }
  get memory(): BootsMemory {
    return this.#both.memory;
  }
  get spans() {
    return { left: this.#left.span, right: this.#right.span };
  }

  async command(request: Request, side?: Side): Promise<CommandOutcome> {
    if (side) return (side === 'left' ? this.#left : this.#right).boots.command(request);
    if (request.op === 'prepare') return this.#prepare(request);
    if (request.op === 'ceiling') this.#playing.lower(request.ceiling);
    const acknowledged = request.op === 'acknowledgeFault' ? this.#both.acknowledge(request) : null;
    const outcome = await (acknowledged ?? this.#both.command(request));
    this.#report.publish();
    return outcome;
  }

  async stop(): Promise<CommandOutcome> {
    const outcome = this.#both.stop();
    this.#playing.supersede();
    this.#stage = 'off';
    return outcome;
  }

  play(cut: Cut): Observable<CutOutcome> {
    const outcomes = this.#playing.play(cut, this.#report.status.value.therapy === 'paused');
    this.#report.publishSoon();
    return outcomes;
  }

  adopt(script: readonly Keyframe[], status: Status, adoption: Adoption = {}): Observable<CutOutcome> {
    this.#stage = status.therapy === 'stopped' ? 'prepared' : 'on';
    return this.#playing.adopt(script, adoption);
  }

  records: Boots['records'] = () => recordsOfPair(this.#left.boots, this.#right.boots);

  async readStatus(): Promise<Status | null> {
    const read = await Promise.all(this.#both.all.map((leg) => leg.boots.readStatus()));
    return read.includes(null) ? null : this.#report.publish();
  }

  async reopen(): Promise<ReopenFailure | null> {
    const failures = await this.#both.reopen();
    this.#unreadable = this.#both.all.filter((_, i) => failures[i] !== null);
    return failures.find((failure) => failure !== null) ?? null;
  }

  abandon(): void {
    const legs = this.#unreadable.length > 0 ? this.#unreadable : this.#both.all;
    for (const leg of legs) leg.boots.abandon();
  }

  yieldControl(): void {
    this.#stage = 'off';
    for (const leg of this.#both.all) leg.boots.yieldControl();
  }

  close(): void {
    this.#subscriptions.unsubscribe();
    this.#report.end();
    this.#playing.end();
    for (const leg of this.#both.all) leg.boots.close();
  }

  async #prepare(request: Extract<Request, { op: 'prepare' }>): Promise<CommandOutcome> {
    this.#playing.begin(request.allowance);
    this.#stage = 'off';
    this.#report.endReason = null;
    const outcome = await this.#both.command(request);
    if (outcome.kind === 'acknowledged' && this.#both.all.every((leg) => isPrepared(leg.status))) {
      this.#stage = 'prepared';
      this.#both.measureClocks();
    }
    this.#report.publish();
    return outcome;
  }

  set #stage(stage: 'off' | 'prepared' | 'on') {
    this.#now = stage;
    this.#report.inSession = stage !== 'off';
    if (stage === 'off') this.#playing.end();
  }

  #hear(leg: Leg): void {
    const { boots } = leg;
    let boot = leg.status.bootCount;
    this.#subscriptions.add(
      boots.status.subscribe((status) => {
        if (status.bootCount !== boot) leg.offset.forget();
        boot = status.bootCount;
        leg.onStatus();
        this.#watch();
        this.#adjustSync();
        this.#report.publishSoon();
      }),
    );
    this.#subscriptions.add(
      boots.telemetry.subscribe((packet) => {
        const now = this.#left.clock.now();
        const at = leg.offset.instantOf(packet.clock, now);
        for (const merged of this.#merge.hear(leg.side, packet, at, now)) this.#telemetry.next(merged);
      }),
    );
    this.#subscriptions.add(boots.garbled.subscribe((cause) => this.#garbledAt(leg.side, cause)));
    this.#subscriptions.add(
      boots.linkState.subscribe((state) => {
        leg.linked = state === 'connected';
        if (leg.linked && leg.legStop.wanted) void leg.stop();
      }),
    );
  }

  /** Notes when both boots have started or ended. If one ends the session early, or does not start with the other, stops both. */
  #watch(): void {
    const legs = this.#both.all;
    if (this.#now === 'prepared' && legs.every(({ status }) => status.therapy === 'running')) {
      this.#stage = 'on';
    }
    const ended = (leg: Leg) => hasEnded(leg.status, this.#now === 'on') || this.#report.staysBehind(leg);
    if (this.#now === 'off' || !legs.some(ended)) return;
    if (legs.every(ended)) {
      this.#stage = 'off';
    } else if (legs.some((leg) => ended(leg) && leg.status.endReason !== 'finished')) {
      this.#stage = 'off';
      void this.#both.stop();
    }
  }

  #adjustSync(): void {
    if (this.#now !== 'on' || this.#report.status.value.therapy !== 'running') return;
    if (this.#sync.adjust() === 'outOfTouch') {
      this.#report.endReason = 'alone';
      void this.stop();
    }
  }

  #tick(): void {
    this.#both.repeatStops();
    this.#adjustSync();
    for (const merged of this.#merge.ready(this.#left.clock.now())) this.#telemetry.next(merged);
  }

  #garbledAt(side: Side, cause: Cause): void {
    this.#garbled.next({ kind: 'oneBoot', side, cause, stopped: false });
  }

  #onFailed(leg: Leg, reason: TimelineRefusal): void {
    const reported = this.#playing.failed(leg, reason);
    this.#report.publishSoon();
    if (reported) return;
    if (reason === 'late') {
      this.#sync.resendMissed(leg);
    } else {
      this.#garbledAt(leg.side, { kind: 'timelineRefused', reason });
      void this.stop();
    }
  }
}
