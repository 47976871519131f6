/**
 * A link to boots whose left and right are swapped: put on the wrong legs, or named the wrong way round by their maker.
 * Exchanges the legs in the frames that the page sends or gets, because boots have no command for that, and no sensor can
 * show it (PROTOCOL.md 8).
 */

import { map } from 'rxjs';
import {
  decodeFeature,
  encodeFeature,
  type Feature,
  isHub,
  isLaterMinor,
} from '../../firmware-protocol/feature.ts';
import type { Decoded } from '../../firmware-protocol/layout/frame.ts';
import { uuids } from '../../firmware-protocol/profile.ts';
import { decodeRecord, encodeRecord, type RecordFrame } from '../../firmware-protocol/record.ts';
import { decodeStatus, encodeStatus, type Status } from '../../firmware-protocol/status.ts';
import { decodeTelemetry, encodeTelemetry, type Telemetry } from '../../firmware-protocol/telemetry.ts';
import { decodeBatch, encodeBatch } from '../../firmware-protocol/timeline.ts';
import { changedLink, type Link } from '../gatt/link.ts';

/** Whether left and right of the boots with this serial number are swapped. Asked each time their Feature is read. */
export type IsSwapped = (serial: string) => Promise<boolean>;

type Bytes = Uint8Array<ArrayBufferLike>;

const otherKind = { hub: 'hub', left: 'right', right: 'left' } as const;

/** A list with the values of one leg and then of the other, returned with the legs exchanged. */
const exchanged = <One>(both: readonly One[]): One[] => {
  const zones = both.length / 2;
  return [...both.slice(zones), ...both.slice(0, zones)];
};

/** A frame that cannot be decoded is passed on as it is, so that its reader reports the error. */
const rewritten = <Value>(bytes: Bytes, decoded: Decoded<Value>, encode: (value: Value) => Bytes): Bytes =>
  decoded.ok ? encode(decoded.value) : bytes;

const swappedTelemetry = ({ targets, samples, ...rest }: Telemetry): Telemetry => ({
  ...rest,
  targets: exchanged(targets),
  samples: samples.map(({ pressures, valves }) => ({
    pressures: exchanged(pressures),
    valves: exchanged(valves),
  })),
});

const swappedRecord = (frame: RecordFrame, zone: (zone: number | null) => number | null): RecordFrame => {
  switch (frame.piece) {
    case 'session':
      return { ...frame, faultZone: zone(frame.faultZone) };
    case 'leg':
      return { ...frame, piece: 'rightLeg' };
    case 'rightLeg':
      return { ...frame, piece: 'leg' };
  }
};

/** Exchanges the legs in the frames of a hub. On a single boot, only its Feature names a side. */
class SwappedHub {
  readonly #zones: number;
  readonly #mayBeLonger: boolean;

  constructor(feature: Feature) {
    this.#zones = feature.parts.length;
    this.#mayBeLonger = isLaterMinor(feature);
  }

  /** @param bytes a frame from the boots */
  from(uuid: string, bytes: Bytes): Bytes {
    switch (uuid) {
      case uuids.telemetry:
        return rewritten(bytes, decodeTelemetry(bytes, 2 * this.#zones, this.#mayBeLonger), (value) =>
          encodeTelemetry(swappedTelemetry(value)),
        );
      case uuids.status:
        return rewritten(bytes, decodeStatus(bytes, this.#mayBeLonger), (value) =>
          encodeStatus(this.#swappedStatus(value)),
        );
      case uuids.record:
        return rewritten(bytes, decodeRecord(bytes, this.#mayBeLonger), (value) =>
          encodeRecord(swappedRecord(value, this.#zone)),
        );
      default:
        return bytes;
    }
  }

  /** @param bytes a frame to the boots */
  to(uuid: string, bytes: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer> {
    if (uuid !== uuids.timeline) return bytes;
    const decoded = decodeBatch(bytes, 2 * this.#zones, true);
    if (!decoded.ok) return bytes;
    const keyframes = decoded.value.keyframes.map((keyframe) => ({
      ...keyframe,
      targets: exchanged(keyframe.targets),
    }));
    return encodeBatch({ ...decoded.value, keyframes }, true);
  }

  readonly #zone = (zone: number | null): number | null =>
    zone === null ? null : (zone + this.#zones) % (2 * this.#zones);

  #swappedStatus(status: Status): Status {
    return {
      ...status,
      faultZone: this.#zone(status.faultZone),
      warningZone: this.#zone(status.warningZone),
    };
  }
}

export function swappedLink(link: Link, isSwapped: IsSwapped): Link {
  /** Null unless the boots are a hub whose legs are swapped, and their Feature has been read. */
  let hub: SwappedHub | null = null;
  const readFeature = async (bytes: Bytes): Promise<Bytes> => {
    const decoded = decodeFeature(bytes);
    if (!decoded.ok) return bytes;
    const feature = decoded.value;
    const is = await isSwapped(feature.serial);
    hub = is && isHub(feature) ? new SwappedHub(feature) : null;
    return is ? encodeFeature({ ...feature, kind: otherKind[feature.kind] }) : bytes;
  };
  return changedLink(link, {
    read: async (uuid) => {
      const reply = await link.read(uuid);
      if (!reply.ok) return reply;
      const value =
        uuid === uuids.feature
          ? await readFeature(reply.value)
          : (hub?.from(uuid, reply.value) ?? reply.value);
      return { ...reply, value };
    },
    write: (uuid, value, how) => link.write(uuid, hub?.to(uuid, value) ?? value, how),
    notifications: (uuid) => link.notifications(uuid).pipe(map((bytes) => hub?.from(uuid, bytes) ?? bytes)),
  });
}
