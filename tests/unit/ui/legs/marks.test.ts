import { expect, it } from 'vitest';
import type { ZoneView } from '../../../../src/session/view.ts';
import { markedZones } from '../../../../src/ui/legs/marks.ts';

const leg = (['foot', 'calf'] as const).map((part): ZoneView => ({ part, pressure: null, target: null }));
const legs = { left: leg, right: leg };

it('marks the zone of a fault, of a warning, and of a limit that the boots broke', () => {
  const place = { side: 'right', part: 'calf' } as const;
  for (const notice of [
    { kind: 'fault', fault: 'leak', ...place },
    { kind: 'warning', fault: 'leak', ...place },
    { kind: 'limitBroken', limit: 'overPressure', ...place },
  ] as const)
    expect([...markedZones({ notice, latched: null, legs })]).toEqual(['right 1']);
  const latched = { kind: 'fault', fault: 'leak', side: null, part: 'foot' } as const;
  expect([...markedZones({ notice: null, latched, legs })]).toEqual(['left 0', 'right 0']);
  const notEmptying = { kind: 'notEmptying', places: [place], sides: [] } as const;
  expect([...markedZones({ notice: notEmptying, latched: null, legs })]).toEqual(['right 1']);
});
