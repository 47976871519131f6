/** Keeps the frames of the last minutes, as bytes: what comes on the way of a frame is one push. */

import { decodeFeature, type Feature } from '../../../firmware-protocol/feature.ts';
import { uuids } from '../../../firmware-protocol/profile.ts';
import type { Frame, Tap } from '../../boots/open-boots.ts';
import type { LoggedFrame } from '../../diagnosis/log/logged-frame.ts';

/** How much is kept, ms. */
const KEPT = 5 * 60_000;
/** Most frames kept: some twenty a second. */
const MOST = 6000;
/** In batches, so that not every frame moves the whole array. */
const BATCH = 200;

export class FrameRing {
  #frames: LoggedFrame[] = [];
  #count = 0;
  readonly #boots = new Map<BluetoothDevice, number>();
  /** What each boot said that it is: read once a link, and needed for as long as its frames are. */
  readonly #features = new Map<number, Uint8Array>();

  /** The tap of a device; the same device keeps its number. */
  readonly tapOf = (device: BluetoothDevice): Tap => {
    const boot = this.#boots.get(device) ?? this.#boots.size;
    this.#boots.set(device, boot);
    return (frame) => this.#push(boot, frame);
  };

  /** Of the devices with these ids, in this order. */
  numbersOf(ids: readonly string[]): readonly number[] {
    return ids.flatMap((id) =>
      [...this.#boots].flatMap(([device, boot]) => (device.id === id ? [boot] : [])),
    );
  }

  /** In the order of their time. */
  get frames(): readonly LoggedFrame[] {
    return [...this.#frames].sort((one, other) => one.at - other.at);
  }

  /** Those after the frame with this number. */
  since(number: number): readonly LoggedFrame[] {
    const first = this.#frames.findIndex((frame) => frame.number > number);
    return first < 0 ? [] : this.#frames.slice(first);
  }

  featureOf(boot: number): Feature | null {
    const bytes = this.#features.get(boot);
    const decoded = bytes && decodeFeature(bytes);
    return decoded?.ok ? decoded.value : null;
  }

  #push(boot: number, frame: Frame): void {
    this.#count++;
    const logged: LoggedFrame = { ...frame, boot, number: this.#count };
    this.#frames.push(logged);
    if (frame.kind === 'read' && frame.uuid === uuids.feature && frame.bytes)
      this.#features.set(boot, frame.bytes);
    if (this.#frames.length % BATCH === 0) this.#dropOld(frame.at);
  }

  #dropOld(now: number): void {
    const past = this.#frames.findIndex(({ at }) => at >= now - KEPT);
    const old = Math.max(past, this.#frames.length - MOST);
    if (old > 0) this.#frames = this.#frames.slice(old);
  }
}
