/** Computes program previews, one each time the browser is idle, so that many previews do not freeze a slow device. */

import type { BootsShape } from '../../program/boots-shape.ts';
import type { Settings } from '../../program/program.ts';
import type { SessionView } from '../../session/view.ts';
import type { Preview } from '../../timeline/preview/preview.ts';
import type { PreviewSource } from '../../ui/preview/preview-source.ts';

interface Wanted {
  readonly settings: Settings;
  readonly shape: BootsShape;
  readonly fills: SessionView['fills'];
}

interface Drawn extends Wanted {
  readonly preview: Preview;
}

export type Draw = (settings: Settings, shape: BootsShape, fills: SessionView['fills']) => Preview;

const same = (one: Wanted, other: Wanted): boolean =>
  one.settings === other.settings && one.shape === other.shape && one.fills === other.fills;

export class PreviewQueue implements PreviewSource {
  readonly #whenIdle: (work: () => void) => void;
  readonly #load: () => Promise<Draw>;
  readonly #watchers = new Set<() => void>();
  /** The last preview of each settings object. A preview is garbage-collected together with its settings. */
  readonly #drawn = new WeakMap<Settings, Drawn>();
  #waiting: readonly Wanted[] = [];
  #draw: Draw | null = null;
  #awaited = false;

  constructor(whenIdle: (work: () => void) => void, load: () => Promise<Draw>) {
    this.#whenIdle = whenIdle;
    this.#load = load;
  }

  of(settings: Settings, shape: BootsShape, fills: SessionView['fills']): Preview | null {
    const wanted = { settings, shape, fills };
    const drawn = this.#drawn.get(settings);
    if (drawn && same(drawn, wanted)) return drawn.preview;
    if (!this.#waiting.some((waiting) => same(waiting, wanted))) {
      this.#waiting = [...this.#waiting.filter((waiting) => waiting.settings !== settings), wanted];
      this.#await();
    }
    return null;
  }

  watch(changed: () => void): () => void {
    this.#watchers.add(changed);
    return () => {
      this.#watchers.delete(changed);
    };
  }

  #await(): void {
    if (this.#awaited || this.#waiting.length === 0) return;
    this.#awaited = true;
    this.#whenIdle(() => {
      if (this.#draw) {
        this.#next(this.#draw);
        return;
      }
      this.#load().then(
        (draw) => {
          this.#draw = draw;
          this.#next(draw);
        },
        // The code failed to load. The next request tries again.
        () => {
          this.#awaited = false;
          this.#waiting = [];
        },
      );
    });
  }

  #next(draw: Draw): void {
    const [wanted, ...rest] = this.#waiting;
    this.#waiting = rest;
    this.#awaited = false;
    this.#await();
    if (!wanted) return;
    this.#drawn.set(wanted.settings, {
      ...wanted,
      preview: draw(wanted.settings, wanted.shape, wanted.fills),
    });
    for (const changed of this.#watchers) changed();
  }
}
