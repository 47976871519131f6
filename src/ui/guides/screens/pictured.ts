/** The phase that stands for a guide in a small picture: its first work. */

import type { Guide, Phase } from '../../../guide/guide.ts';

export const pictured = ({ phases }: Guide): Phase | null =>
  phases.find(({ kind }) => kind === 'work') ?? null;
