/**
 * Boots in virtual time, without a session: opens them as a page does, sends them keyframes, and waits until they
 * end.
 */

import type { Observable } from 'rxjs';
import type { Request } from '../../../firmware-protocol/command.ts';
import type { Keyframe } from '../../../firmware-protocol/keyframe.ts';
import { limits } from '../../../firmware-protocol/limits.ts';
import { PROTOCOL_MAJOR, PROTOCOL_MINOR } from '../../../firmware-protocol/profile.ts';
import { milliseconds, mmhg, mmhgPerSecond, seconds } from '../../../firmware-protocol/quantities.ts';
import type { Side } from '../../../firmware-protocol/zones.ts';
import type { Boots } from '../../../src/boots/boots.ts';
import type { CutOutcome } from '../../../src/boots/cut.ts';
import { openBoots } from '../../../src/boots/open-boots.ts';
import { asPair } from '../../../src/boots/pair/as-pair.ts';
import type { SingleBoots } from '../../../src/boots/single-boots.ts';
import { VirtualClock } from '../../../src/clock/virtual-clock.ts';
import { requestBoots } from '../../../src/gatt/choose-device.ts';
import { SimulatedBluetooth } from '../../../src/simulator/bluetooth/bluetooth.ts';
import { defaultParameters } from '../../../src/simulator/plant/parameters.ts';
import { seededRandom } from '../../../src/simulator/random.ts';
import { SimulatedBoots } from '../../../src/simulator/simulated-boots.ts';

export const ZONES = 3;
export const CYCLE_TIME = 12_000;

/**
 * `count` short squeezes of all zones, then the end. Each squeeze begins with a gate (a wait until the zones have
 * their pressure) and ends with a rest.
 */
export function squeezes(count: number, zones: number, pressure = 30): readonly Keyframe[] {
  const at = (ms: number, over: Partial<Keyframe>): Keyframe => ({
    at: milliseconds(ms),
    targets: Array.from({ length: zones }, () => 'vent'),
    ramp: mmhgPerSecond(0),
    gate: seconds(0),
    cycle: false,
    end: false,
    ...over,
  });
  const squeeze = {
    targets: Array.from({ length: zones }, () => mmhg(pressure)),
    gate: seconds(20),
    cycle: true,
  };
  const cycles = Array.from({ length: count }, (_, i) => [
    at(i * CYCLE_TIME, squeeze),
    at(i * CYCLE_TIME + 4000, {}),
    at(i * CYCLE_TIME + 8000, {}),
  ]);
  return [...cycles.flat(), at(count * CYCLE_TIME, { end: true })];
}

export class FeedingBench {
  readonly clock = new VirtualClock();
  readonly all: readonly SimulatedBoots[];
  readonly #devices: BluetoothDevice[] = [];
  readonly #bluetooth: SimulatedBluetooth;
  #tokens: number[] = [];
  #wanted = 0;

  constructor(readonly kinds: readonly ('hub' | Side)[]) {
    const legSize = { hub: 1, left: 0.8, right: 1.25 };
    this.all = kinds.map(
      (kind, i) =>
        new SimulatedBoots({
          clock: this.clock,
          seed: i + 1,
          zones: ZONES,
          kind,
          capacity: 20,
          plant: { parameters: { ...defaultParameters, legSizeVariation: 0, legSize: legSize[kind] } },
        }),
    );
    for (const boots of this.all) boots.start();
    this.#bluetooth = new SimulatedBluetooth({
      clock: this.clock,
      random: seededRandom(3),
      peripherals: this.all.map(({ peripheral }) => peripheral),
      choose: async (devices) => devices[this.#wanted] ?? null,
    });
  }

  /** Lets virtual time pass until a promise is fulfilled. @returns the promise's value */
  async awaitInVirtualTime<T>(promise: Promise<T>): Promise<T> {
    let came: { readonly value: T } | null = null;
    void promise.then((value) => {
      came = { value };
    });
    await this.clock.runUntil(() => came !== null, milliseconds(30_000));
    if (!came) throw new Error('it did not happen in time');
    return (came as { readonly value: T }).value;
  }
  pass(s: number): Promise<void> {
    return this.clock.run(milliseconds(s * 1000));
  }

  /** Opens the boots and takes control of them, like a page that has just loaded and remembers the tokens of an earlier `open`. */
  async open(): Promise<Boots> {
    const opened: SingleBoots[] = [];
    for (const [i] of this.kinds.entries()) {
      this.#wanted = i;
      const chosen = this.#devices[i] ? null : await this.awaitInVirtualTime(requestBoots(this.#bluetooth));
      if (chosen?.ok) this.#devices[i] = chosen.device;
      const device = this.#devices[i];
      if (!device) throw new Error('no boots');
      const result = await this.awaitInVirtualTime(
        openBoots(device, {
          clock: this.clock,
          random: seededRandom(5),
          tokenOf: () => this.#tokens[i] ?? 0,
        }),
      );
      if (!result.ok) throw new Error(result.failure.kind);
      opened.push(result.boots);
    }
    const [one, other] = opened;
    if (!one) throw new Error('no boots');
    const pair = other ? asPair(one, other, this.clock) : { boots: one };
    if (!('boots' in pair)) throw new Error(pair.refusal.kind);
    await this.ask(pair.boots, {
      op: 'requestControl',
      major: PROTOCOL_MAJOR,
      minor: PROTOCOL_MINOR,
      previousToken: 0,
    });
    this.#tokens = opened.map(({ token }) => token);
    return pair.boots;
  }

  async ask(boots: Boots, request: Request): Promise<void> {
    const { kind } = await this.awaitInVirtualTime(boots.command(request));
    if (kind !== 'acknowledged') throw new Error(`${request.op}: ${kind}`);
  }

  async prepare(boots: Boots): Promise<void> {
    await this.ask(boots, {
      op: 'prepare',
      highestTarget: mmhg(60),
      flags: { above80Confirmed: false },
      longestWall: seconds(limits.session.byDefault),
      allowance: seconds(255),
      program: '',
      calendar: 0,
    });
    await this.clock.runUntil(() => boots.status.value.operation === 'ready', milliseconds(30_000));
  }

  async start(boots: Boots, script: readonly Keyframe[]): Promise<string[]> {
    await this.prepare(boots);
    const outcomes = words(boots.play({ keyframes: script, from: milliseconds(0) }));
    await this.pass(1);
    await this.begin(boots);
    return outcomes;
  }
  async begin(boots: Boots): Promise<void> {
    await this.ask(boots, { op: 'start', at: milliseconds(0) });
    await this.clock.runUntil(() => boots.status.value.therapy === 'running', milliseconds(5000));
  }
  /** Waits until the boots stop by themselves. */
  async end(boots: Boots): Promise<void> {
    await this.clock.runUntil(() => boots.status.value.therapy === 'stopped', milliseconds(400_000));
  }
}

export function words(played: Observable<CutOutcome>): string[] {
  const said: string[] = [];
  played.subscribe({
    next: (outcomes) => said.push(outcomes.kind === 'refused' ? `refused ${outcomes.reason}` : outcomes.kind),
    complete: () => said.push('over'),
  });
  return said;
}
