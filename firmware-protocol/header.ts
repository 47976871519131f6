/** The C header of the protocol, generated from the same data as the codecs (written by scripts/generate.ts). */

import { ALLOWANCE_TO_THE_END, commandHead, commands, opCodes, RECORDS_KEPT } from './command.ts';
import { faultCodes } from './fault-codes.ts';
import { featureLayout, kindCodes } from './feature.ts';
import { figures } from './figures.ts';
import { AFTER_MAX, KEYFRAME_HEAD_BYTES, keyframeLayout, TARGET_SEAL, TARGET_VENT } from './keyframe.ts';
import type { FieldNote } from './layout/field.ts';
import { CRC_BYTES } from './layout/frame.ts';
import type { Layout } from './layout/layout.ts';
import { lengthByZones } from './layout/length-by-zones.ts';
import { limits, rules, ruleUnits } from './limits.ts';
import { LARGEST_VALUE, PROTOCOL_MAJOR, PROTOCOL_MINOR, SMALLEST_PAYLOAD, uuids } from './profile.ts';
import { pieceCodes, RECORD_UNKNOWN, recordBodies, recordHead, recordZone } from './record.ts';
import { permissionReasons, RESPONSE_CODE, rejectionBodies, responseHead, resultCodes } from './response.ts';
import {
  endReasonCodes,
  operationCodes,
  statusFlags,
  statusLayout,
  therapyCodes,
  timelineRefusalCodes,
} from './status.ts';
import { NO_READING, SAMPLES_PER_PACKET, sampleLayout, telemetryLayout } from './telemetry.ts';
import { batchLayout, KEYFRAMES_PER_BATCH } from './timeline.ts';
import { bodyPartCodes, ZONES_MAX, ZONES_MIN, zoneLayouts } from './zones.ts';

const PREFIX = 'HEARTWARD';

/** `notSupported` and `lower calf` become NOT_SUPPORTED and LOWER_CALF. */
const upperSnakeCase = (name: string): string =>
  name
    .replace(/([a-z])(?=[A-Z0-9])/g, '$1_')
    .replace(/([0-9])(?=[A-Z])/g, '$1_')
    .replace(/[ -]/g, '_')
    .toUpperCase();

const cName = (...names: readonly string[]): string => [PREFIX, ...names.map(upperSnakeCase)].join('_');
const define = (name: string, value: string, note = ''): string =>
  `#define ${name} ${value}${note ? ` /* ${note} */` : ''}`;
const section = (title: string, lines: readonly string[]): string => [`/* ${title} */`, ...lines].join('\n');
const hex = (value: number, digits = 2): string =>
  `0x${value.toString(16).toUpperCase().padStart(digits, '0')}`;

const codes = (group: string, table: Readonly<Record<string, number>>, digits = 0): string[] =>
  Object.entries(table).map(([name, code]) =>
    define(cName(group, name), digits ? hex(code, digits) : String(code)),
  );
const masks = (group: string, names: readonly string[]): string[] =>
  names.map((name, bit) => define(cName(group, name), hex(1 << bit)));

const ascii = (unit: string): string => unit.replace('×', 'times').replace('·', ' ');
/** For the comment beside a field. */
function describe({ type, scale, unit, min, max, codes: outside, remark }: FieldNote): string {
  const counted = [scale, unit && ascii(unit)].filter((part) => part !== undefined).join(' ');
  const range = max === undefined ? (min === undefined ? '' : `from ${min}`) : `${min ?? 0} to ${max}`;
  const others = range && outside ? Object.entries(outside).map(([name, code]) => `${code} = ${name}`) : [];
  return [type.replace('[0]', ' each'), counted, range, ...others, remark].filter(Boolean).join(', ');
}

type AnyLayout = Layout<never> | Layout<unknown>;

/** @param renamed names of fields that have another name in C */
const offsets = (
  group: string,
  shape: AnyLayout,
  start = 0,
  renamed: Readonly<Record<string, string>> = {},
): string[] =>
  shape.places.map(({ name, offset, field }) =>
    define(cName(group, 'offset', renamed[name] ?? name), String(start + offset), describe(field.note)),
  );

const uuidBytes = (uuid: string): string =>
  (uuid.replaceAll('-', '').match(/../g) ?? [])
    .toReversed()
    .map((byte) => `0x${byte.toUpperCase()}`)
    .join(', ');

