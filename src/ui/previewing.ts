/** Drawings for an element: asked for while it renders, and it renders again when one has come. */

import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { BootsShape } from '../program/boots-shape.ts';
import { asMeant, type Program, type Settings } from '../program/program.ts';
import { validate } from '../program/settings.ts';
import type { SessionView } from '../session/view.ts';
import type { Preview } from '../timeline/preview.ts';
import type { PreviewSource } from './preview-source.ts';

const meant = new WeakMap<Program, Settings>();

/** A program as it is meant, confirmed if it needs that; the same value each time, so that its drawing is known again. */
export function settingsOfCard(program: Program): Settings {
  const known = meant.get(program);
  if (known) return known;
  const settings: Settings = { ...asMeant(program), confirmed: true };
  meant.set(program, settings);
  return settings;
}

export class Previewing implements ReactiveController {
  private source: PreviewSource | null = null;
  private unwatch: (() => void) | null = null;
  private connected = false;

  constructor(private readonly host: ReactiveControllerHost) {
    host.addController(this);
  }

  hostConnected(): void {
    this.connected = true;
    this.watch();
  }

  hostDisconnected(): void {
    this.connected = false;
    this.unwatch?.();
    this.unwatch = null;
  }

  /** Null until it is worked out, and for what these boots cannot do at all. */
  of(
    source: PreviewSource | null,
    settings: Settings,
    shape: BootsShape | undefined,
    fills: SessionView['fills'],
  ): Preview | null {
    if (source !== this.source) {
      this.source = source;
      this.watch();
    }
    if (!source || !shape || validate(settings, shape).length > 0) return null;
    return source.of(settings, shape, fills);
  }

  private watch(): void {
    this.unwatch?.();
    this.unwatch = this.connected ? (this.source?.watch(() => this.host.requestUpdate()) ?? null) : null;
  }
}
