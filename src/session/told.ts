/** What is said of a wish that was brought inside what is possible. */

import type { Problem } from '../program/problem.ts';
import { noticed, without } from './notices.ts';
import type { SessionState } from './state.ts';
import type { Notice } from './view.ts';

/** What a wish may take the place of: all else that is said is more urgent. */
const aside: readonly Notice['kind'][] = ['clamped', 'programRefused', 'chooserCancelled', 'notAPair'];

/** Says what stands against a wish, or nothing any more of the wish before. */
export function told(state: SessionState, problem: Problem | null): SessionState {
  const before = without(state, 'clamped', 'programRefused');
  const isAside = state.notice === null || aside.includes(state.notice.kind);
  return problem && isAside ? noticed(before, { kind: 'clamped', problem }) : before;
}
