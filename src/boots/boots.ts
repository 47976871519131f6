/** The protocol spoken over one link: commands, timeline batches, status, telemetry. Believes only what the boots report. */

import { BehaviorSubject, type Observable, Subject, type Subscription } from 'rxjs';
import type { Request } from '../../firmware-protocol/command.ts';
import { decodeFeature, type Feature, isHub, zonesOf } from '../../firmware-protocol/feature.ts';
import { profile, uuids } from '../../firmware-protocol/profile.ts';
import { decodeStatus, type Status } from '../../firmware-protocol/status.ts';
import { decodeTelemetry, type Telemetry } from '../../firmware-protocol/telemetry.ts';
import { type Batch, encodeBatch } from '../../firmware-protocol/timeline.ts';
import type { Clock } from '../clock/clock.ts';
import { type GattFailure, type Link, type LinkState, openLink, type Reply } from '../gatt/link.ts';
import { type Unacceptable, unacceptable } from './acceptance.ts';
import type { CommandOutcome } from './command-outcome.ts';
import { ControlPoint } from './control-point.ts';

export type OpenFailure =
  | Unacceptable
  | { readonly kind: 'notBoots'; readonly detail: string }
  | { readonly kind: 'couldNotConnect'; readonly detail: string };

export type Opened =
  | { readonly ok: true; readonly boots: Boots }
  | { readonly ok: false; readonly failure: OpenFailure };

const fromGatt = (failure: GattFailure): OpenFailure =>
  failure.kind === 'missing'
    ? { kind: 'notBoots', detail: failure.detail }
    : { kind: 'couldNotConnect', detail: failure.detail };

async function readFeature(link: Link): Promise<{ feature: Feature } | { failure: OpenFailure }> {
  const read = await link.read(uuids.feature);
  if (!read.ok) return { failure: fromGatt(read.failure) };
  const decoded = decodeFeature(read.value);
  if (!decoded.ok) {
    // Another major version may have another layout; its first byte is still the version.
    const major = read.value[0];
    const other = major !== undefined && major > 1 && read.value.length >= 4;
    return {
      failure: other
        ? { kind: 'wrongVersion', theirs: `${major}.${read.value[1]}`, ours: '1.0' }
        : { kind: 'notBoots', detail: decoded.refusal.message },
    };
  }
  const refusal = unacceptable(decoded.value);
  return refusal ? { failure: refusal } : { feature: decoded.value };
}

async function readStatus(link: Link): Promise<{ status: Status } | { failure: OpenFailure }> {
  const read = await link.read(uuids.status);
  if (!read.ok) return { failure: fromGatt(read.failure) };
  const decoded = decodeStatus(read.value);
  return decoded.ok
    ? { status: decoded.value }
    : { failure: { kind: 'notBoots', detail: decoded.refusal.message } };
}

/** Connects to a device, reads what the boots are and how they are. On failure the link is given up. */
export async function openBoots(
  device: BluetoothDevice,
  clock: Clock,
  random: () => number,
): Promise<Opened> {
  const listen = [uuids.controlPoint, uuids.status, uuids.telemetry];
  const link = openLink(device, { clock, profile, listen, random });
  const connected = await link.connect();
  if (!connected.ok) {
    link.disconnect();
    return { ok: false, failure: fromGatt(connected.failure) };
  }
  const feature = await readFeature(link);
  const status = 'feature' in feature ? await readStatus(link) : feature;
  if ('feature' in feature && 'status' in status) {
    return { ok: true, boots: new Boots(link, clock, feature.feature, status.status) };
  }
  link.disconnect();
  return {
    ok: false,
    failure: 'failure' in feature ? feature.failure : (status as { failure: OpenFailure }).failure,
  };
}

export class Boots {
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
  ) {
    this.#feature = feature;
    this.#status = new BehaviorSubject(status);
    this.#control = new ControlPoint(link, clock, (detail) => this.#garbled.next(detail));
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
  /** The last one and every new one. */
  get status(): Observable<Status> & { readonly value: Status } {
    return this.#status;
  }
  get telemetry(): Observable<Telemetry> {
    return this.#telemetry;
  }
  /** Frames from the boots that were refused, in words. */
  get garbled(): Observable<string> {
    return this.#garbled;
  }
  /** Token of control, 0 = none. */
  get token(): number {
    return this.#control.token;
  }

  async command(request: Request): Promise<CommandOutcome> {
    const outcome = await this.#control.command(request);
    if (outcome.kind === 'acknowledged' && outcome.response.op === 'requestControl') {
      this.#control.token = outcome.response.token;
    }
    return outcome;
  }

  /** Ahead of everything else on the link. */
  stop(): Promise<CommandOutcome> {
    this.link.forget();
    return this.#control.stop();
  }

  writeBatch(batch: Batch): Promise<Reply<void>> {
    return this.link.write(uuids.timeline, encodeBatch(batch, isHub(this.#feature)), 'withoutResponse');
  }

  /** Asks how the boots are; what they answer is also the next `status`. */
  async readStatus(): Promise<Status | null> {
    const read = await readStatus(this.link);
    if (!('status' in read)) return null;
    this.#status.next(read.status);
    return read.status;
  }

  /** After a reconnect: are these still the same boots, and how are they? */
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

  /** Ends the link because what came over it cannot be right; it comes back by itself. */
  abandon(reason: string): void {
    this.link.abandon(reason);
  }

  /** Gives up the link; nothing more is heard. */
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
