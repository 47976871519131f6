/**
 * Checks the types that follow from the protocol's declarations: quantities with units, lists and codes, outcomes by op code. Nothing
 * here runs: `npm run check` fails if a type differs.
 */

import { expectTypeOf } from 'vitest';
import type { Command, Request } from '../../../firmware-protocol/command.ts';
import type { Feature } from '../../../firmware-protocol/feature.ts';
import type { Keyframe, Target } from '../../../firmware-protocol/keyframe.ts';
import type {
  LitresPerMinute,
  Milliseconds,
  Mmhg,
  MmhgPerSecond,
  Seconds,
} from '../../../firmware-protocol/quantities.ts';
import type { Outcome, Success } from '../../../firmware-protocol/response.ts';
import type { Status } from '../../../firmware-protocol/status.ts';
import type { Telemetry } from '../../../firmware-protocol/telemetry.ts';
import type { Batch } from '../../../firmware-protocol/timeline.ts';
import type { BodyPart } from '../../../firmware-protocol/zones.ts';
import type { CommandOutcome } from '../../../src/boots/command-outcome.ts';
import type { SingleBoots } from '../../../src/boots/single-boots.ts';

expectTypeOf<Status['clock']>().toEqualTypeOf<Milliseconds>();
expectTypeOf<Status['wall']>().toEqualTypeOf<Seconds>();
expectTypeOf<Status['battery']>().toEqualTypeOf<number | null>();
expectTypeOf<Status['flags']['ranDry']>().toEqualTypeOf<boolean>();
expectTypeOf<Feature['highestTarget']>().toEqualTypeOf<Mmhg>();
expectTypeOf<Feature['pumpFlow']>().toEqualTypeOf<LitresPerMinute>();
expectTypeOf<Feature['longestAllowance']>().toEqualTypeOf<Seconds>();
expectTypeOf<Feature['longestSession']>().toEqualTypeOf<number>();
expectTypeOf<Feature['parts']>().toEqualTypeOf<readonly BodyPart[]>();
expectTypeOf<Feature>().not.toHaveProperty('zonesPerLeg');
expectTypeOf<Telemetry>().toEqualTypeOf<{
  readonly counter: number;
  readonly clock: Milliseconds;
  readonly pump: number;
  readonly targets: readonly Target[];
  readonly samples: readonly {
    readonly pressures: readonly (Mmhg | null)[];
    readonly valves: readonly Readonly<Record<'fill' | 'vent', boolean>>[];
  }[];
}>();
expectTypeOf<Keyframe>().toEqualTypeOf<{
  readonly at: Milliseconds;
  readonly cycle: boolean;
  readonly end: boolean;
  readonly ramp: MmhgPerSecond;
  readonly gate: Seconds;
  readonly targets: readonly Target[];
}>();
expectTypeOf<Batch>().toEqualTypeOf<{
  readonly number: number;
  readonly token: number;
  readonly replace: boolean;
  readonly base: Milliseconds;
  readonly keyframes: readonly Keyframe[];
}>();
expectTypeOf<Request<'ceiling'>['ceiling']>().toEqualTypeOf<Mmhg>();
expectTypeOf<Command<'start' | 'resume'>['at']>().toEqualTypeOf<Milliseconds>();
expectTypeOf<Request<'pause'>>().not.toHaveProperty('at');

expectTypeOf<Success<'requestControl'>['token']>().toEqualTypeOf<number>();
expectTypeOf<Success<'readClock'>['clock']>().toEqualTypeOf<Milliseconds>();
expectTypeOf<Success<'start'>>().not.toHaveProperty('token');
expectTypeOf<Outcome<'start'>['op']>().toEqualTypeOf<'start'>();
expectTypeOf<Extract<Outcome<'drop'>, { result: 'outOfLimits' }>['limit']>().toEqualTypeOf<number>();
// A command to the boots has an outcome of the type for its op code.
const ask = (boots: SingleBoots) => boots.command({ op: 'readClock' });
expectTypeOf(ask).returns.resolves.toEqualTypeOf<CommandOutcome<'readClock'>>();
