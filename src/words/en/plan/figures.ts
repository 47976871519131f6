/** The figures of an event or an activity, such as its distance. */

import type { Numbers } from '../../numbers-and-units.ts';
import type { PlanWords } from '../../plan/plan-words.ts';

export const figures =
  (n: Numbers): PlanWords['figures'] =>
  ({ distanceKm, minutes, ascentM, temperatureC }) => {
    const hours = minutes === null ? 0 : Math.floor(minutes / 60);
    const known = [
      distanceKm === null ? '' : n.measure(distanceKm, 'km'),
      minutes === null ? '' : `${hours > 0 ? `${n.whole(hours, 'h')} ` : ''}${n.whole(minutes % 60, 'min')}`,
      ascentM === null ? '' : `${n.whole(ascentM, 'm')} up`,
      temperatureC === null ? '' : n.whole(temperatureC, '°C'),
    ].filter((part) => part !== '');
    return n.list(known);
  };
