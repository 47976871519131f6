import { describe, expect, it } from 'vitest';
import type { Entry, EntryHeader } from '../../../src/journal/entry.ts';
import { type GateInput, gateOf } from '../../../src/journal/gate.ts';
import { causesOf } from '../../../src/journal/reports.ts';
import { anna, ben, berlin, entry, laptop, moment, sign } from './entries.ts';

const screened = (wall: string, yes: readonly string[] = [], noted: Partial<EntryHeader> = {}) =>
  entry<'screening'>(wall, { kind: 'screening', yes, clinician: false }, noted);
const gate = (entries: readonly Entry[], more: Partial<GateInput> = {}) =>
  gateOf({
    entries,
    people: [{ id: anna, name: '' }],
    person: anna,
    isKnown: false,
    now: moment('2026-11-29T12:00'),
    zone: berlin,
    ultra: null,
    rescreening: [],
    ...more,
  });

describe('the gate to real boots', () => {
  it('asks the questions first, and is open after a screening without any yes', () => {
    expect(gate([])).toEqual({ kind: 'due', why: 'first' });
    expect(gate([screened('2026-11-28T12:00')])).toEqual({ kind: 'open' });
  });

  it('uses the latest answers, even if the clock was wrong', () => {
    const earlier = screened('2026-11-28T12:00', ['skin']);
    const later = screened('2026-11-27T12:00');
    expect(gate([later, earlier])).toEqual({ kind: 'open' });
    const other = screened('2026-11-28T13:00', ['tumour'], { device: laptop });
    expect(gate([later, other])).toEqual({ kind: 'blocked', by: ['tumour'] });
  });

  it('is locked by a sign, even before the screening, until the sign is cleared', () => {
    const numb = sign('2026-11-29T11:00', 'tingling');
    expect(gate([numb])).toMatchObject({ kind: 'locked', lock: { sign: 'tingling' } });
    const calf = sign('2026-11-29T11:00', 'one-calf');
    const cleared = entry<'cleared'>('2026-11-29T11:30', {
      kind: 'cleared',
      sign: 'clot',
      of: causesOf([calf], 'clot'),
    });
    expect(gate([screened('2026-11-28T12:00'), calf, cleared])).toEqual({ kind: 'open' });
  });

  it('is not locked by marks, which only make the next session lighter', () => {
    expect(gate([screened('2026-11-28T12:00'), sign('2026-11-29T11:00', 'marks')])).toEqual({ kind: 'open' });
  });

  it('asks who is there if several people share a device, and keeps their answers and locks apart', () => {
    const people = [
      { id: anna, name: 'Anna' },
      { id: ben, name: 'Ben' },
    ];
    const entries = [screened('2026-11-28T12:00'), sign('2026-11-29T11:00', 'tingling', { person: ben })];
    expect(gate(entries, { people })).toEqual({ kind: 'who', people });
    expect(gate(entries, { people, isKnown: true })).toEqual({ kind: 'open' });
    expect(gate(entries, { people, isKnown: true, person: ben })).toMatchObject({ kind: 'locked' });
  });
});
