/** Handles what the first low filling shows about the fit of the boots: says it, and pauses a session that would squeeze nothing. */

import { type FitFinding, isPointless } from '../../diagnosis/boots-fit.ts';
import { leakAndFitTest } from '../../program/presets/leak-and-fit-test.ts';
import { addNotice } from '../notices/notices.ts';
import type { WithBoots } from '../state.ts';
import { type Step, step } from '../step.ts';
import { pause } from './on-intent.ts';

export function onMisfit(state: WithBoots, found: readonly FitFinding[]): Step<WithBoots> {
  const before = state.notices.find((notice) => notice.kind === 'misfit');
  const all = before?.kind === 'misfit' ? [...before.findings, ...found] : found;
  // The first one gives the title, which names the cause of the pause.
  const findings = [...all.filter(isPointless), ...all.filter((finding) => !isPointless(finding))];
  const held = found.some(isPointless) && mayHold(state);
  const told = addNotice(state, { kind: 'misfit', findings, held });
  return held ? pause(told) : step(told);
}

/** The leak and fit test goes on, because it measures what is wrong. */
const mayHold = ({ therapy, stopping, link }: WithBoots): boolean =>
  therapy.kind === 'running' &&
  therapy.plan.settings.program.id !== leakAndFitTest.id &&
  stopping.kind === 'none' &&
  link.kind === 'connected';
