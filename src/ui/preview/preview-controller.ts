/** Drawings for an element: asked for while it renders, and it renders again when one has come. */

import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { rules } from '../../../firmware-protocol/limits.ts';
import type { BodyPart } from '../../../firmware-protocol/zones.ts';
import type { BootsShape } from '../../program/boots-shape.ts';
import { asMeant, type Program, type Settings } from '../../program/program.ts';
import { validate } from '../../program/settings.ts';
import type { SessionView } from '../../session/view.ts';
import type { Preview } from '../../timeline/preview/preview.ts';
import type { PreviewSource } from './preview-source.ts';

const meant = new WeakMap<Program, { readonly parts: readonly BodyPart[]; readonly settings: Settings }>();
const confirmed = new WeakMap<Settings, Settings>();
const judged = new WeakMap<Settings, { readonly shape: BootsShape; readonly possible: boolean }>();

/**
 * What a person set, as it is drawn: as if more than 80 mmHg were confirmed where it is asked for, so that one sees what one
 * confirms. The same value each time, so that its drawing is known again.
 */
export function drawnAs(settings: Settings): Settings {
  if (settings.confirmed || settings.intensity <= rules.confirmAbove) return settings;
  const known = confirmed.get(settings) ?? { ...settings, confirmed: true };
  confirmed.set(settings, known);
  return known;
}

const nowhere: readonly BodyPart[] = [];

/** A program as it is meant on these boots; likewise. */
export function settingsOfCard(program: Program, parts = nowhere): Settings {
  const known = meant.get(program);
  if (known?.parts.join() === parts.join()) return known.settings;
  const settings = drawnAs(asMeant(program, parts));
  meant.set(program, { parts, settings });
  return settings;
}

/** Whether these boots can play it at all; asked at every drawing of the page, so it is worked out once. */
export function isPossible(settings: Settings, shape: BootsShape): boolean {
  const known = judged.get(settings);
  if (known?.shape === shape) return known.possible;
  const possible = validate(settings, shape).length === 0;
  judged.set(settings, { shape, possible });
  return possible;
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
    if (!source || !shape || !isPossible(settings, shape)) return null;
    return source.of(settings, shape, fills);
  }

  private watch(): void {
    this.unwatch?.();
    this.unwatch = this.connected ? (this.source?.watch(() => this.host.requestUpdate()) ?? null) : null;
  }
}
