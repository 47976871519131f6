/** Boots that are one peripheral: commands, keyframes, status, telemetry and records over one link. */

import { BehaviorSubject, EMPTY, filter, NEVER, type Observable, Subject, Subscription } from 'rxjs';
import type { Request } from '../../firmware-protocol/command.ts';
import { type Feature, isHub, isLaterMinor, zonesOf } from '../../firmware-protocol/feature.ts';
import type { Keyframe } from '../../firmware-protocol/keyframe.ts';
import { uuids } from '../../firmware-protocol/profile.ts';
import { type Milliseconds, milliseconds } from '../../firmware-protocol/quantities.ts';
import { decodeStatus, type Status } from '../../firmware-protocol/status.ts';
import { decodeTelemetry, type Telemetry } from '../../firmware-protocol/telemetry.ts';
import { type Batch, encodeBatch } from '../../firmware-protocol/timeline.ts';
import type { Side } from '../../firmware-protocol/zones.ts';
import type { Clock } from '../clock/clock.ts';
import { clockScheduler } from '../clock/clock-scheduler.ts';
import { every } from '../clock/every.ts';
import type { Link, LinkState, Reply } from '../gatt/link.ts';
import { changeIn } from './acceptance.ts';
import type { Adoption, Boots, BootsMemory, FeedingOptions, Peripheral, ReopenFailure } from './boots.ts';
import type { Cause } from './cause.ts';
import type { CommandOutcome } from './command-outcome.ts';
import { ControlPoint } from './control-point.ts';
import type { Cut, CutOutcome } from './cut.ts';
import { Feeder } from './feed/feeder.ts';
import type { FeedOutcome } from './feed/feeding.ts';
import { PlayheadWatch } from './playhead-watch.ts';
import { readFeature, readStatus } from './read-boots.ts';
import { readRecords } from './records/read-records.ts';
import { StatusOrder } from './status-order.ts';
import { type Stream, StreamWatch } from './stream-watch.ts';

const CHECK_PERIOD = milliseconds(500);

const characteristicOf: Readonly<Record<Stream, string>> = {
  status: uuids.status,
  telemetry: uuids.telemetry,
  answers: uuids.controlPoint,
};

export class SingleBoots implements Boots {
  readonly pair = false;
  readonly spans = null;
  readonly peripherals: readonly Peripheral[] = [this];
  /** Never emits: with one link, the outcome of `stop` says enough. */
  readonly unstopped = NEVER;
  readonly #control: ControlPoint;
  readonly #status: BehaviorSubject<Status>;
  readonly #telemetry = new Subject<Telemetry>();
  readonly #garbled = new Subject<Cause>();
  readonly #watch = new StreamWatch();
  readonly #order = new StatusOrder();
  readonly #playhead = new PlayheadWatch();
  readonly #standingStill = new Subject<readonly Side[]>();
  readonly #subscriptions = new Subscription();
  #linked = false;
  #feature: Feature;
  /** The feeder of the session that was prepared or adopted last; null = none yet. */
  #feeder: Feeder | null = null;
  /** How far ahead of the playhead keyframes are sent: at most `lead`; at least `leastLead`, if `lead` is finite. */
  lead: () => Milliseconds;
  leastLead = (): Milliseconds => milliseconds(0);

