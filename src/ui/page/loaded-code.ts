/** Loads code that an element can do without, such as the drawing of charts, once the element is connected. */

import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { type LoadFailure, loadFailure } from './load-failure.ts';

export class LoadedCode<Module> implements ReactiveController {
  /** Null until the code has loaded. */
  module: Module | null = null;
  /** Null = the code has not failed to load. */
  failure: LoadFailure | null = null;
  readonly #host: ReactiveControllerHost;
  readonly #load: () => Promise<Module>;

  /** @param load imports the code; called again whenever the element is connected while the code has not loaded */
  constructor(host: ReactiveControllerHost, load: () => Promise<Module>) {
    this.#host = host;
    this.#load = load;
    host.addController(this);
  }

  hostConnected(): void {
    if (this.module !== null) return;
    this.#load().then(
      (module) => {
        this.module = module;
        this.failure = null;
        this.#host.requestUpdate();
      },
      (error: unknown) => {
        this.failure = loadFailure(error);
        this.#host.requestUpdate();
      },
    );
  }
}
