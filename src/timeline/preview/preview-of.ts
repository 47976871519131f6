/** Computes the preview of a program from the same cycles and the same predicted air that a session would use. */

import { defaultFillModel, type FillModel } from '../../air/fill-model.ts';
import type { BootsShape } from '../../program/boots-shape.ts';
import type { Settings } from '../../program/program.ts';
import { memoized } from '../memoized.ts';
import type { DrawnCycle, Preview } from './preview.ts';
import { wholeSession } from './preview-session.ts';
import { drawnTurns } from './preview-turns.ts';

const asBuilt = memoized(({ boots }: { readonly boots: BootsShape }): FillModel => defaultFillModel(boots));

interface Previewed {
  readonly settings: Settings;
  readonly boots: BootsShape;
  readonly fills: FillModel;
}

const preview = memoized(
  ({ settings, boots, fills }: Previewed): Preview => ({
    ...drawnTurns(settings, boots, fills),
    ...wholeSession(settings, boots, fills),
  }),
);

/**
 * The preview for settings that these boots can play (program/settings.ts validates them). The same arguments give the same object.
 * @param fills the air as estimated; by default the model with which every session begins
 */
export const previewOf = (settings: Settings, boots: BootsShape, fills: FillModel | null = null): Preview =>
  preview({ settings, boots, fills: fills ?? asBuilt({ boots }) });

/**
 * The drawing alone, on air not yet estimated. It is computed more quickly than the whole preview, so the editor can redraw it while a person
 * drags.
 */
export const drawingOf = (settings: Settings, boots: BootsShape): DrawnCycle =>
  drawnTurns(settings, boots, asBuilt({ boots }));