function uuidLines(): string[] {
  return Object.entries(uuids).flatMap(([name, uuid]) => {
    const own = !uuid.endsWith('00805f9b34fb');
    return own
      ? [
          define(cName('uuid', name), `"${uuid}"`),
          define(`${cName('uuid', name)}_BYTES`, `{${uuidBytes(uuid)}}`, 'little-endian'),
        ]
      : [define(cName('sigUuid', name), `0x${uuid.slice(4, 8).toUpperCase()}`)];
  });
}

function commandLines(): string[] {
  return Object.entries(commands).flatMap(([op, { parameters }]) => [
    define(cName('command', op, 'length'), String(commandHead.bytes + parameters.bytes + CRC_BYTES)),
    ...offsets(`command_${op}`, parameters, commandHead.bytes),
  ]);
}

/** Only responses with a body. A success is named after its op code, a rejection after its result. */
function responseLines(): string[] {
  const answers = Object.entries(commands).map(([op, { answer }]): [string, AnyLayout] => [op, answer]);
  return [...answers, ...Object.entries(rejectionBodies)]
    .filter(([, body]) => body.bytes > 0)
    .flatMap(([name, body]) => [
      define(cName('response', name, 'length'), String(responseHead.bytes + body.bytes + CRC_BYTES)),
      ...offsets(`response_${name}`, body, responseHead.bytes),
    ]);
}

function zoneLines(): string[] {
  return Object.entries(zoneLayouts).map(([zones, parts]) =>
    define(
      cName('parts', zones),
      `{${parts.map((part) => bodyPartCodes[part]).join(', ')}}`,
      parts.join(', '),
    ),
  );
}

const limitLines = (): string[] =>
  Object.entries(limits).flatMap(([key, { id, name, unit, byDefault, hard }]) => [
    define(cName('limit', key, 'id'), String(id), name),
    define(cName('limit', key, 'default'), String(byDefault), ascii(unit)),
    define(cName('limit', key, 'hard'), String(hard), ascii(unit)),
  ]);

/** With zero zones, a layout ends where its targets, keyframes or samples begin. */
const batchHead = batchLayout(0, true);
const keyframeHead = keyframeLayout(0, false);
const telemetryHead = telemetryLayout(0);

