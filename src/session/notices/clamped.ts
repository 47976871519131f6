/** The notice that a requested value was clamped. */

import type { SessionState } from '../state.ts';
import type { Notice, SettingNotice } from './notice.ts';
import { addNotice, dropNotices } from './notices.ts';

/** The notices that a notice about a clamped value may replace. Every other notice is more urgent. */
const lesser: readonly Notice['kind'][] = ['clamped', 'programRefused', 'chooserCancelled', 'notAPair'];

/** Shows why a value was clamped; null removes the notice about an earlier value. */
export function noticeClamped<State extends SessionState>(
  state: State,
  problem: SettingNotice | null,
): State {
  const before = dropNotices(state, 'clamped', 'programRefused');
  const isLesser = state.notice === null || lesser.includes(state.notice.kind);
  return problem && isLesser ? addNotice(before, { kind: 'clamped', problem }) : before;
}
