/** Words of the choice of simulated boots, and of adding the other boot. */

import type { Side } from '../../../firmware-protocol/zones.ts';
import type { SimulatedKind } from '../../ui/settings/simulated-choice.ts';
import { capital, count } from './numbers.ts';

export const simulated = {
  which: 'Which boots?',
  kind: 'Boots',
  kinds: {
    hub: 'Both legs on one unit with one pump',
    pair: 'Two boots, each with a pump of its own',
    left: 'Only a left boot',
    right: 'Only a right boot',
  } satisfies Record<SimulatedKind, string>,
  zones: 'Zones of a leg',
  count,
  oneZone: 'They fill one zone at a time',
  valves: 'Zones share valves, two by two',
} as const;

export const button = {
  what: 'Like real boots these have a button, which stops them at any time, also without this page.',
  press: 'Press the button on the boots',
} as const;

export const other = {
  title: (missing: Side): string => `${capital(missing)} boot`,
  what: (missing: Side): string =>
    `One boot is connected. With the ${missing} boot both legs run the program together.`,
  add: (missing: Side): string => `Add the ${missing} boot`,
} as const;
