/** The GATT profile as pure data (PROTOCOL.md 2). */

export const PROTOCOL_MAJOR = 1;
export const PROTOCOL_MINOR = 0;
export const PROTOCOL_VERSION = versionText(PROTOCOL_MAJOR, PROTOCOL_MINOR);

export function versionText(major: number, minor: number): string {
  return `${major}.${minor}`;
}

/** Smallest ATT payload that boots and controller must support, bytes (ATT-3). */
export const SMALLEST_PAYLOAD = 61;
/** Longest attribute value, bytes (Bluetooth Core Specification, ATT). */
export const LARGEST_VALUE = 512;

const own = (short: string): string => `a981${short}-63e0-4bb9-bc4a-b1c81710ccc6`;
const sig = (short: string): string => `0000${short}-0000-1000-8000-00805f9b34fb`;

export const uuids = {
  bootsService: own('0001'),
  feature: own('0002'),
  controlPoint: own('0003'),
  timeline: own('0004'),
  status: own('0005'),
  telemetry: own('0006'),
  record: own('0007'),
  batteryService: sig('180f'),
  batteryLevel: sig('2a19'),
  deviceInformationService: sig('180a'),
  manufacturerName: sig('2a29'),
  modelNumber: sig('2a24'),
  firmwareRevision: sig('2a26'),
} as const;

export type CharacteristicProperty = 'read' | 'write' | 'write-without-response' | 'notify' | 'indicate';

export interface CharacteristicProfile {
  readonly uuid: string;
  readonly properties: readonly CharacteristicProperty[];
}
export interface ServiceProfile {
  readonly uuid: string;
  readonly characteristics: readonly CharacteristicProfile[];
}

export const profile: readonly ServiceProfile[] = [
  {
    uuid: uuids.bootsService,
    characteristics: [
      { uuid: uuids.feature, properties: ['read'] },
      { uuid: uuids.controlPoint, properties: ['write', 'write-without-response', 'indicate'] },
      { uuid: uuids.timeline, properties: ['write-without-response'] },
      { uuid: uuids.status, properties: ['read', 'notify'] },
      { uuid: uuids.telemetry, properties: ['notify'] },
      { uuid: uuids.record, properties: ['notify'] },
    ],
  },
  {
    uuid: uuids.batteryService,
    characteristics: [{ uuid: uuids.batteryLevel, properties: ['read', 'notify'] }],
  },
  {
    uuid: uuids.deviceInformationService,
    characteristics: [
      { uuid: uuids.manufacturerName, properties: ['read'] },
      { uuid: uuids.modelNumber, properties: ['read'] },
      { uuid: uuids.firmwareRevision, properties: ['read'] },
    ],
  },
];
