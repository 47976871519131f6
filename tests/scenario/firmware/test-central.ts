/** A central for tests of simulated boots: sends bytes, and keeps what it receives. */

import { type Command, encodeCommand, type Request } from '../../../firmware-protocol/command.ts';
import type { Keyframe, Target } from '../../../firmware-protocol/keyframe.ts';
import { nextBatchNumber, nextCounter } from '../../../firmware-protocol/layout/frame.ts';
import { uuids } from '../../../firmware-protocol/profile.ts';
import { milliseconds, mmhg, mmhgPerSecond, seconds } from '../../../firmware-protocol/quantities.ts';
import { decodeRecord, type RecordFrame } from '../../../firmware-protocol/record.ts';
import { decodeResponse, type Response } from '../../../firmware-protocol/response.ts';
import { decodeStatus, type Status } from '../../../firmware-protocol/status.ts';
import { decodeTelemetry, type Telemetry } from '../../../firmware-protocol/telemetry.ts';
import { encodeBatch } from '../../../firmware-protocol/timeline.ts';
import type { PeripheralLink } from '../../../src/simulator/peripheral.ts';
import type { Bench } from './bench.ts';

export interface BenchKeyframe {
  /** Time on the timeline, s. */
  readonly at: number;
  /** A target in mmHg, or `vent` or `seal`. A single value applies to all zones; a list is repeated for them. */
  readonly to: number | 'vent' | 'seal' | readonly (number | 'vent' | 'seal')[];
  readonly ramp?: number;
  readonly gate?: number;
  readonly cycle?: boolean;
  readonly end?: boolean;
}

export interface PreparedWith {
  readonly highest: number;
  readonly wall: number;
  readonly allowance: number;
  readonly above80: boolean;
  readonly program: string;
  readonly calendar: number;
}

const targetOf = (word: number | 'vent' | 'seal'): Target => (typeof word === 'number' ? mmhg(word) : word);

export class TestCentral {
  readonly responses: Response[] = [];
  readonly statuses: Status[] = [];
  readonly telemetry: Telemetry[] = [];
  readonly records: RecordFrame[] = [];
  readonly heard: { readonly characteristic: string; readonly bytes: Uint8Array }[] = [];
  readonly link: PeripheralLink;
  dropped = false;
  token = 0;
  #counter = 0;
  #batch = 1;

  constructor(
    readonly bench: Bench,
    payload: number,
  ) {
    const link = bench.firmware.open({
      payload,
      drop: () => {
        this.dropped = true;
      },
      notify: (characteristic, bytes) => this.#hear(characteristic, bytes),
    });
    if (!link) throw new Error('no further link');
    this.link = link;
    for (const uuid of [uuids.controlPoint, uuids.status, uuids.telemetry, uuids.record])
      link.subscribe(uuid, true);
  }

  #hear(characteristic: string, bytes: Uint8Array): void {
    this.heard.push({ characteristic, bytes });
    if (characteristic === uuids.controlPoint) {
      const decoded = decodeResponse(bytes);
      if (!decoded.ok) throw new Error(decoded.refusal.message);
      this.responses.push(decoded.value);
    } else if (characteristic === uuids.status) {
      const decoded = decodeStatus(bytes);
      if (!decoded.ok) throw new Error(decoded.refusal.message);
      this.statuses.push(decoded.value);
    } else if (characteristic === uuids.telemetry) {
      const decoded = decodeTelemetry(bytes, this.bench.plant.zones);
      if (!decoded.ok) throw new Error(decoded.refusal.message);
      this.telemetry.push(decoded.value);
    } else if (characteristic === uuids.record) {
      const decoded = decodeRecord(bytes);
      if (!decoded.ok) throw new Error(decoded.refusal.message);
      this.records.push(decoded.value);
    }
  }

  /**
   * Sends a command with the next counter and this central's token, or with those in `envelope`. @returns the
   * response; null if there was none
   */
  send(request: Request, envelope: { counter?: number; token?: number } = {}): Response | null {
    this.#counter = nextCounter(this.#counter);
    const command = {
      ...request,
      counter: envelope.counter ?? this.#counter,
      token: envelope.token ?? (request.op === 'requestControl' || request.op === 'stop' ? 0 : this.token),
    } as Command;
    return this.write(encodeCommand(command));
  }

  write(bytes: Uint8Array, characteristic: string = uuids.controlPoint): Response | null {
    const before = this.responses.length;
    this.link.write(characteristic, bytes, true);
    return this.responses.length > before ? (this.responses.at(-1) ?? null) : null;
  }

  takeControl(): void {
    const answer = this.send({ op: 'requestControl', major: 1, minor: 0, previousToken: this.token });
    if (answer?.result !== 'success' || answer.op !== 'requestControl')
      throw new Error(JSON.stringify(answer));
    this.token = answer.token;
  }

  makeReady(limits: Partial<PreparedWith> = {}): void {
    this.takeControl();
    const answer = this.send({
      op: 'prepare',
      highestTarget: mmhg(limits.highest ?? 80),
      flags: { above80Confirmed: limits.above80 ?? false },
      longestWall: seconds(limits.wall ?? 1800),
      allowance: seconds(limits.allowance ?? 255),
      program: limits.program ?? '',
      calendar: limits.calendar ?? 0,
    });
    if (answer?.result !== 'success') throw new Error(JSON.stringify(answer));
    this.#batch = 1;
    this.bench.runUntil(() => this.status.operation === 'ready', 20);
  }

  keyframes(words: readonly BenchKeyframe[]): Keyframe[] {
    const { zones } = this.bench.plant;
    return words.map(({ at, to, ramp = 0, gate = 0, cycle = false, end = false }) => ({
      at: milliseconds(at * 1000),
      targets: Array.isArray(to)
        ? Array.from({ length: zones }, (_, i) => targetOf(to[i % to.length] ?? 'vent'))
        : Array.from({ length: zones }, () => targetOf(to as number)),
      ramp: mmhgPerSecond(ramp),
      gate: seconds(gate),
      cycle,
      end,
    }));
  }

  deliver(
    words: readonly BenchKeyframe[],
    options: { replaceFrom?: number; number?: number; token?: number } = {},
  ): void {
    const { replaceFrom } = options;
    const base = milliseconds((replaceFrom ?? words[0]?.at ?? 0) * 1000);
    const number = options.number ?? this.#batch;
    const batch = {
      number,
      token: options.token ?? this.token,
      replace: replaceFrom !== undefined,
      base,
      keyframes: this.keyframes(words),
    };
    this.write(encodeBatch(batch, this.bench.hub), uuids.timeline);
    if (options.number === undefined) this.#batch = nextBatchNumber(number);
  }

  start(): Response | null {
    return this.send({ op: 'start', at: milliseconds(0) });
  }

  /** Whether the last notified status says that a session has ended. */
  get ended(): boolean {
    return (this.statuses.at(-1)?.endReason ?? 'none') !== 'none';
  }

  get status(): Status {
    const decoded = decodeStatus(this.link.read(uuids.status));
    if (!decoded.ok) throw new Error(decoded.refusal.message);
    return decoded.value;
  }
}