  constructor(
    readonly link: Link,
    readonly clock: Clock,
    feature: Feature,
    status: Status,
    /** The control token that these boots granted on an earlier link; 0 = none. */
    token = 0,
    readonly feeding: FeedingOptions = {},
  ) {
    this.#feature = feature;
    this.lead = () => feeding.lead ?? milliseconds(Number.POSITIVE_INFINITY);
    this.#status = new BehaviorSubject(status);
    this.#control = new ControlPoint(link, clock, {
      mayBeLonger: () => isLaterMinor(this.#feature),
      garbled: (cause) => this.#garbled.next(cause),
      commandWritten: () => this.#watch.commandSent(clock.now()),
      responseReceived: (response) => {
        this.#watch.received('answers', clock.now());
        this.#order.answered(response, clock.now());
      },
      readStatus: () => this.readStatus(),
    });
    this.#control.token = token;
    this.#subscriptions.add(link.notifications(uuids.status).subscribe((bytes) => this.#onStatus(bytes)));
    const telemetry = link.notifications(uuids.telemetry);
    this.#subscriptions.add(telemetry.subscribe((bytes) => this.#onTelemetry(bytes)));
    const linked = link.state.subscribe((state) => {
      this.#linked = state === 'connected';
      this.#watch.begin();
      this.#order.begin();
      this.#playhead.begin();
    });
    this.#subscriptions.add(linked);
    this.#subscriptions.add(every(clock, CHECK_PERIOD, () => this.#checkStreams()));
  }

  get linkState(): Observable<LinkState> {
    return this.link.state;
  }
  get names(): readonly string[] {
    return this.link.name === null ? [] : [this.link.name];
  }
  get feature(): Feature {
    return this.#feature;
  }
  get status(): Observable<Status> & { readonly value: Status } {
    return this.#status;
  }
  get telemetry(): Observable<Telemetry> {
    return this.#telemetry;
  }
  get garbled(): Observable<Cause> {
    return this.#garbled;
  }
  get standingStill(): Observable<readonly Side[]> {
    return this.#standingStill;
  }
  get token(): number {
    return this.#control.token;
  }
  get memory(): BootsMemory {
    return { tokens: { [this.#feature.serial]: this.token }, shifts: null };
  }

  /** A request for control carries the last token that these boots granted, to prove that the request comes from the holder; 0 = none. */
  async command<R extends Request>(request: R): Promise<CommandOutcome<R['op']>> {
    const own: R = request.op === 'requestControl' ? { ...request, previousToken: this.token } : request;
    const outcome = await this.#control.command(own);
    if (outcome.kind === 'acknowledged' && request.op === 'prepare') this.#feedAnew();
    return outcome;
  }

  stop(): Promise<CommandOutcome<'stop'>> {
    this.link.withdrawWrites();
    const outcome = this.#control.stop();
    this.#feeder?.end();
    return outcome;
  }

  play(cut: Cut): Observable<CutOutcome> {
    return this.feed(cut).pipe(filter(isCutOutcome));
  }

  /** Like `play`, but also reports `added` at once if the cut replaces nothing. */
  feed(cut: Cut): Observable<FeedOutcome> {
    return this.#feeder?.play(cut) ?? EMPTY;
  }

  adopt(
    script: readonly Keyframe[],
    status: Status,
    { isCertain = true }: Adoption = {},
  ): Observable<CutOutcome> {
    return this.#feedAnew().adopt(script, status, isCertain).pipe(filter(isCutOutcome));
  }

  records: Boots['records'] = () => readRecords(this);

  async readStatus(): Promise<Status | null> {
    const read = await readStatus(this.link, this.#feature);
    if (!('status' in read)) return null;
    this.#publish(read.status);
    return read.status;
  }

  async reopen(): Promise<ReopenFailure | null> {
    const feature = await readFeature(this.link);
    if ('failure' in feature) return feature.failure;
    const what = changeIn(feature.feature, this.#feature);
    if (what) return { kind: 'changedBoots', what, side: null };
    this.#feature = feature.feature;
    return (await this.readStatus()) ? null : { kind: 'couldNotConnect', cause: { kind: 'noStatus' } };
  }

  abandon(): void {
    this.link.abandon({ kind: 'unreadable' });
  }

  yieldControl(): void {
    this.#feeder?.end();
    this.#control.token = 0;
  }

  close(): void {
    this.#subscriptions.unsubscribe();
    this.#feeder?.end();
    this.#control.close();
    this.link.disconnect();
  }

  #feedAnew(): Feeder {
    this.#feeder?.end();
    this.#feeder = new Feeder({
      status: this.#status,
      write: (batch) => this.#write(batch),
      rules: () => ({
        lead: this.lead(),
        least: this.leastLead(),
        payload: this.#feature.largestWrite,
        hub: isHub(this.#feature),
        capacity: this.#feature.capacity,
        token: this.token,
      }),
      scheduler: clockScheduler(this.clock),
      wake: this.feeding.wake,
    });
    return this.#feeder;
  }

  #write(batch: Batch): Promise<Reply<void>> {
    return this.link.write(uuids.timeline, encodeBatch(batch, isHub(this.#feature)), 'withoutResponse');
  }

  #checkStreams(): void {
    if (!this.#linked) return;
    const verdict = this.#watch.check(this.#status.value, this.clock.now());
    if (verdict.kind === 'resubscribe') void this.link.resubscribe(characteristicOf[verdict.stream]);
    if (verdict.kind === 'newLink') this.link.abandon({ kind: 'streamSilent', stream: verdict.stream });
  }

  #onStatus(bytes: Uint8Array): void {
    const decoded = decodeStatus(bytes, isLaterMinor(this.#feature));
    if (!decoded.ok) {
      this.#garbled.next({ kind: 'frame', detail: decoded.refusal.message });
      return;
    }
    this.#watch.received('status', this.clock.now());
    this.#publish(decoded.value);
  }

  #publish(status: Status): void {
    if (this.#order.isOutdated(status, this.clock.now())) return;
    this.#control.findLostGrant(status);
    this.#status.next(status);
    if (this.#playhead.isStandingStill(status, this.clock.now())) this.#standingStill.next([]);
  }

  #onTelemetry(bytes: Uint8Array): void {
    const decoded = decodeTelemetry(bytes, zonesOf(this.#feature), isLaterMinor(this.#feature));
    if (!decoded.ok) {
      this.#garbled.next({ kind: 'frame', detail: decoded.refusal.message });
      return;
    }
    this.#watch.received('telemetry', this.clock.now());
    this.#telemetry.next(decoded.value);
  }
}

const isCutOutcome = (outcome: FeedOutcome): outcome is CutOutcome => outcome.kind !== 'added';
