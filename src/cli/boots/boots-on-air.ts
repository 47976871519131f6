/**
 * Puts simulated boots on the air, each on a Bluetooth adapter of its own. If one of them fails, takes the others off the air and returns
 * the reason.
 */

import { inSeconds } from '../../../firmware-protocol/quantities.ts';
import type { Clock } from '../../clock/clock.ts';
import type { Adapter } from '../../radio/adapter.ts';
import type { Missing } from '../../radio/missing.ts';
import { type OnAir, putOnAir } from '../../radio/on-air.ts';
import type { SimulatedBuild } from '../../simulator/boots-builds.ts';
import { underLinkFaults } from '../../simulator/faults/under-link-faults.ts';
import type { BootOnLeg, BootsOnLegs } from '../boots-on-legs.ts';
import { type BootShown, legsOf, statusOf } from './boots-shown.ts';
import { RequestLog } from './request-log.ts';

/** The advertised names, short enough for an advertisement, say that the boots are simulated. */
const NAMES: Readonly<Record<Exclude<SimulatedBuild['boots'], 'pair'>, string>> = {
  hub: 'Heartward boots (sim)',
  left: 'Heartward left boot (sim)',
  right: 'Heartward right boot (sim)',
};

/** By default, takes the last adapters, because a browser on this computer uses the first. */
export function adaptersFor(
  boots: number,
  found: readonly Adapter[],
  wanted: readonly string[] | undefined,
): readonly Adapter[] | Missing {
  const names = found.map(({ name }) => name);
  if (found.length === 0) return { kind: 'adapter', wanted: null, found: names };
  const absent = wanted?.find((name) => !names.includes(name));
  if (absent !== undefined) return { kind: 'adapter', wanted: absent, found: names };
  const chosen = wanted
    ? [...new Set(wanted)].flatMap((name) => found.find((adapter) => adapter.name === name) ?? [])
    : found.slice(-boots);
  return chosen.length < boots ? { kind: 'adapters', needed: boots, found: names } : chosen.slice(0, boots);
}

export interface BootOnAir {
  readonly worn: BootOnLeg;
  readonly air: OnAir;
  readonly requests: RequestLog;
}

const isMissing = (tried: OnAir | Missing): tried is Missing => 'kind' in tried;

export async function allOnAir(
  worn: BootsOnLegs,
  adapters: readonly Adapter[],
  { bus, clock }: { readonly bus: string; readonly clock: Clock },
): Promise<readonly BootOnAir[] | Missing> {
  const up: BootOnAir[] = [];
  for (const [index, boot] of worn.all.entries()) {
    const adapter = adapters[index];
    if (!adapter) break;
    const { peripheral } = boot.boots;
    const [only, other] = boot.sides;
    const name = NAMES[other || !only ? 'hub' : only];
    const { faults } = worn.bluetooth.radio(peripheral.name);
    const faulty = underLinkFaults(peripheral, faults, clock);
    const requests = new RequestLog(faulty, name, () => inSeconds(peripheral.clock));
    const air = await putOnAir(requests.peripheral, { bus, adapter, clock });
    if (isMissing(air)) {
      for (const { air: already } of up) await already.end();
      return air;
    }
    up.push({ worn: boot, air, requests });
  }
  return up;
}

export const bootShown = ({ worn, air, requests }: BootOnAir): BootShown => ({
  name: requests.peripheral.name,
  adapter: air.adapter.name,
  air: air.state,
  links: air.links,
  status: statusOf(worn),
  blinking: worn.boots.peripheral.blinking,
  legs: legsOf(worn),
  requests: requests.last,
});
