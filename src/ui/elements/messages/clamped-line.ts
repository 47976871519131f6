/** A wish that was brought inside what is possible, and why. */

import { nothing } from 'lit';
import type { SessionView } from '../../../session/view.ts';
import { words } from '../../../words/in-use.ts';
import type { PageIntents } from '../../page-intents.ts';
import { calmLine } from './quiet-line.ts';

export function clampedLine({ notice }: SessionView, intents: PageIntents | null) {
  if (notice?.kind !== 'clamped') return nothing;
  const { reason, suggestion } = words.setting(notice.problem);
  return calmLine(reason, [suggestion], () => intents?.dismissNotice());
}
