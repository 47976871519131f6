/** The notice shown when a requested value was clamped. */

import type { Problem } from '../program/problem.ts';
import type { SessionState } from './state.ts';
import { noticed } from './step.ts';
import type { Notice } from './view.ts';

/** Notices a clamped value may replace: every other one is more urgent. */
const lesser: readonly Notice['kind'][] = ['clamped', 'programRefused', 'chooserCancelled', 'notAPair'];

/** Says why a value was clamped, or takes back what was said of the value before. */
export function clamped<State extends SessionState>(state: State, problem: Problem | null): State {
  const { notice } = state;
  if (notice && !lesser.includes(notice.kind)) return state;
  if (problem) return noticed(state, { kind: 'clamped', problem });
  return notice?.kind === 'clamped' || notice?.kind === 'programRefused' ? noticed(state, null) : state;
}
