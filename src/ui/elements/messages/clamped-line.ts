/** The line that says why a requested setting was limited or refused, and what to do instead. */

import { nothing } from 'lit';
import type { SessionView } from '../../../session/view.ts';
import { words } from '../../../words/in-use.ts';
import { quietLine } from './quiet-line.ts';

export function clampedLine({ notice }: SessionView) {
  if (notice?.kind !== 'clamped') return nothing;
  const { reason, suggestion } = words.setting(notice.problem);
  return quietLine(reason, [suggestion], 'dismissNotice');
}
