/** Gets previews for an element: requests them while the element renders, and re-renders the element when one is ready. */

import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { rules } from '../../../firmware-protocol/limits.ts';
import type { Mmhg } from '../../../firmware-protocol/quantities.ts';
import type { BodyPart } from '../../../firmware-protocol/zones.ts';
import type { BootsShape } from '../../program/boots-shape.ts';
import { type Program, type Settings, startingSettings } from '../../program/program.ts';
import { validate } from '../../program/settings.ts';
import type { SessionView } from '../../session/view.ts';
import type { Preview } from '../../timeline/preview/preview.ts';
import type { PreviewSource } from './preview-source.ts';

interface Meant {
  readonly parts: readonly BodyPart[];
  readonly highest: Mmhg | null;
  readonly settings: Settings;
}

const meant = new WeakMap<Program, Meant>();
const confirmed = new WeakMap<Settings, Settings>();
const judged = new WeakMap<Settings, { readonly shape: BootsShape; readonly possible: boolean }>();

/**
 * Previews an intensity above 80 mmHg as if it were confirmed, so that users see what they are about to confirm. The same settings give the
 * same object, because previews are cached by object.
 */
export function previewSettings(settings: Settings): Settings {
  if (settings.confirmed || settings.intensity <= rules.confirmAbove) return settings;
  const known = confirmed.get(settings) ?? { ...settings, confirmed: true };
  confirmed.set(settings, known);
  return known;
}

const noParts: readonly BodyPart[] = [];

/**
 * The settings to preview for a program as written. Returns the same object if nothing has changed since the last call for this program.
 * @param parts the zones of the boots
 * @param highest the user's own limit, to which a higher intensity is lowered; null = none
 */
export function settingsOfCard(program: Program, parts = noParts, highest: Mmhg | null = null): Settings {
  const known = meant.get(program);
  if (known?.parts.join() === parts.join() && known.highest === highest) return known.settings;
  const starting = startingSettings(program, parts);
  const settings = previewSettings(
    highest !== null && starting.intensity > highest ? { ...starting, intensity: highest } : starting,
  );
  meant.set(program, { parts, highest, settings });
  return settings;
}

/** Cached by settings, because each render of the list asks for all programs. */
export function isPossible(settings: Settings, shape: BootsShape): boolean {
  const known = judged.get(settings);
  if (known?.shape === shape) return known.possible;
  const possible = validate(settings, shape).length === 0;
  judged.set(settings, { shape, possible });
  return possible;
}

export class PreviewController implements ReactiveController {
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

  /** Null until the preview is ready, without a source or boots, and for settings that these boots cannot play. */
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
