/** Status flags. Events set them; a controller or a reboot clears them. */

import { type StatusFlag, statusFlags } from '../../../../firmware-protocol/status.ts';

export class Flags {
  #bits = 0;

  get bits(): number {
    return this.#bits;
  }

  set(flag: StatusFlag): void {
    this.#bits |= 1 << statusFlags.indexOf(flag);
  }

  /** @param mask each set bit clears the flag at the same position */
  clear(mask: number): void {
    this.#bits &= ~mask;
  }

  values(): Readonly<Record<StatusFlag, boolean>> {
    const values = {} as Record<StatusFlag, boolean>;
    for (let bit = 0; bit < statusFlags.length; bit++) {
      const flag = statusFlags[bit];
      if (flag) values[flag] = (this.#bits & (1 << bit)) !== 0;
    }
    return values;
  }
}
