/**
 * Decodes a frame of the log into fields that anybody may see. Leaves out control tokens, with which others could control the boots, and
 * program names and most of a serial number, by which others could recognise a person.
 */

import { decodeCommand, isStop } from '../../../firmware-protocol/command.ts';
import {
  decodeFeature,
  type Feature,
  isHub,
  isLaterMinor,
  zonesOf,
} from '../../../firmware-protocol/feature.ts';
import type { Decoded } from '../../../firmware-protocol/layout/frame.ts';
import { uuids } from '../../../firmware-protocol/profile.ts';
import type { Instant, Milliseconds } from '../../../firmware-protocol/quantities.ts';
import { decodeRecord } from '../../../firmware-protocol/record.ts';
import { decodeResponse } from '../../../firmware-protocol/response.ts';
import { decodeStatus } from '../../../firmware-protocol/status.ts';
import { decodeTelemetry } from '../../../firmware-protocol/telemetry.ts';
import { decodeBatch } from '../../../firmware-protocol/timeline.ts';
import type { LoggedFrame } from './logged-frame.ts';

export const frameKinds = ['commands', 'timeline', 'status', 'telemetry', 'link'] as const;
export type FrameKind = (typeof frameKinds)[number];

export interface DecodedFrame {
  readonly number: number;
  readonly at: Instant;
  readonly boot: number;
  readonly kind: FrameKind;
  readonly way: 'toBoots' | 'fromBoots' | 'none';
  /** Name of the command or of the characteristic's content, or the state of the link. */
  readonly name: string;
  /** The decoded fields; null if the frame could not be decoded. */
  readonly fields: Readonly<Record<string, unknown>> | null;
  /**
   * Why the frame could not be decoded; null if it was. Also null if its characteristic is not known, or if its length depends on the
   * number of zones and the Feature, which states that number, is not known.
   */
  readonly refusal: string | null;
  /** In bytes. */
  readonly length: number;
  /** As in `LoggedFrame`; null for a notification or a state of the link. The same holds for `failure`. */
  readonly took: Milliseconds | null;
  readonly failure: string | null;
}

const secret: ReadonlySet<string> = new Set(['token', 'previousToken', 'holder', 'program']);

/** Characters at the end of a serial number that are shown: enough to tell two boots apart. */
const SERIAL_CHARACTERS = 4;
export const shortSerial = (serial: string): string => `…${serial.slice(-SERIAL_CHARACTERS)}`;

export const publicFields = (value: object): Readonly<Record<string, unknown>> =>
  Object.fromEntries(
    Object.entries(value).flatMap(([name, field]) => {
      if (secret.has(name)) return [];
      return [[name, name === 'serial' && typeof field === 'string' ? shortSerial(field) : field]];
    }),
  );

interface Read {
  readonly kind: FrameKind;
  readonly name: string;
  readonly decoded: Decoded<object> | null;
}

const command = (bytes: Uint8Array): Read => {
  if (isStop(bytes)) return { kind: 'commands', name: 'stop', decoded: { ok: true, value: {} } };
  const decoded = decodeCommand(bytes);
  return { kind: 'commands', name: decoded.ok ? decoded.value.op : 'command', decoded };
};

const answer = (bytes: Uint8Array): Read => {
  const decoded = decodeResponse(bytes, true);
  return { kind: 'commands', name: decoded.ok ? String(decoded.value.op) : 'answer', decoded };
};

/** @param feature null = not read yet, so frames whose length depends on the number of zones cannot be decoded */
function read(uuid: string, bytes: Uint8Array, isWritten: boolean, feature: Feature | null): Read {
  const mayGoOn = feature !== null && isLaterMinor(feature);
  switch (uuid) {
    case uuids.controlPoint:
      return isWritten ? command(bytes) : answer(bytes);
    case uuids.timeline:
      return {
        kind: 'timeline',
        name: 'keyframes',
        decoded: feature && decodeBatch(bytes, zonesOf(feature), isHub(feature)),
      };
    case uuids.status:
      return { kind: 'status', name: 'status', decoded: decodeStatus(bytes, mayGoOn) };
    case uuids.telemetry:
      return {
        kind: 'telemetry',
        name: 'telemetry',
        decoded: feature && decodeTelemetry(bytes, zonesOf(feature), mayGoOn),
      };
    case uuids.record:
      return { kind: 'commands', name: 'record', decoded: decodeRecord(bytes, mayGoOn) };
    case uuids.feature:
      return { kind: 'link', name: 'feature', decoded: decodeFeature(bytes) };
    default:
      return { kind: 'link', name: 'other', decoded: null };
  }
}

export function decodeLogged(frame: LoggedFrame, feature: Feature | null): DecodedFrame {
  const { number, at, boot } = frame;
  if (frame.kind === 'link')
    return {
      number,
      at,
      boot,
      kind: 'link',
      way: 'none',
      name: frame.state,
      fields: {},
      refusal: null,
      length: 0,
      took: null,
      failure: null,
    };
  const bytes = frame.bytes ?? new Uint8Array();
  const isWritten = frame.kind === 'written';
  const { kind, name, decoded } = read(frame.uuid, bytes, isWritten, feature);
  const isNotified = frame.kind === 'notified';
  return {
    number,
    at,
    boot,
    kind,
    way: isWritten ? 'toBoots' : 'fromBoots',
    name,
    fields: decoded?.ok ? publicFields(decoded.value) : null,
    refusal: decoded && !decoded.ok ? decoded.refusal.reason : null,
    length: bytes.length,
    took: isNotified ? null : frame.took,
    failure: isNotified ? null : frame.failure,
  };
}
