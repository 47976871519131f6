/** Gets boots for the session: real ones from the browser's chooser, or simulated ones. */

import type { Observable } from 'rxjs';
import type { BootsKind } from '../../../firmware-protocol/feature.ts';
import type { Side } from '../../../firmware-protocol/zones.ts';
import type { Clock } from '../../clock/clock.ts';
import { type AskBluetooth, type BrowserBluetooth, browserBluetooth } from '../../gatt/browser-bluetooth.ts';
import { requestBoots } from '../../gatt/choose-device.ts';
import type { Choice } from '../../session/session-options.ts';
import type { SimulatedShape, SwitchedOn, simulatedBoots } from './simulated-bluetooth.ts';

/** Real boots without the browser's chooser, by `BluetoothDevice.id`; `BootsChooser.knows` must have found them. */
export interface KnownSource {
  readonly known: readonly string[];
}

/** `paired`: the user picks real boots in the browser's chooser. `same`: the boots that were chosen last, without the chooser. */
export type Source = 'simulated' | 'paired' | 'same' | KnownSource;

const kindsOf = ({ boots = 'hub' }: SimulatedShape): readonly BootsKind[] =>
  boots === 'pair' ? ['left', 'right'] : [boots];

export interface BootsChooser {
  /**
   * Call inside a click: browsers open their chooser only then. @param missing adds only this boot of a pair; the other is chosen already
   */
  choose(source: Source, missing?: Side): Promise<Choice>;
  /** Whether Bluetooth is available; for simulated boots, their simulated Bluetooth. */
  readonly bluetooth: Observable<BrowserBluetooth>;
  readonly devices: readonly BluetoothDevice[];
  chosen(): readonly string[];
  /**
   * Whether the browser remembers all of these devices. If so, `choose` returns them from then on as a `KnownSource`.
   * @param ids `BluetoothDevice.id`
   */
  knows(ids: readonly string[]): Promise<boolean>;
  /** The simulated boots that were chosen last; none if real boots were asked for since. */
  readonly simulated: readonly SwitchedOn[];
  /** `pressButton`: of a pair of simulated boots, only on the boot chosen first. `pressEveryButton`: on both. */
  readonly buttons: { readonly pressButton: () => void; readonly pressEveryButton: () => void };
}

/**
 * Simulated boots of the same shape are the same boots each time, for as long as the page lives. `choose` returns both boots of a simulated
 * pair; a real pair takes two calls, because the second chooser needs a click of its own.
 * @param shapeNow returns which boots to simulate; called at each choice of simulated boots
 */
export function bootsChooser(clock: Clock, shapeNow: () => SimulatedShape): BootsChooser {
  let simulated: Promise<ReturnType<typeof simulatedBoots>> | null = null;
  const simulatedOnes = (): NonNullable<typeof simulated> => {
    simulated ??= import('./simulated-bluetooth.ts').then((room) => room.simulatedBoots(clock));
    return simulated;
  };
  let on: readonly SwitchedOn[] = [];
  let chosenDevices: readonly BluetoothDevice[] = [];
  const remembered = new Map<string, BluetoothDevice>();
  /**
   * The user must choose a missing boot of a pair, and known devices that the browser has forgotten: the other sources give only devices
   * that the browser or the page has already.
   */
  const given = async (source: Source, missing?: Side): Promise<Choice> => {
    const areSimulated = source === 'simulated' || (source === 'same' && on.length > 0);
    if (missing || source === 'simulated' || source === 'paired')
      return ask(areSimulated ? 'simulated' : 'paired', missing);
    if (typeof source === 'object' && !(await knows(source.known))) return ask('paired');
    const devices =
      source === 'same' ? chosenDevices : source.known.flatMap((id) => remembered.get(id) ?? []);
    return { ok: true, devices, simulated: areSimulated };
  };
  const choose: BootsChooser['choose'] = async (source, missing) => {
    if (typeof source === 'object') on = [];
    const choice = await given(source, missing);
    if (choice.ok) chosenDevices = missing ? [...chosenDevices, ...choice.devices] : choice.devices;
    return choice;
  };
  const ask = async (source: 'simulated' | 'paired', missing?: Side): Promise<Choice> => {
    if (source === 'paired' && !('bluetooth' in navigator)) {
      // Browsers that have Web Bluetooth hide it from a page that was not loaded securely.
      const reason = globalThis.isSecureContext === false ? 'notSecure' : 'noWebBluetooth';
      return { ok: false, reason, detail: 'no Web Bluetooth' };
    }
    const isSimulated = source === 'simulated';
    const bluetooths: Bluetooth[] = [];
    if (isSimulated) {
      const shape = shapeNow();
      const switchOn = await simulatedOnes();
      const kinds = missing ? [missing] : kindsOf(shape);
      const found = kinds.map((kind) => switchOn(kind, shape));
      on = missing ? [...on, ...found] : found;
      bluetooths.push(...found.map(({ bluetooth }) => bluetooth));
    } else {
      on = [];
      bluetooths.push(navigator.bluetooth);
    }
    const devices: BluetoothDevice[] = [];
    for (const bluetooth of bluetooths) {
      const chosen = await requestBoots(bluetooth);
      if (!chosen.ok) {
        return chosen;
      }
      devices.push(chosen.device);
    }
    return { ok: true, devices, simulated: isSimulated };
  };
  const knows: BootsChooser['knows'] = async (ids) => {
    if (!('bluetooth' in navigator) || !('getDevices' in navigator.bluetooth)) return false;
    const devices = await navigator.bluetooth.getDevices().catch(() => []);
    for (const device of devices) remembered.set(device.id, device);
    return ids.length > 0 && ids.every((id) => devices.some((device) => device.id === id));
  };
  const askBluetooth: AskBluetooth = async () => {
    if (on.length > 0) return Promise.all(on.map(({ bluetooth }) => bluetooth.getAvailability()));
    return 'bluetooth' in navigator ? navigator.bluetooth.getAvailability() : null;
  };
  return {
    choose,
    bluetooth: browserBluetooth(askBluetooth, clock),
    get devices() {
      return chosenDevices;
    },
    chosen: () => chosenDevices.map(({ id }) => id),
    knows,
    get simulated() {
      return on;
    },
    buttons: {
      pressButton: () => on[0]?.pressButton(),
      pressEveryButton: () => {
        for (const each of on) each.pressButton();
      },
    },
  };
}
