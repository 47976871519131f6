/** Answers the browser's device chooser through DevTools, because scripts in a page cannot reach the chooser. */

export interface PromptedDevice {
  readonly id: string;
  readonly name: string;
}
export interface Prompt {
  readonly id: string;
  readonly devices: readonly PromptedDevice[];
}

type Command = 'DeviceAccess.selectPrompt' | 'DeviceAccess.cancelPrompt';
export type SendToPage = (command: Command, params: { id: string; deviceId: string }) => Promise<unknown>;

export class Chooser {
  /** Name of the device to pick. Null picks the first device; 'cancel' closes the chooser. */
  pick: string | null = null;
  offered: readonly string[] = [];
  readonly #answered = new Set<string>();
  readonly #send: SendToPage;

  constructor(send: SendToPage) {
    this.#send = send;
  }

  /**
   * Answers a prompt once, as soon as it lists the wanted device. The browser prompts again with the same id
   * whenever its list of devices changes. A second answer to the same id crashes the browser.
   */
  prompted({ id, devices }: Prompt): void {
    if (this.#answered.has(id)) return;
    const [first] = devices;
    if (!first) return;
    if (this.pick === 'cancel') {
      this.#answer(id, devices, 'DeviceAccess.cancelPrompt', '');
      return;
    }
    const wanted = this.pick === null ? first : devices.find(({ name }) => name === this.pick);
    if (wanted) this.#answer(id, devices, 'DeviceAccess.selectPrompt', wanted.id);
  }

  #answer(id: string, devices: readonly PromptedDevice[], command: Command, deviceId: string): void {
    this.#answered.add(id);
    this.offered = devices.map(({ name }) => name);
    // If this fails, the page has probably gone, and the test fails at its next step.
    this.#send(command, { id, deviceId }).catch(() => undefined);
  }
}
