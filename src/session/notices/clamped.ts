/** The notice that a setting is not what the person asked for. */

import type { SessionState } from '../state.ts';
import type { Notice, SettingNotice } from './notice.ts';
import { addNotice, dropNotices } from './notices.ts';

/** The notices that may give way to one about a setting. Every other notice is more urgent. */
const lesser: readonly Notice['kind'][] = ['clamped', 'programRefused', 'chooserCancelled', 'notAPair'];

/**
 * Drops notices about an earlier setting or a refused program; adds one about `problem` unless a more urgent notice is shown, or
 * `problem` is null.
 */
export function noticeClamped<State extends SessionState>(
  state: State,
  problem: SettingNotice | null,
): State {
  const before = dropNotices(state, 'clamped', 'programRefused');
  const isLesser = state.notice === null || lesser.includes(state.notice.kind);
  return problem && isLesser ? addNotice(before, { kind: 'clamped', problem }) : before;
}
