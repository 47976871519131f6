/** The real boots that were used last, so that home can offer them again, without the chooser where the browser remembers their devices. */

import { BehaviorSubject } from 'rxjs';
import * as v from 'valibot';
import type { SessionView } from '../../session/view.ts';
import type { Value } from '../../store/table.ts';
import type { BootsAgain } from '../../ui/places/at-home.ts';
import type { BootsChooser } from '../session/choose-boots.ts';

interface Known {
  /** `BluetoothDevice.id` of each device, in the order in which they were chosen. */
  readonly devices: readonly string[];
  readonly name: string;
  /** %; null = not known. */
  readonly battery: number | null;
  /** When they were connected last, ms since 1970. */
  readonly at: number;
}

/** A pair has two. */
const MOST_DEVICES = 2;
const MOST_NAME = 80;

export const knownBootsValue = {
  table: 'settings',
  key: 'knownBoots',
  version: 1,
  schema: v.object({
    devices: v.pipe(v.array(v.string()), v.minLength(1), v.maxLength(MOST_DEVICES)),
    name: v.pipe(v.string(), v.maxLength(MOST_NAME)),
    battery: v.nullable(v.pipe(v.number(), v.minValue(0), v.maxValue(100))),
    at: v.number(),
  }),
} as const;

export class KnownBoots {
  /** Null where none are known. */
  readonly now = new BehaviorSubject<BootsAgain | null>(null);
  readonly #load: () => Promise<Value<Known>>;
  readonly #boots: Pick<BootsChooser, 'knows' | 'chosen'>;
  readonly #today: () => number;
  #last = '';

  /** @param load opens what is kept; where it cannot be opened, none are offered */
  constructor(
    load: () => Promise<Value<Known>>,
    boots: Pick<BootsChooser, 'knows' | 'chosen'>,
    today: () => number,
  ) {
    this.#load = load;
    this.#boots = boots;
    this.#today = today;
    load()
      .then((value) => value.get())
      .then(
        (found) => (found.kind === 'found' && this.#last === '' ? this.#show(found.row) : undefined),
        () => undefined,
      );
  }

  /** Call with each view: notes the boots when they are connected, and when their battery is another. */
  seen({ boots, link }: Pick<SessionView, 'boots' | 'link'>): void {
    if (boots === null || boots.simulated || link !== 'connected') return;
    const devices = this.#boots.chosen();
    const { name, battery } = boots;
    const now = JSON.stringify([devices, name, battery]);
    if (devices.length === 0 || now === this.#last) return;
    this.#last = now;
    const known: Known = { devices, name: name.slice(0, MOST_NAME), battery, at: this.#today() };
    this.#load().then(
      (value) => void value.put(known),
      () => undefined,
    );
    void this.#show(known);
  }

  async #show({ devices, name, battery, at }: Known): Promise<void> {
    const chooser = !(await this.#boots.knows(devices));
    this.now.next({ name, battery, at: new Date(at), chooser });
  }
}
