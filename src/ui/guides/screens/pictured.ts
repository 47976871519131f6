/** The phase in the picture of a guide before the guide begins: the first phase of work; null if there is none. */

import type { Guide, Phase } from '../../../guide/guide.ts';

export const pictured = ({ phases }: Guide): Phase | null =>
  phases.find(({ kind }) => kind === 'work') ?? null;
