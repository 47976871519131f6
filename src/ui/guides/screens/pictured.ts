/** The phase that a guide's small picture shows: its first phase of work. */

import type { Guide, Phase } from '../../../guide/guide.ts';

export const pictured = ({ phases }: Guide): Phase | null =>
  phases.find(({ kind }) => kind === 'work') ?? null;
