/** One peripheral: the protocol spoken over one link. Commands, timeline batches, status, telemetry. */

import { BehaviorSubject, NEVER, type Observable, Subject, type Subscription } from 'rxjs';
import type { Request } from '../../firmware-protocol/command.ts';
import { type Feature, isHub, zonesOf } from '../../firmware-protocol/feature.ts';
import { uuids } from '../../firmware-protocol/profile.ts';
import { decodeStatus, type Status } from '../../firmware-protocol/status.ts';
import { decodeTelemetry, type Telemetry } from '../../firmware-protocol/telemetry.ts';
import { type Batch, encodeBatch } from '../../firmware-protocol/timeline.ts';
import type { Clock } from '../clock/clock.ts';
import type { Link, LinkState, Reply } from '../gatt/link.ts';
import type { Boots, OpenFailure } from './boots.ts';
import type { CommandOutcome } from './command-outcome.ts';
import { ControlPoint } from './control-point.ts';
import { readFeature, readStatus } from './reading.ts';

export class SingleBoots implements Boots {
  readonly pair = false;
  /** Whoever asked them hears of it. */
  readonly unstopped = NEVER;
  readonly #control: ControlPoint;
  readonly #status: BehaviorSubject<Status>;
  readonly #telemetry = new Subject<Telemetry>();
  readonly #garbled = new Subject<string>();
  readonly #subscriptions: Subscription[];
  #feature: Feature;

  constructor(
    readonly link: Link,
    readonly clock: Clock,
    feature: Feature,
    status: Status,
    /** Token of control these boots granted on an earlier link, 0 = none. */
    token = 0,
  ) {
    this.#feature = feature;
    this.#status = new BehaviorSubject(status);
    this.#control = new ControlPoint(link, clock, (detail) => this.#garbled.next(detail));
    this.#control.token = token;
    this.#subscriptions = [
      link.notifications(uuids.status).subscribe((bytes) => this.#hearStatus(bytes)),
      link.notifications(uuids.telemetry).subscribe((bytes) => this.#hearTelemetry(bytes)),
    ];
  }

  get linkState(): Observable<LinkState> {
    return this.link.state;
  }
  get name(): string {
    return this.link.name;
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
  get garbled(): Observable<string> {
    return this.#garbled;
  }
  get token(): number {
    return this.#control.token;
  }

  /** Control is asked for as whoever held it before, if these boots granted it: they know the token, others do not. */
  command<R extends Request>(request: R): Promise<CommandOutcome<R['op']>> {
    const own: R = request.op === 'requestControl' ? { ...request, previousToken: this.token } : request;
    return this.#control.command(own);
  }

  stop(): Promise<CommandOutcome<'stop'>> {
    this.link.withdrawWrites();
    return this.#control.stop();
  }

  writeBatch(batch: Batch): Promise<Reply<void>> {
    return this.link.write(uuids.timeline, encodeBatch(batch, isHub(this.#feature)), 'withoutResponse');
  }

  async readStatus(): Promise<Status | null> {
    const read = await readStatus(this.link);
    if (!('status' in read)) return null;
    this.#status.next(read.status);
    return read.status;
  }

  async reopen(): Promise<OpenFailure | null> {
    const feature = await readFeature(this.link);
    if ('failure' in feature) return feature.failure;
    if (feature.feature.serial !== this.#feature.serial) {
      return { kind: 'notBoots', detail: 'other boots answered' };
    }
    this.#feature = feature.feature;
    return (await this.readStatus())
      ? null
      : { kind: 'couldNotConnect', detail: 'the boots did not tell how they are' };
  }

  abandon(reason: string): void {
    this.link.abandon(reason);
  }

  close(): void {
    for (const subscription of this.#subscriptions) subscription.unsubscribe();
    this.#control.close();
    this.link.disconnect();
  }

  #hearStatus(bytes: Uint8Array): void {
    const decoded = decodeStatus(bytes);
    if (!decoded.ok) {
      this.#garbled.next(decoded.refusal.message);
      return;
    }
    this.#status.next(decoded.value);
  }

  #hearTelemetry(bytes: Uint8Array): void {
    const decoded = decodeTelemetry(bytes, zonesOf(this.#feature));
    if (!decoded.ok) {
      this.#garbled.next(decoded.refusal.message);
      return;
    }
    this.#telemetry.next(decoded.value);
  }
}
