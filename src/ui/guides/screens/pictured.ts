/** The phase that the picture of a guide shows before the guide begins: its first phase of work; null if it has none. */

import type { Guide, Phase } from '../../../guide/guide.ts';

export const pictured = ({ phases }: Guide): Phase | null =>
  phases.find(({ kind }) => kind === 'work') ?? null;
