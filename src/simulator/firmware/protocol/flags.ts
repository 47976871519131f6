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
    return Object.fromEntries(
      statusFlags.map((flag, bit) => [flag, (this.#bits & (1 << bit)) !== 0]),
    ) as Record<StatusFlag, boolean>;
  }
}
