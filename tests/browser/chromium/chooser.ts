/** Answers the browser's device chooser as a person would: through DevTools, since no page can reach it. */

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
  /** Name of the device that the person picks; null takes the first, 'cancel' closes the chooser. */
  pick: string | null = null;
  /** Names of the devices of the last chooser answered. */
  offered: readonly string[] = [];
  readonly #answered = new Set<string>();
  readonly #send: SendToPage;

  constructor(send: SendToPage) {
    this.#send = send;
  }

  /**
   * The browser prompts anew, under the same id, for each change of its list of devices, the empty list included. A second
   * answer to one id ends the browser.
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
    // It fails only when the page went away under the chooser, and then the test has its own reason to fail.
    this.#send(command, { id, deviceId }).catch(() => undefined);
  }
}
