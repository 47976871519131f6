/** Answers the browser's device chooser through DevTools; a page cannot reach the chooser. */

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
  /** Names of the devices in the chooser that was answered last. */
  offered: readonly string[] = [];
  readonly #answered = new Set<string>();
  readonly #send: SendToPage;

  constructor(send: SendToPage) {
    this.#send = send;
  }

  /**
   * The browser prompts again, with the same id, whenever its list of devices changes, even for an empty list.
   * A second answer to an id crashes the browser.
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
    // The command is likely to fail because the page is gone. The test then fails for a reason of its own.
    this.#send(command, { id, deviceId }).catch(() => undefined);
  }
}
