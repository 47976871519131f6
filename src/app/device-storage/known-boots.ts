/**
 * Stores which real boots were connected last, so that the page can offer them again. If the browser remembers the devices too, the
 * user need not pick them in the browser's chooser.
 */

import { BehaviorSubject } from 'rxjs';
import * as v from 'valibot';
import type { SessionView } from '../../session/view.ts';
import type { Value } from '../../store/table.ts';
import type { LastBoots } from '../../ui/places/at-home.ts';
import type { BootsChooser } from '../session/choose-boots.ts';

interface Known {
  /** `BluetoothDevice.id`, in the order in which the devices were chosen. */
  readonly devices: readonly string[];
  readonly name: string;
  /** Battery level, %; null = not known. */
  readonly battery: number | null;
  /** When this was stored, ms since 1970. */
  readonly at: number;
}

const MOST_DEVICES = 2;
const BETWEEN_NAMES = '\n';
/** Most characters of a stored text, which has both names of a pair; a longer text is cut. */
const MOST_CHARACTERS = 80;

export const knownBootsValue = {
  table: 'settings',
  key: 'knownBoots',
  version: 1,
  schema: v.object({
    devices: v.pipe(v.array(v.string()), v.minLength(1), v.maxLength(MOST_DEVICES)),
    name: v.pipe(v.string(), v.maxLength(MOST_CHARACTERS)),
    battery: v.nullable(v.pipe(v.number(), v.minValue(0), v.maxValue(100))),
    at: v.number(),
  }),
} as const;

export class KnownBoots {
  /** The boots that the page offers; null if none are known, or storage has not been read yet. */
  readonly now = new BehaviorSubject<LastBoots | null>(null);
  /** `BluetoothDevice.id` of the boots that the page offers. */
  devices: readonly string[] = [];
  readonly #load: () => Promise<Value<Known>>;
  readonly #boots: Pick<BootsChooser, 'knows' | 'chosen'>;
  readonly #today: () => number;
  readonly #read: Promise<void>;
  #last = '';

  /** @param load opens storage; if it fails, the page offers only boots that this page has connected @param today returns ms since 1970 */
  constructor(
    load: () => Promise<Value<Known>>,
    boots: Pick<BootsChooser, 'knows' | 'chosen'>,
    today: () => number,
  ) {
    this.#load = load;
    this.#boots = boots;
    this.#today = today;
    this.#read = load()
      .then((value) => value.get())
      .then(
        (found) => (found.kind === 'found' && this.#last === '' ? this.#show(found.row) : undefined),
        () => undefined,
      );
  }

  /** Resolves once storage has been read. @returns whether the browser remembers the boots, so that no chooser opens */
  async areRemembered(): Promise<boolean> {
    await this.#read;
    return this.now.value?.chooser === false;
  }

  /** Call with each view. Stores connected real boots, and stores them again when their devices, names or battery level have changed. */
  onView({ boots, link }: Pick<SessionView, 'boots' | 'link'>): void {
    if (boots === null || boots.simulated || link !== 'connected') return;
    const devices = this.#boots.chosen();
    const { names, battery } = boots;
    const now = JSON.stringify([devices, names, battery]);
    if (devices.length === 0 || now === this.#last) return;
    this.#last = now;
    const name = names.join(BETWEEN_NAMES).slice(0, MOST_CHARACTERS);
    const known: Known = { devices, name, battery, at: this.#today() };
    this.#load().then(
      (value) => void value.put(known),
      () => undefined,
    );
    void this.#show(known);
  }

  async #show({ devices, name, battery, at }: Known): Promise<void> {
    const chooser = !(await this.#boots.knows(devices));
    this.devices = devices;
    this.now.next({
      names: name === '' ? [] : name.split(BETWEEN_NAMES),
      battery,
      at: new Date(at),
      chooser,
    });
  }
}
