/** What is said of a wish that was brought inside what is possible. */

import type { Problem } from '../program/problem.ts';
import type { SessionState } from './state.ts';
import { noticed } from './step.ts';
import type { Notice } from './view.ts';

/** What a wish may take the place of: all else that is said is more urgent. */
const aside: readonly Notice['kind'][] = ['clamped', 'programRefused', 'chooserCancelled', 'notAPair'];

/** Says what stands against a wish, or nothing any more of the wish before. */
export function told(state: SessionState, problem: Problem | null): SessionState {
  if (state.notice && !aside.includes(state.notice.kind)) return state;
  if (problem) return noticed(state, { kind: 'clamped', problem });
  return state.notice?.kind === 'clamped' || state.notice?.kind === 'programRefused'
    ? { ...state, notice: null }
    : state;
}
