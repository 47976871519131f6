/** A second central, which reads the boots' status over its own link, and can take control. */

import { encodeCommand, type Request } from '../../../firmware-protocol/command.ts';
import { uuids } from '../../../firmware-protocol/profile.ts';
import { decodeResponse } from '../../../firmware-protocol/response.ts';
import { decodeStatus, type Status } from '../../../firmware-protocol/status.ts';
import type { Peripheral, PeripheralLink } from '../../../src/simulator/peripheral.ts';

export class OtherController {
  #link: PeripheralLink | null = null;
  #token = 0;
  #counter = 0;
  #letGo = true;

  constructor(readonly boots: Peripheral) {}

  get holds(): boolean {
    return !this.#letGo;
  }

  /** Reads the boots' status over this central's own link: faults of the page's link do not affect it. */
  status(): Status {
    const read = decodeStatus(this.#open().read(uuids.status));
    if (!read.ok) throw new Error(`the boots' status: ${read.refusal.message}`);
    return read.value;
  }

  takeControl(): void {
    this.send({ op: 'requestControl', major: 1, minor: 0, previousToken: this.#token });
  }

  letGo(): void {
    this.#letGo = true;
  }

  send(request: Request): void {
    this.#counter = (this.#counter % 255) + 1;
    const tokenless = request.op === 'stop' || request.op === 'requestControl';
    const command = { ...request, counter: this.#counter, token: tokenless ? 0 : this.#token };
    this.#open().write(uuids.controlPoint, encodeCommand(command), true);
  }

  /** Sends a keep-alive if this central was given control and has not let go, even if another has taken control since. */
  keepAlive(): void {
    if (!this.#letGo) this.send({ op: 'keepAlive' });
  }

  #open(): PeripheralLink {
    if (this.#link) return this.#link;
    const link = this.boots.open({
      payload: 244,
      notify: (characteristic, value) => {
        if (characteristic === uuids.controlPoint) this.#hear(value);
      },
      drop: () => {
        this.#link = null;
      },
    });
    if (!link) throw new Error('the boots take no further link');
    link.subscribe(uuids.controlPoint, true);
    this.#link = link;
    return link;
  }

  #hear(value: Uint8Array): void {
    const answer = decodeResponse(value);
    if (!answer.ok || answer.value.op !== 'requestControl' || answer.value.result !== 'success') return;
    this.#token = answer.value.token;
    this.#letGo = false;
  }
}
