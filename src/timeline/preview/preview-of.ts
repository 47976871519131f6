/** Works out what a program will do: from the same composed cycles and the same predicted air as the session itself. */

import { defaultFillModel, type FillModel } from '../../air/fill-model.ts';
import type { BootsShape } from '../../program/boots-shape.ts';
import type { Settings } from '../../program/program.ts';
import { Remembered } from '../remembered.ts';
import type { Preview } from './preview.ts';
import { wholeSession } from './preview-session.ts';
import { drawnTurns } from './preview-turns.ts';

const asBuilt = new Remembered<FillModel>();
const made = new Remembered<Preview>();

/**
 * For settings that these boots can play (program/settings.ts validates them). The same object again for the same three.
 * @param fills what was learned of the boots; null or left out = what is expected of any
 */
export function previewOf(settings: Settings, boots: BootsShape, fills: FillModel | null = null): Preview {
  const model = fills ?? asBuilt.of([boots], '', () => defaultFillModel(boots));
  return made.of([settings, boots, model], '', () => ({
    ...drawnTurns(settings, boots, model),
    ...wholeSession(settings, boots, model),
  }));
}