const sections = (): string[] => [
  section('Version and sizes (PROTOCOL.md 2, 3)', [
    define(cName('major'), String(PROTOCOL_MAJOR)),
    define(cName('minor'), String(PROTOCOL_MINOR)),
    define(cName('smallestPayload'), String(SMALLEST_PAYLOAD), 'bytes of an ATT payload'),
    define(cName('largestValue'), String(LARGEST_VALUE), 'bytes'),
    define(cName('crcLength'), String(CRC_BYTES)),
    define(cName('crcInitial'), '0xFFFF'),
    define(cName('crcPolynomialReflected'), '0x8408'),
  ]),
  section('Attributes (2)', uuidLines()),
  section('Feature (3)', [
    define(cName('feature', 'length'), String(featureLayout.bytes + CRC_BYTES)),
    ...offsets('feature', featureLayout),
    ...codes('kind', kindCodes),
    ...masks('ability', Object.keys(fieldCodes(featureLayout, 'abilities'))),
  ]),
  section('Body parts, foot to hip (3.1)', [
    define(cName('zonesMin'), String(ZONES_MIN)),
    define(cName('zonesMax'), String(ZONES_MAX)),
    ...codes('part', bodyPartCodes),
    ...zoneLines(),
  ]),
  section('Commands (4)', [
    ...codes('op', opCodes, 2),
    ...offsets('command', commandHead),
    define(cName('command', 'shortest'), String(commandHead.bytes + CRC_BYTES)),
    ...commandLines(),
    ...masks('prepare', Object.keys(fieldCodes(commands.prepare.parameters, 'flags'))),
    define(cName('allowanceToTheEnd'), String(ALLOWANCE_TO_THE_END)),
  ]),
  section('Responses (4)', [
    define(cName('responseCode'), hex(RESPONSE_CODE)),
    ...codes('result', resultCodes),
    ...codes('reason', permissionReasons),
    ...offsets('response', responseHead),
    define(cName('response', 'shortest'), String(responseHead.bytes + CRC_BYTES)),
    ...responseLines(),
  ]),
  section('Timeline (5)', [
    ...offsets('batch', batchHead),
    define(cName('batch', 'head'), String(batchHead.bytes)),
    define(cName('batch', 'keyframesMax'), String(KEYFRAMES_PER_BATCH)),
    ...masks('batch', Object.keys(fieldCodes(batchHead, 'flags'))),
    ...offsets('keyframe', keyframeHead, 0, { at: 'after' }),
    define(cName('keyframe', 'head'), String(KEYFRAME_HEAD_BYTES)),
    define(cName('keyframe', 'longestAfter'), String(AFTER_MAX), 'ms'),
    ...masks('mark', Object.keys(fieldCodes(keyframeHead, 'marks'))),
    define(`${PREFIX}_BATCH_LENGTH(keyframes, targets)`, batchLength),
    ...codes('target', { seal: TARGET_SEAL, vent: TARGET_VENT }),
    ...codes('refusal', timelineRefusalCodes),
  ]),
  section('Status (6)', [
    define(cName('status', 'length'), String(statusLayout.bytes + CRC_BYTES)),
    ...offsets('status', statusLayout),
    ...codes('therapy', therapyCodes),
    ...codes('operation', operationCodes),
    ...masks('flag', statusFlags),
    ...codes('end', endReasonCodes),
  ]),
  section('Telemetry (6.1)', [
    ...offsets('telemetry', telemetryHead, 0, { sampleCount: 'samples' }),
    define(cName('telemetry', 'samplesMax'), String(SAMPLES_PER_PACKET)),
    define(cName('telemetry', 'noReading'), `(${NO_READING})`),
    define(cName('valve', 'fill'), hex(1)),
    define(cName('valve', 'vent'), hex(2)),
    define(`${PREFIX}_SAMPLE_LENGTH(zones)`, `(${lengthByZones(sampleLayout)})`),
    define(`${PREFIX}_TELEMETRY_LENGTH(zones, samples)`, telemetryLength),
  ]),
  section('Records (6.2)', [
    define(cName('recordsKept'), String(RECORDS_KEPT)),
    ...codes('piece', pieceCodes),
    ...offsets('record', recordHead),
    ...(['session', 'leg'] as const).flatMap((piece) => [
      define(
        cName('record', piece, 'length'),
        String(recordHead.bytes + recordBodies[piece].bytes + CRC_BYTES),
      ),
      ...offsets(`record_${piece}`, recordBodies[piece], recordHead.bytes),
    ]),
    define(cName('record', 'zone', 'length'), String(recordZone.bytes)),
    ...offsets('record_zone', recordZone),
    define(cName('record', 'unknown'), hex(RECORD_UNKNOWN)),
  ]),
  section('Faults and warnings (7)', codes('fault', faultCodes)),
  section('Limits (8): what a controller plans inside, and what the boots enforce', [
    ...limitLines(),
    ...Object.entries(rules).map(([rule, value]) =>
      define(cName('rule', rule), String(value), ruleUnits[rule as keyof typeof rules]),
    ),
    ...Object.entries(figures).map(([figure, { rule, value, unit }]) =>
      define(cName('figure', figure), value < 0 ? `(${value})` : String(value), `${rule}, ${ascii(unit)}`),
    ),
  ]),
];

const batchLength = `(${batchHead.bytes + CRC_BYTES} + (keyframes) * (${KEYFRAME_HEAD_BYTES} + (targets)))`;
const telemetryLength = `(${lengthByZones(telemetryLayout, CRC_BYTES)} + (samples) * ${PREFIX}_SAMPLE_LENGTH(zones))`;

function fieldCodes(shape: AnyLayout, field: string): Readonly<Record<string, number>> {
  return shape.places.find(({ name }) => name === field)?.field.note.codes ?? {};
}

const preamble = `/*
 * Heartward boots protocol: constants and layouts. Generated from the codecs; PROTOCOL.md is the normative text.
 * Offsets and lengths are in bytes, lengths include the CRC; numbers on the wire are little-endian.
 */`;

export const cHeader = (): string => `${preamble}

#ifndef HEARTWARD_H
#define HEARTWARD_H

${sections().join('\n\n')}

#endif
`;
