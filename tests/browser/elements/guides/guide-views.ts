import { instant } from '../../../../firmware-protocol/quantities.ts';
import { begun, guideAfter } from '../../../../src/guide/engine.ts';
import type { GuideId, Phase } from '../../../../src/guide/guide.ts';
import { guides } from '../../../../src/guide/guides.ts';
import { type GuideView, viewOf } from '../../../../src/guide/view.ts';

/** The view of a guide at the beginning of the phase with this index. */
export function viewAt(id: GuideId, index: number): GuideView {
  let state = begun(guides[id], instant(0));
  for (let n = 0; n < index; n++) state = guideAfter(state, { kind: 'next', now: instant(0) });
  return viewOf(state);
}

export function phaseOf(guide: keyof typeof guides, isWanted: (phase: Phase) => boolean = () => true): Phase {
  const phase = guides[guide].phases.find((one) => one.kind === 'work' && isWanted(one));
  if (!phase) throw new Error(`${guide} has no such phase`);
  return phase;
}
