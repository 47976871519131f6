/** Answers the browser's device chooser through DevTools, because no page can reach it. */

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
  /** Name of the device to pick; null picks the first, 'cancel' closes the chooser. */
  pick: string | null = null;
  /** Names of the devices in the last chooser that was answered. */
  offered: readonly string[] = [];
  readonly #answered = new Set<string>();
  readonly #send: SendToPage;

  constructor(send: SendToPage) {
    this.#send = send;
  }

  /**
   * The browser prompts again, with the same id, for each change of its list of devices, the empty list included. A second answer to
   * one id crashes the browser.
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
    // The command fails only if the page is gone, and then the test fails for its own reason.
    this.#send(command, { id, deviceId }).catch(() => undefined);
  }
}
