import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyEdit } from '../../../../../../src/program/edit/edit.ts';
import { sixZones } from '../../../../../../src/program/edit/six-zones.ts';
import { plainPrograms } from '../../../../../../src/program/patterns.ts';
import { muscleFlush } from '../../../../../../src/program/presets/muscle-flush.ts';
import { trail } from '../../../../../../src/program/presets/trail.ts';
import { programs } from '../../../../../../src/program/presets.ts';
import { legParts, startingSettings } from '../../../../../../src/program/program.ts';
import { drawingOf } from '../../../../../../src/timeline/preview/preview-of.ts';
import {
  editingScale,
  editTo,
  handlesOf,
  partHandles,
  settled,
  valueAfterDrag,
  valueAfterKey,
} from '../../../../../../src/ui/places/editor/drawing/handles.ts';
import '../../../../../seed.ts';

const all = [...programs, ...plainPrograms];
const measures = { lane: 60, full: 80, width: 400, lasts: 80 };
const kinds = ['peak', 'hold', 'turn'] as const;

describe('handles', () => {
  it('are at the hold phase of their part, within the drawing, from the foot up', () => {
    for (const program of all) {
      const settings = { ...startingSettings(program), confirmed: true };
      const handles = partHandles(program, drawingOf(settings, sixZones));
      expect(handles.length).toBeGreaterThan(0);
      for (const { from, to, handles: own } of handles) {
        expect(from).toBeGreaterThanOrEqual(0);
        expect(to).toBeGreaterThan(from);
        expect(to).toBeLessThanOrEqual(1);
        expect(own.peak.value).toBeLessThanOrEqual(editingScale(program));
      }
      if (program.pattern.legs === 'together' && program.pattern.sections.length === 0) {
        const starts = handles.map(({ from }) => from);
        expect(starts).toEqual([...starts].sort((one, other) => one - other));
      }
    }
  });

  it('set exactly the value that they show, whatever the drag', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...all),
        fc.constantFrom(...legParts),
        fc.constantFrom(...kinds),
        fc.integer({ min: -300, max: 300 }),
        fc.integer({ min: -300, max: 300 }),
        (program, part, kind, dx, dy) => {
          fc.pre(program.shape[part].enabled);
          const handle = handlesOf(program, part)[kind];
          const value = valueAfterDrag(kind, handle, { dx, dy }, measures);
          expect(value).toBeGreaterThanOrEqual(handle.least);
          expect(value).toBeLessThanOrEqual(handle.most);
          const after = handlesOf(applyEdit(program, editTo(program, kind, part, value)), part)[kind];
          expect(after.value).toBeCloseTo(value, 2);
        },
      ),
    );
  });
});

describe('a drag', () => {
  const { peak, hold, turn } = handlesOf(trail, 'calf');
  it('follows the finger: the height of a lane is the whole pressure scale, the width of the drawing its whole time', () => {
    expect(valueAfterDrag('peak', peak, { dx: 99, dy: -15 }, measures)).toBe(80);
    expect(valueAfterDrag('hold', hold, { dx: 20, dy: 99 }, measures)).toBe(hold.value + 4);
    expect(valueAfterDrag('turn', turn, { dx: 44, dy: 99 }, measures)).toBe(2);
  });
  it('stops at the limits of the value', () => {
    expect(valueAfterDrag('peak', peak, { dx: 0, dy: 999 }, measures)).toBe(15);
    expect(valueAfterDrag('hold', hold, { dx: -999, dy: 0 }, measures)).toBe(trail.pattern.hold);
    expect(valueAfterDrag('turn', turn, { dx: 999, dy: 0 }, measures)).toBe(2);
  });
});

it('keys change a value by one step or by five, or to its limits', () => {
  const { peak, hold } = handlesOf(trail, 'calf');
  expect(
    ['ArrowUp', 'ArrowDown', 'PageUp', 'PageDown', 'Home', 'End'].map((key) => valueAfterKey(peak, key)),
  ).toEqual([61, 59, 65, 55, 15, 100]);
  expect(valueAfterKey(hold, 'ArrowRight')).toBe(hold.value + 0.5);
  expect(valueAfterKey(peak, 'Tab')).toBe(null);
  expect(settled(peak, 47.4)).toBe(47);
});

it('a part in the second section can be dragged back to the first', () => {
  const { turn } = handlesOf(muscleFlush, 'knee');
  expect(turn.value).toBe(2);
  const back = applyEdit(
    muscleFlush,
    editTo(muscleFlush, 'turn', 'knee', valueAfterDrag('turn', turn, { dx: -50, dy: 0 }, measures)),
  );
  expect(back.pattern.sections[0]?.parts).toContain('knee');
});
