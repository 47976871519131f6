/**
 * Every fault of the protocol, reported as a fault and as a warning: the page names it while the boots report it, and not when they
 * report another one. A fault without words does not compile, and a new fault is tested here by itself.
 */

import { describe, expect, it } from 'vitest';
import { type Fault, faultCodes } from '../../../../firmware-protocol/fault-codes.ts';
import type { Notice } from '../../../../src/session/view.ts';
import { words } from '../../../../src/words/in-use.ts';
import { statusOf } from '../../status.ts';
import { type DrivenSession, running } from '../driven-session.ts';
import { run } from '../moments.ts';

const faults = (Object.keys(faultCodes) as readonly Fault[]).filter((fault) => fault !== 'none');
const ways = ['fault', 'warning'] as const;
type Way = (typeof ways)[number];

const reported = (fault: Fault, way: Way): DrivenSession =>
  run().hear(
    way === 'fault'
      ? statusOf({ operation: 'faulted', endReason: 'fault', fault, faultZone: 1 })
      : running({ warning: fault, warningZone: 1 }),
  );
const shown = ({ view }: DrivenSession): readonly Notice[] =>
  [view.notice, view.latched].filter((notice) => notice !== null);
const said = (session: DrivenSession): string =>
  shown(session)
    .flatMap((notice) => {
      const { title, advice } = words.notice(notice, session.view.boots);
      return [title, ...advice];
    })
    .join('\n');

describe.each(faults)('the fault %s', (fault) => {
  const { what } = words.faults[fault];
  const others = faults.filter((other) => other !== fault);

  it.each(ways)('is named with its place when boots report it, as a %s', (way) => {
    const session = reported(fault, way);
    expect(shown(session).map(({ kind }) => kind)).toContain(way);
    expect(said(session)).toContain('calf');
    expect(said(session)).toContain(what);
  });
  it.each(ways)('is not named when boots report another one, or none any more, as a %s', (way) => {
    for (const other of others) expect(said(reported(other, way)), other).not.toContain(what);
    const gone = way === 'fault' ? statusOf({ endReason: 'fault' }) : running();
    expect(said(reported(fault, way).hear(gone))).not.toContain(what);
  });
});
