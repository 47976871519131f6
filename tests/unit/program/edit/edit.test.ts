/** Edits of a program: each changes what it names, and no edit can lead anywhere that a check would not notice. */

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mmhg } from '../../../../firmware-protocol/quantities.ts';
import { zoneLayouts } from '../../../../firmware-protocol/zones.ts';
import { checkProgram } from '../../../../src/program/check.ts';
import { documentText, readDocument } from '../../../../src/program/document.ts';
import { blankProgram, draftOf } from '../../../../src/program/edit/draft.ts';
import { edited } from '../../../../src/program/edit/edit.ts';
import { peakOf } from '../../../../src/program/edit/part-peak.ts';
import { mostTurns, turnOfPart } from '../../../../src/program/edit/section-edits.ts';
import { plainPrograms } from '../../../../src/program/patterns.ts';
import { muscleFlush } from '../../../../src/program/presets/muscle-flush.ts';
import { trail } from '../../../../src/program/presets/trail.ts';
import { ultra } from '../../../../src/program/presets/ultra.ts';
import { programs } from '../../../../src/program/presets.ts';
import { type LegPart, legParts, type Program } from '../../../../src/program/program.ts';
import '../../../seed.ts';
import { anyEdit } from './any-edit.ts';

const all: readonly Program[] = [...programs, ...plainPrograms];
const anyProgram = fc.constantFrom(...all);
const blank = blankProgram({ name: 'New program', purpose: 'My own.', pattern: 'Own' });

const peaks = (program: Program): Readonly<Record<LegPart, number>> =>
  Object.fromEntries(legParts.map((part) => [part, peakOf(program, part)])) as Record<LegPart, number>;

describe('the peak of one part', () => {
  it('is what was set, and no other part that is on gets anything else', () => {
    fc.assert(
      fc.property(
        anyProgram,
        fc.constantFrom(...legParts),
        fc.integer({ min: 20, max: 100 }),
        (program, part, wanted) => {
          fc.pre(program.shape[part].enabled);
          const before = peaks(program);
          const after = peaks(edited(program, { kind: 'partPeak', part, peak: wanted }));
          expect(after[part]).toBeCloseTo(wanted, 2);
          for (const other of legParts) {
            if (other !== part && program.shape[other].enabled)
              expect(after[other]).toBeCloseTo(before[other], 2);
          }
        },
      ),
    );
  });

  it('lifts the peak of the program where it becomes the strongest, and lowers it again', () => {
    const higher = edited(ultra, { kind: 'partPeak', part: 'foot', peak: 64 });
    expect(higher.peak).toBe(64);
    expect(higher.shape.foot.fraction).toBe(1);
    const lower = legParts.reduce<Program>(
      (so, part) => edited(so, { kind: 'partPeak', part, peak: 30 }),
      higher,
    );
    expect(lower.peak).toBe(30);
  });

  it('keeps the boost of the part, and counts it', () => {
    const thigh = trail.shape['upper thigh'].boost.pressure;
    expect(thigh).toBe(5);
    const after = edited(trail, { kind: 'partPeak', part: 'upper thigh', peak: 50 });
    expect(after.shape['upper thigh'].boost.pressure).toBe(5);
    expect(after.shape['upper thigh'].fraction * after.peak).toBeCloseTo(45, 2);
  });

  it('is refused beside the part where it is too low, and keeps steps of 5 mmHg apart', () => {
    const places = (program: Program) =>
      checkProgram(program).map((problem) => ('part' in problem ? problem.part : problem.kind));
    const low = legParts.reduce<Program>(
      (so, part) => edited(so, { kind: 'partPeak', part, peak: 12 }),
      blank,
    );
    expect(places(low)).toContain('foot');
    fc.assert(
      fc.property(fc.integer({ min: 21, max: 80 }), (peak) => {
        const five = edited(edited(blank, { kind: 'figure', field: 'peak', value: peak }), {
          kind: 'partPeak',
          part: 'upper thigh',
          peak: peak - 5,
        });
        expect(checkProgram(five).filter(({ kind }) => kind === 'partsTooClose')).toEqual([]);
      }),
    );
  });
});

