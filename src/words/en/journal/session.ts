/** One session in the journal. */

import { rules } from '../../../../firmware-protocol/limits.ts';
import { mmhg } from '../../../../firmware-protocol/quantities.ts';
import type { JournalPageWords } from '../../journal/journal-words.ts';
import type { Numbers } from '../../numbers-and-units.ts';
import { place } from '../body.ts';
import { faults } from '../notices/faults.ts';
import { capital } from '../text.ts';

export const session = (n: Numbers): JournalPageWords['session'] => ({
  trace: 'Trace',
  noTrace: 'No trace of it is kept.',
  loading: 'One moment …',
  zones: 'What each zone got',
  zone: 'Zone',
  peak: `Peak, ${n.pressureUnit}`,
  mean: `Mean, ${n.pressureUnit}`,
  above30: `Above ${n.withUnit(mmhg(rules.squeezed))}`,
  dose: `Dose, ${n.doseUnit}`,
  changes: 'What was changed',
  alarms: 'Faults and warnings',
  measured: 'measured',
  asked: 'asked for',
  whole: 'Whole session',
  zoomHint: 'Drag across the trace to zoom in.',
  closer: 'Zoom in',
  wider: 'Zoom out',
  before: 'Earlier',
  behind: 'Later',
  unit: n.pressureUnit,
  change: (change) => {
    const at = `${n.clockTime(change.after)} – `;
    switch (change.kind) {
      case 'intensity':
        return `${at}${n.withUnit(change.to)}`;
      case 'minutes':
        return `${at}${n.whole(change.to, 'min')}`;
      case 'zones':
        return `${at}${change.to === null ? 'zones as programmed' : 'single zones changed'}`;
      case 'paused':
        return `${at}paused`;
      case 'resumed':
        return `${at}resumed`;
    }
  },
  alarm: ({ after, kind, fault, side, part }) =>
    `${n.clockTime(after)} – ${kind === 'fault' ? 'Fault' : 'Warning'}: ${place(side, part)}: ${faults[fault].what}`,
  zoneName: (side, part) => `${capital(side)} ${part}`,
  traceAloud: (zones) =>
    `Pressure of ${n.count(zones)} zones over the session; the table below has the figures.`,
});
