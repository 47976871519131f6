import { expect, it } from 'vitest';
import { mmhg, seconds } from '../../../../firmware-protocol/quantities.ts';
import type { Side } from '../../../../firmware-protocol/zones.ts';
import { traceCsv } from '../../../../src/app/trace/trace-csv.ts';
import type { TraceSample } from '../../../../src/session/view.ts';

const sample = (side: Side, at: number, pressure: number | null): TraceSample => ({
  at: seconds(at),
  side,
  pressures: [pressure === null ? null : mmhg(pressure), mmhg(20.04)],
  targets: [mmhg(55), 'vent'],
});
const whole = {
  left: [sample('left', 100, 10), sample('left', 101.02, null)],
  right: [sample('right', 100, 12)],
};

it('the table of a trace has a row for each moment, and an empty cell where nothing was measured', () => {
  expect(traceCsv({ whole: (side) => whole[side] }, ['left', 'right'], ['foot', 'lower calf'])).toBe(
    [
      'seconds,left_foot_measured,left_foot_target,left_lower_calf_measured,left_lower_calf_target,right_foot_measured,right_foot_target,right_lower_calf_measured,right_lower_calf_target',
      '0,10,55,20,vent,12,55,20,vent',
      '1,,55,20,vent,,,,',
      '',
    ].join('\n'),
  );
  expect(traceCsv({ whole: () => [] }, ['left'], ['foot'])).toBe(
    'seconds,left_foot_measured,left_foot_target\n',
  );
});
