/** The notice shown when a requested value was clamped. */

import type { Problem } from '../program/problem.ts';
import type { Notice } from './notice.ts';
import { noticed, without } from './notices.ts';
import type { SessionState } from './state.ts';

/** Notices a clamped value may replace: every other one is more urgent. */
const lesser: readonly Notice['kind'][] = ['clamped', 'programRefused', 'chooserCancelled', 'notAPair'];

/** Says why a value was clamped, or takes back what was said of the value before. */
export function clamped<State extends SessionState>(state: State, problem: Problem | null): State {
  const before = without(state, 'clamped', 'programRefused');
  const isLesser = state.notice === null || lesser.includes(state.notice.kind);
  return problem && isLesser ? noticed(before, { kind: 'clamped', problem }) : before;
}