describe('turns', () => {
  it('take a part from one to the other, and vanish when one turn has the whole leg', () => {
    const upper: readonly LegPart[] = ['knee', 'lower thigh', 'upper thigh'];
    const split = upper.reduce<Program>((so, part) => edited(so, { kind: 'partTurn', part, turn: 2 }), blank);
    expect(split.pattern.sections.map(({ parts }) => parts)).toEqual([['foot', 'ankle', 'calf'], upper]);
    expect(upper.map((part) => turnOfPart(split, part))).toEqual([2, 2, 2]);
    const back = upper.reduce<Program>((so, part) => edited(so, { kind: 'partTurn', part, turn: 1 }), split);
    expect(back.pattern.sections).toEqual([]);
  });

  it('can be added, given other parts and sweeps, moved and removed', () => {
    const two = edited(blank, { kind: 'addSection' });
    expect(two.pattern.sections.map(({ parts }) => parts.length)).toEqual([3, 3]);
    const swept = edited(two, { kind: 'sweeps', section: 2, sweeps: 8 });
    expect(swept.pattern.sections.map(({ sweeps }) => sweeps)).toEqual([5, 8]);
    const moved = edited(swept, { kind: 'moveSection', section: 2, to: 1 });
    expect(moved.pattern.sections.map(({ sweeps }) => sweeps)).toEqual([8, 5]);
    const more = edited(moved, { kind: 'partInSection', section: 2, part: 'knee', on: true });
    expect(more.pattern.sections[1]?.parts).toEqual(['foot', 'ankle', 'calf', 'knee']);
    expect(edited(more, { kind: 'removeSection', section: 1 }).pattern.sections).toHaveLength(1);
    expect(edited(two, { kind: 'moveSection', section: 2, to: 3 }).pattern.sections).toEqual(
      two.pattern.sections,
    );
  });

  it('never have two of the same part, an empty one left by a move, or more than there may be', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(blank, muscleFlush),
        fc.array(fc.tuple(fc.constantFrom(...legParts), fc.integer({ min: 0, max: 14 })), { maxLength: 20 }),
        (program, moves) => {
          const after = moves.reduce(
            (so, [part, turn]) => edited(so, { kind: 'partTurn', part, turn }),
            program,
          );
          const { sections } = after.pattern;
          expect(sections.every(({ parts }) => parts.length > 0)).toBe(true);
          expect(sections.length).toBeLessThan(mostTurns(after) + 1);
          if (sections.length > 0)
            expect(sections.flatMap(({ parts }) => parts).sort()).toEqual([...legParts].sort());
        },
      ),
    );
  });
});

describe('an edit', () => {
  it('of a switch brings what the switch needs', () => {
    const breathing = edited(edited(blank, { kind: 'pulses', on: true }), { kind: 'breathing', on: true });
    expect(breathing.pattern).toMatchObject({ breathing: true, onsetDelay: 10, pulse: null });
    expect(checkProgram(breathing)).toEqual([]);
    expect(edited(breathing, { kind: 'onset', onset: 'inTurn' }).pattern).toMatchObject({
      breathing: false,
      onsetDelay: null,
    });
    const pulsing = edited(blank, { kind: 'pulses', on: true });
    expect(checkProgram(pulsing)).toEqual([]);
    expect(edited(pulsing, { kind: 'figure', field: 'pulseCount', value: 4 }).pattern.pulse?.count).toBe(4);
  });

  it('of peak or minutes keeps settings of single zones in step, and they can be dropped', () => {
    const of = zoneLayouts[4] ?? [];
    const zones = { of, zones: { left: [], right: [] } };
    const kept = draftOf({ ...ultra, set: { intensity: mmhg(44), minutes: 25, zones } });
    expect(kept).toMatchObject({ peak: 44, minutes: 25, set: { intensity: 44, minutes: 25 } });
    const changed = edited(edited(kept, { kind: 'figure', field: 'peak', value: 41 }), {
      kind: 'figure',
      field: 'minutes',
      value: 12,
    });
    expect(changed.set).toEqual({ intensity: 41, minutes: 12, zones });
    expect('set' in edited(changed, { kind: 'forgetZones' })).toBe(false);
    expect('set' in draftOf({ ...ultra, set: { intensity: mmhg(44), minutes: 25, zones: null } })).toBe(
      false,
    );
  });

  it('never changes the program it begins with, and what passes the checks can be saved and read again', () => {
    fc.assert(
      fc.property(anyProgram, fc.array(anyEdit, { maxLength: 12 }), (program, edits) => {
        const before = JSON.stringify(program);
        const after = edits.reduce(edited, draftOf(program));
        expect(JSON.stringify(program)).toBe(before);
        if (checkProgram(after).length > 0) return;
        const read = readDocument(documentText(after));
        expect(read.ok && { ...read.program, id: '' }).toEqual({ ...after, id: '' });
      }),
    );
  });
});

it('a program from nothing has no problems, and every preset is a draft without any', () => {
  for (const program of [blank, ...all]) expect(checkProgram(draftOf(program))).toEqual([]);
});
