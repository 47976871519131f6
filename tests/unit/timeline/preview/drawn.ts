/** Previews of programs, and the targets and pressures of a zone in a preview. */

import type { BootsShape } from '../../../../src/program/boots-shape.ts';
import { type Program, type Settings, startingSettings } from '../../../../src/program/program.ts';
import type { Preview, PreviewBand } from '../../../../src/timeline/preview/preview.ts';
import { previewOf } from '../../../../src/timeline/preview/preview-of.ts';
import { bootsOf } from '../../program/boots.ts';

/** The program's own settings, confirmed if it exceeds 80 mmHg. */
export const settingsOf = (program: Program): Settings => ({
  ...startingSettings(program),
  confirmed: program.peak > 80,
});

export const drawn = (program: Program, boots: BootsShape = bootsOf(5)): Preview =>
  previewOf(settingsOf(program), boots);

/** The target of a zone, mmHg. @param time s from the beginning of the cycle */
export const askedAt = ({ asked }: PreviewBand, time: number): number =>
  asked.findLast(({ at }) => at <= time)?.pressure ?? 0;

/** The pressure expected in a zone, mmHg. @param time s from the beginning of the cycle */
export function expectedAt({ expected }: PreviewBand, time: number): number {
  const after = expected.findIndex(({ at }) => at > time);
  const next = expected[after];
  const before = expected[after < 0 ? expected.length - 1 : after - 1];
  if (!before || !next) return before?.pressure ?? 0;
  return before.pressure + ((time - before.at) / (next.at - before.at)) * (next.pressure - before.pressure);
}

/** Zones of the left leg, foot first. */
export const leftOf = ({ bands }: Preview): readonly PreviewBand[] =>
  bands.filter(({ side }) => side === 'left');

/** When a zone's target first equals its peak, s from the beginning of the cycle. */
export const onset = (band: PreviewBand): number =>
  band.asked.find(({ pressure }) => pressure === band.peak)?.at ?? Number.NaN;
