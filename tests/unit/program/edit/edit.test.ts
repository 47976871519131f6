/**
 * An edit of a program changes what it names and what has to change with that, and nothing else. The checks of programs report an edit
 * that makes the program unusable.
 */

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mmhg } from '../../../../firmware-protocol/quantities.ts';
import { zoneLayouts } from '../../../../firmware-protocol/zones.ts';
import { checkProgram } from '../../../../src/program/check.ts';
import { documentText, readDocument } from '../../../../src/program/document.ts';
import { blankProgram, draftOf } from '../../../../src/program/edit/draft.ts';
import { applyEdit } from '../../../../src/program/edit/edit.ts';
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
  it('becomes what the person set, and every other part that is on keeps its peak', () => {
    fc.assert(
      fc.property(
        anyProgram,
        fc.constantFrom(...legParts),
        fc.integer({ min: 20, max: 100 }),
        (program, part, wanted) => {
          fc.pre(program.shape[part].enabled);
          const before = peaks(program);
          const after = peaks(applyEdit(program, { kind: 'partPeak', part, peak: wanted }));
          expect(after[part]).toBeCloseTo(wanted, 2);
          for (const other of legParts) {
            if (other !== part && program.shape[other].enabled)
              expect(after[other]).toBeCloseTo(before[other], 2);
          }
        },
      ),
    );
  });

  it('raises the peak of the program when the part becomes the strongest, and lowers it again', () => {
    const higher = applyEdit(ultra, { kind: 'partPeak', part: 'foot', peak: 64 });
    expect(higher.peak).toBe(64);
    expect(higher.shape.foot.fraction).toBe(1);
    const lower = legParts.reduce<Program>(
      (so, part) => applyEdit(so, { kind: 'partPeak', part, peak: 30 }),
      higher,
    );
    expect(lower.peak).toBe(30);
  });

  it('includes the boost of the part, which stays', () => {
    const thigh = trail.shape['upper thigh'].boost.pressure;
    expect(thigh).toBe(5);
    const after = applyEdit(trail, { kind: 'partPeak', part: 'upper thigh', peak: 50 });
    expect(after.shape['upper thigh'].boost.pressure).toBe(5);
    expect(after.shape['upper thigh'].fraction * after.peak).toBeCloseTo(45, 2);
  });

  it('is reported at the part if it is too low, and may be exactly 5 mmHg below its neighbour', () => {
    const places = (program: Program) =>
      checkProgram(program).map((problem) => ('part' in problem ? problem.part : problem.kind));
    const low = legParts.reduce<Program>(
      (so, part) => applyEdit(so, { kind: 'partPeak', part, peak: 12 }),
      blank,
    );
    expect(places(low)).toContain('foot');
    fc.assert(
      fc.property(fc.integer({ min: 21, max: 80 }), (peak) => {
        const five = applyEdit(applyEdit(blank, { kind: 'figure', field: 'peak', value: peak }), {
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
  it('pass a part from one to another, and vanish when one turn has the whole leg', () => {
    const upper: readonly LegPart[] = ['knee', 'lower thigh', 'upper thigh'];
    const split = upper.reduce<Program>(
      (so, part) => applyEdit(so, { kind: 'partTurn', part, turn: 2 }),
      blank,
    );
    expect(split.pattern.sections.map(({ parts }) => parts)).toEqual([['foot', 'ankle', 'calf'], upper]);
    expect(upper.map((part) => turnOfPart(split, part))).toEqual([2, 2, 2]);
    const back = upper.reduce<Program>(
      (so, part) => applyEdit(so, { kind: 'partTurn', part, turn: 1 }),
      split,
    );
    expect(back.pattern.sections).toEqual([]);
  });

  it('can be added, given other parts and sweeps, moved and removed', () => {
    const two = applyEdit(blank, { kind: 'addSection' });
    expect(two.pattern.sections.map(({ parts }) => parts.length)).toEqual([3, 3]);
    const swept = applyEdit(two, { kind: 'sweeps', section: 2, sweeps: 8 });
    expect(swept.pattern.sections.map(({ sweeps }) => sweeps)).toEqual([5, 8]);
    const moved = applyEdit(swept, { kind: 'moveSection', section: 2, to: 1 });
    expect(moved.pattern.sections.map(({ sweeps }) => sweeps)).toEqual([8, 5]);
    const more = applyEdit(moved, { kind: 'partInSection', section: 2, part: 'knee', on: true });
    expect(more.pattern.sections[1]?.parts).toEqual(['foot', 'ankle', 'calf', 'knee']);
    expect(applyEdit(more, { kind: 'removeSection', section: 1 }).pattern.sections).toHaveLength(1);
    expect(applyEdit(two, { kind: 'moveSection', section: 2, to: 3 }).pattern.sections).toEqual(
      two.pattern.sections,
    );
  });

  it('never have a part twice, stay empty after a move, or become too many', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(blank, muscleFlush),
        fc.array(fc.tuple(fc.constantFrom(...legParts), fc.integer({ min: 0, max: 14 })), { maxLength: 20 }),
        (program, moves) => {
          const after = moves.reduce(
            (so, [part, turn]) => applyEdit(so, { kind: 'partTurn', part, turn }),
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
  it('of a switch also sets what the switch needs', () => {
    const breathing = applyEdit(applyEdit(blank, { kind: 'pulses', on: true }), {
      kind: 'breathing',
      on: true,
    });
    expect(breathing.pattern).toMatchObject({ breathing: true, onsetDelay: 10, pulse: null });
    expect(checkProgram(breathing)).toEqual([]);
    expect(applyEdit(breathing, { kind: 'onset', onset: 'inTurn' }).pattern).toMatchObject({
      breathing: false,
      onsetDelay: null,
    });
    const pulsing = applyEdit(blank, { kind: 'pulses', on: true });
    expect(checkProgram(pulsing)).toEqual([]);
    expect(applyEdit(pulsing, { kind: 'figure', field: 'pulseCount', value: 4 }).pattern.pulse?.count).toBe(
      4,
    );
  });

  it('of peak or minutes also changes the settings saved with zones, and an edit can drop those', () => {
    const of = zoneLayouts[4] ?? [];
    const zones = { of, zones: { left: [], right: [] } };
    const kept = draftOf({ ...ultra, set: { intensity: mmhg(44), minutes: 25, zones } });
    expect(kept).toMatchObject({ peak: 44, minutes: 25, set: { intensity: 44, minutes: 25 } });
    const changed = applyEdit(applyEdit(kept, { kind: 'figure', field: 'peak', value: 41 }), {
      kind: 'figure',
      field: 'minutes',
      value: 12,
    });
    expect(changed.set).toEqual({ intensity: 41, minutes: 12, zones });
    expect('set' in applyEdit(changed, { kind: 'forgetZones' })).toBe(false);
    expect('set' in draftOf({ ...ultra, set: { intensity: mmhg(44), minutes: 25, zones: null } })).toBe(
      false,
    );
  });

  it('never changes the program that it is given, and a program that passes the checks can be saved and read again', () => {
    fc.assert(
      fc.property(anyProgram, fc.array(anyEdit, { maxLength: 12 }), (program, edits) => {
        const before = JSON.stringify(program);
        const after = edits.reduce(applyEdit, draftOf(program));
        expect(JSON.stringify(program)).toBe(before);
        if (checkProgram(after).length > 0) return;
        const read = readDocument(documentText(after));
        expect(read.ok && { ...read.program, id: '' }).toEqual({ ...after, id: '' });
      }),
    );
  });
});

it('a blank program and a draft of every preset have no problems', () => {
  for (const program of [blank, ...all]) expect(checkProgram(draftOf(program))).toEqual([]);
});
