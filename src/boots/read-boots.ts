/** Reads the boots' Feature and status over a link, and checks both. */

import { decodeFeature, type Feature, isLaterMinor } from '../../firmware-protocol/feature.ts';
import { PROTOCOL_MAJOR, PROTOCOL_VERSION, uuids, versionText } from '../../firmware-protocol/profile.ts';
import { decodeStatus, type Status } from '../../firmware-protocol/status.ts';
import type { GattFailure, Link } from '../gatt/link.ts';
import { unacceptable } from './acceptance.ts';
import type { OpenFailure } from './boots.ts';

export function fromGatt({ kind, cause }: GattFailure): OpenFailure {
  if (cause.kind === 'notPermitted') return { kind: 'notPermitted' };
  return kind === 'missing' ? { kind: 'notBoots', cause } : { kind: 'couldNotConnect', cause };
}

/** An invalid frame may have been damaged on its way, so it is read up to this many times in all. */
const READ_ATTEMPTS = 3;

/** @returns the value that was read last, and the result of decoding that value */
async function readFrame<Decoded extends { readonly ok: boolean }>(
  link: Link,
  characteristic: string,
  decode: (value: Uint8Array) => Decoded,
): Promise<{ readonly value: Uint8Array; readonly decoded: Decoded } | { readonly failure: OpenFailure }> {
  for (let attempt = 1; ; attempt++) {
    const read = await link.read(characteristic);
    if (!read.ok) return { failure: fromGatt(read.failure) };
    const decoded = decode(read.value);
    if (decoded.ok || attempt === READ_ATTEMPTS) return { value: read.value, decoded };
  }
}

export async function readFeature(
  link: Link,
): Promise<{ readonly feature: Feature } | { readonly failure: OpenFailure }> {
  const read = await readFrame(link, uuids.feature, decodeFeature);
  if ('failure' in read) return read;
  const { decoded } = read;
  if (!decoded.ok) {
    // Another major version may have another layout, but its first two bytes are always the version (PROTOCOL.md FEA-6).
    const major = read.value[0];
    const other = major !== undefined && major > PROTOCOL_MAJOR && read.value.length >= 4;
    return {
      failure: other
        ? { kind: 'wrongVersion', theirs: versionText(major, read.value[1] ?? 0), ours: PROTOCOL_VERSION }
        : { kind: 'notBoots', cause: { kind: 'frame', detail: decoded.refusal.message } },
    };
  }
  const refusal = unacceptable(decoded.value);
  return refusal ? { failure: refusal } : { feature: decoded.value };
}

export async function readStatus(
  link: Link,
  feature: Feature,
): Promise<{ readonly status: Status } | { readonly failure: OpenFailure }> {
  const read = await readFrame(link, uuids.status, (value) => decodeStatus(value, isLaterMinor(feature)));
  if ('failure' in read) return read;
  const { decoded } = read;
  return decoded.ok
    ? { status: decoded.value }
    : { failure: { kind: 'notBoots', cause: { kind: 'frame', detail: decoded.refusal.message } } };
}
