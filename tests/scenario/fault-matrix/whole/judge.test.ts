/** What the page must say of a fault (judge.ts). */

import { describe, expect, it } from 'vitest';
import type { Notice, SessionView } from '../../../../src/session/view.ts';
import { judge } from './judge.ts';
import type { Moment } from './moments.ts';
import type { PageWatch } from './seen.ts';
import { type WholeFault, wholeFaults } from './whole-faults.ts';

const faultNamed = (name: string): WholeFault => {
  const fault = wholeFaults.find((one) => one.name === name);
  if (!fault) throw new Error(`no fault is called ${name}`);
  return fault;
};

interface Seen {
  readonly ended: SessionView['ended'];
  readonly notices?: readonly Notice[];
  readonly moment?: Moment;
  /** Whether the session went on until the person pressed Stop. */
  readonly goesOn?: boolean;
}

function judged(name: string, { ended, notices = [], moment = 'pulse', goesOn = false }: Seen) {
  const seen = {
    fault: faultNamed(name),
    untrue: new Set<string>(),
    notices: new Map(notices.map((notice) => [notice.kind, notice])),
    view: { ended, phase: 'stopped', boots: { parts: ['foot'] } },
    stage: { struck: { side: 'left', zone: 0 }, pair: false },
  } as unknown as PageWatch;
  return judge({ seen, moment, ended: !goesOn, safe: 1, byHand: false });
}

const place = { side: 'left', part: 'foot' } as const;
const leak = { ...place, fault: 'leak' } as const;
const warned = { kind: 'warning', ...leak } as unknown as Notice;
const told = { kind: 'fault', ...leak } as unknown as Notice;
const linkLost: Notice = { kind: 'linkLost', playingOn: true };

describe('a fault that may end the session or not', () => {
  it('must be told as a fault if it ended the session', () => {
    expect(judged('leak of 12 mmHg/s', { ended: 'fault', notices: [told] })).toEqual([]);
    for (const notices of [[], [warned]]) {
      expect(judged('leak of 12 mmHg/s', { ended: 'fault', notices })).toEqual([
        'the session ended by fault, and the page does not say so',
      ]);
    }
  });

  it('must be told, at least as a warning, if the session goes on', () => {
    const goesOn = { ended: 'stoppedByController', goesOn: true } as const;
    expect(judged('leak of 12 mmHg/s', { ...goesOn, notices: [warned] })).toEqual([]);
    expect(judged('leak of 12 mmHg/s', goesOn)).toEqual(['the session goes on, and the page says nothing']);
  });

  it('is not told by the loss of the link that belongs to the state', () => {
    const reconnecting: Seen = {
      ...{ ended: 'stoppedByController', goesOn: true },
      ...{ moment: 'reconnecting', notices: [linkLost] },
    };
    expect(judged('leak of 12 mmHg/s', reconnecting)).toEqual([
      'the session goes on, and the page says nothing',
    ]);
    expect(judged('link lost for 20 s', reconnecting)).toEqual([]);
  });

  it('may stay unsaid where no gauge shows it, or after the person pressed Stop', () => {
    expect(judged('hoses swapped', { ended: 'stoppedByController', goesOn: true })).toEqual([]);
    expect(judged('leak of 12 mmHg/s', { ended: 'stoppedByController', moment: 'stopping' })).toEqual([]);
  });
});

it('a restart of the boots, and a session that did not begin, must be explained', () => {
  expect(judged('boots restart', { ended: 'rebooted', notices: [linkLost] })).toEqual([
    'the session ended by rebooted, and the page does not say so',
  ]);
  expect(judged('leg moves', { ended: null, moment: 'preparing' })).toEqual([
    'the session did not begin, and the page does not say why',
  ]);
});
