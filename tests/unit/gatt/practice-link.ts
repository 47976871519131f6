/** A link, over simulated Bluetooth and in virtual time, to a PracticePeripheral (a small made-up device, tests/contract). */

import type { ServiceProfile } from '../../../firmware-protocol/profile.ts';
import type { Milliseconds } from '../../../firmware-protocol/quantities.ts';
import { VirtualClock } from '../../../src/clock/virtual-clock.ts';
import { openLink } from '../../../src/gatt/gatt-link.ts';
import type { Link, LinkState, Reply } from '../../../src/gatt/link.ts';
import { SimulatedBluetooth } from '../../../src/simulator/bluetooth/bluetooth.ts';
import type { LinkParameters } from '../../../src/simulator/bluetooth/link-parameters.ts';
import type { Platform } from '../../../src/simulator/bluetooth/platform.ts';
import type { Radio } from '../../../src/simulator/bluetooth/radio.ts';
import { seededRandom } from '../../../src/simulator/random.ts';
import { PracticePeripheral, practice, practiceProfile } from '../../contract/practice-peripheral.ts';
import { settled } from '../../contract/settled.ts';

export interface PracticeLink {
  readonly clock: VirtualClock;
  readonly peripheral: PracticePeripheral;
  readonly bluetooth: SimulatedBluetooth;
  readonly radio: Radio;
  readonly device: BluetoothDevice;
  readonly link: Link;
  /** The link's states with their times in ms, oldest first, such as "connecting 0". */
  readonly states: string[];
}

export interface PracticeOptions {
  readonly profile?: readonly ServiceProfile[];
  readonly link?: Partial<LinkParameters>;
  readonly platform?: Partial<Platform>;
  readonly deadline?: Milliseconds;
}

/** The first of the practice peripheral's services. By default, the link uses only this one. */
export const usedProfile: readonly ServiceProfile[] = practiceProfile.slice(0, 1);

export async function practiceLink(options: PracticeOptions = {}): Promise<PracticeLink> {
  const clock = new VirtualClock();
  const peripheral = new PracticePeripheral();
  const bluetooth = new SimulatedBluetooth({
    clock,
    peripherals: [peripheral],
    choose: async ([first]) => first ?? null,
    random: seededRandom(11),
    ...(options.link ? { link: options.link } : {}),
    ...(options.platform ? { platform: options.platform } : {}),
  });
  const device = await bluetooth.requestDevice({
    filters: [{ services: [practice.service] }],
    optionalServices: [practice.heartRate],
  });
  const link = openLink(device, {
    clock,
    profile: options.profile ?? usedProfile,
    listen: [practice.ask, practice.count],
    ...(options.deadline ? { deadline: options.deadline } : {}),
  });
  const states: string[] = [];
  link.state.subscribe((state: LinkState) => states.push(`${state} ${Math.round(clock.now())}`));
  return { clock, peripheral, bluetooth, radio: bluetooth.radio('Practice'), device, link, states };
}

export async function connectedLink(options: PracticeOptions = {}): Promise<PracticeLink> {
  const connected = await practiceLink(options);
  await settled(connected.clock, connected.link.connect());
  return connected;
}

export const lostOnce = ['disconnected', 'connecting', 'connected', 'reconnecting', 'connected'];

export const bytes = (...values: number[]): Uint8Array<ArrayBuffer> => Uint8Array.from(values);

export const kindOf = (reply: Reply<unknown>): string => (reply.ok ? 'ok' : reply.failure.kind);

export const stateNames = (states: readonly string[]): string[] =>
  states.map((state) => state.split(' ')[0] ?? '');
