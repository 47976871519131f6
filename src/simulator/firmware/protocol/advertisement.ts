/** What the boots advertise (PROTOCOL.md, ATT-13). */

import { milliseconds } from '../../../../firmware-protocol/quantities.ts';
import type { Advertisement } from '../../peripheral.ts';

const INTERVAL = milliseconds(200);
/** Types of advertising structures (Bluetooth Assigned Numbers). */
const FLAGS = 0x01;
const SERVICES_OF_16_BYTES = 0x07;
const COMPLETE_NAME = 0x09;
/** General discoverable mode; no Bluetooth Classic. */
const GENERAL_LE_ONLY = 0x06;
/** Bytes of a name that fit into a scan response of 31 bytes. */
const LONGEST_NAME = 29;

const structure = (type: number, bytes: readonly number[]): readonly number[] => [
  bytes.length + 1,
  type,
  ...bytes,
];

/** Last byte first, as a UUID goes on the air. */
const uuidBytes = (uuid: string): readonly number[] =>
  (uuid.replaceAll('-', '').match(/../g) ?? []).map((byte) => Number.parseInt(byte, 16)).reverse();

/**
 * @param service UUID of the service that scanning centrals look for
 * @throws RangeError for a name of more than 29 bytes, because it would not fit whole
 */
export function advertisementOf(name: string, service: string): Advertisement {
  const text = [...new TextEncoder().encode(name)];
  if (text.length > LONGEST_NAME)
    throw new RangeError(`A name has at most ${LONGEST_NAME} bytes, not ${text.length}`);
  return {
    interval: INTERVAL,
    advertised: Uint8Array.from([
      ...structure(FLAGS, [GENERAL_LE_ONLY]),
      ...structure(SERVICES_OF_16_BYTES, uuidBytes(service)),
    ]),
    scanResponse: Uint8Array.from(structure(COMPLETE_NAME, text)),
  };
}
