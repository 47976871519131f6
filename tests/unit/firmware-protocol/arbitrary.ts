/** Random frames as values before encoding, generated from the declarations of the protocol. */

import fc from 'fast-check';
import { type Command, commandHead, commands, type Op, opOf } from '../../../firmware-protocol/command.ts';
import { type Feature, featureLayout } from '../../../firmware-protocol/feature.ts';
import type { Keyframe } from '../../../firmware-protocol/keyframe.ts';
import type { Field } from '../../../firmware-protocol/layout/field.ts';
import { milliseconds } from '../../../firmware-protocol/quantities.ts';
import {
  pieceCodes,
  type RecordFrame,
  type RecordPiece,
  recordBodies,
  recordHead,
} from '../../../firmware-protocol/record.ts';
import {
  type Response,
  type Result,
  rejectionBodies,
  responseHead,
  resultCodes,
} from '../../../firmware-protocol/response.ts';
import { type Status, statusLayout } from '../../../firmware-protocol/status.ts';
import { type Telemetry, telemetryLayout } from '../../../firmware-protocol/telemetry.ts';
import { type Batch, batchLayout } from '../../../firmware-protocol/timeline.ts';
import { anyOf } from './of-field.ts';

const ops = Object.keys(commands) as Op[];
const anyOp = fc.constantFrom(...ops);

/** Random values of a head and a body, merged into one value together with `own`. */
const whole = (head: Field<object>, body: Field<object>, own: object): fc.Arbitrary<object> =>
  fc.tuple(anyOf(head), anyOf(body)).map(([first, second]) => ({ ...first, ...own, ...second }));

export const command = anyOp.chain((op) =>
  whole(commandHead, commands[op].parameters, { op }),
) as fc.Arbitrary<Command>;

const known = fc
  .tuple(anyOp, fc.constantFrom(...(Object.keys(resultCodes) as Result[])))
  .chain(([op, result]) =>
    whole(responseHead, result === 'success' ? commands[op].answer : rejectionBodies[result], { op, result }),
  );
const unknownOp = fc
  .integer({ min: 0, max: 0xff })
  .filter((code) => opOf(code) === undefined)
  .chain((op) => whole(responseHead, rejectionBodies.notSupported, { op, result: 'notSupported' }));
export const response = fc.oneof({ weight: 9, arbitrary: known }, unknownOp) as fc.Arbitrary<Response>;

export const feature: fc.Arbitrary<Feature> = anyOf(featureLayout);
export const status: fc.Arbitrary<Status> = anyOf(statusLayout);

export const record = fc
  .constantFrom(...(Object.keys(pieceCodes) as RecordPiece[]))
  .chain((piece) => whole(recordHead, recordBodies[piece], { piece })) as fc.Arbitrary<RecordFrame>;

export interface Packet {
  readonly zones: number;
  readonly telemetry: Telemetry;
}
export const packet: fc.Arbitrary<Packet> = fc
  .integer({ min: 1, max: 16 })
  .chain((zones) => anyOf(telemetryLayout(zones)).map((telemetry) => ({ zones, telemetry })));

/** Vents all zones if the keyframe ends the session, as the protocol demands. */
const ended = (keyframe: Keyframe): Keyframe =>
  keyframe.end ? { ...keyframe, targets: keyframe.targets.map(() => 'vent') } : keyframe;

export interface Upload {
  readonly zones: number;
  readonly hub: boolean;
  readonly batch: Batch;
}
export const upload: fc.Arbitrary<Upload> = fc
  .tuple(fc.integer({ min: 3, max: 8 }), fc.boolean(), fc.boolean())
  .chain(([n, hub, alike]) => {
    const zones = hub ? 2 * n : n;
    const mirrored = ({ targets, ...rest }: Keyframe): Keyframe => ({
      ...rest,
      targets: hub && alike ? [...targets.slice(0, n), ...targets.slice(0, n)] : targets,
    });
    return anyOf(batchLayout(zones, hub)).map(({ legsAlike: _, ...batch }) => ({
      zones,
      hub,
      batch: {
        ...batch,
        keyframes: batch.keyframes.map((keyframe) =>
          ended(mirrored({ ...keyframe, at: milliseconds(batch.base + keyframe.at) })),
        ),
      },
    }));
  });
