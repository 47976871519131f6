/** Computes the preview of a program from composed cycles and predicted air. */

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
 * The preview for valid settings that these boots can play. The same arguments give the same object.
 * @param fills the air as estimated; null = `defaultFillModel`
 */
export const previewOf = (settings: Settings, boots: BootsShape, fills: FillModel | null = null): Preview =>
  preview({ settings, boots, fills: fills ?? asBuilt({ boots }) });

/**
 * The drawing alone, on `defaultFillModel`. It is computed more quickly than the whole preview, so the editor can redraw it while a person
 * drags.
 */
export const drawingOf = (settings: Settings, boots: BootsShape): DrawnCycle =>
  drawnTurns(settings, boots, asBuilt({ boots }));
