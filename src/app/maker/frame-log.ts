/**
 * Keeps the last minutes' frames (values read, written or notified over Bluetooth) as bytes, so that the page can show and save them.
 * Adding a frame costs little more than a push onto an array, so that no session is delayed.
 */

import { decodeFeature, type Feature } from '../../../firmware-protocol/feature.ts';
import { uuids } from '../../../firmware-protocol/profile.ts';
import type { Frame, Tap } from '../../boots/open-boots.ts';
import type { LoggedFrame } from '../../diagnosis/log/logged-frame.ts';

/** How long frames are kept at least, unless there are too many, ms. */
const KEPT_FOR = 5 * 60_000;
/** Most frames that are kept, apart from up to DROP_BATCH new ones: twenty a second for five minutes. */
const MOST_FRAMES = 6000;
/** Old frames are removed only when the number of frames is a multiple of this, so that not every frame moves the whole array. */
const DROP_BATCH = 200;

export class FrameLog {
  #frames: LoggedFrame[] = [];
  #count = 0;
  readonly #boots = new Map<BluetoothDevice, number>();
  /**
   * The bytes of each device's feature characteristic, by the device's number. The page reads them once per connection, and needs them to
   * decode other frames.
   */
  readonly #features = new Map<number, Uint8Array>();

  /** Frames of the same device have the same number `boot`. */
  readonly tapOf = (device: BluetoothDevice): Tap => {
    const boot = this.#boots.get(device) ?? this.#boots.size;
    this.#boots.set(device, boot);
    return (frame) => this.#push(boot, frame);
  };

  numbersOf(devices: readonly BluetoothDevice[]): readonly number[] {
    return devices.flatMap((device) => this.#boots.get(device) ?? []);
  }

  get frames(): readonly LoggedFrame[] {
    return [...this.#frames].sort((one, other) => one.at - other.at);
  }

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
    if (this.#frames.length % DROP_BATCH === 0) this.#dropOld(frame.at);
  }

  #dropOld(now: number): void {
    const past = this.#frames.findIndex(({ at }) => at >= now - KEPT_FOR);
    const old = Math.max(past, this.#frames.length - MOST_FRAMES);
    if (old > 0) this.#frames = this.#frames.slice(old);
  }
}
