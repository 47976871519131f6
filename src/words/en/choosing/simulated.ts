/** Texts for simulated boots, for the link to the maker's page, and for adding the other boot of a pair. */

import type { Words } from '../../words.ts';
import { capital } from '../text.ts';

export const simulated: Words['simulated'] = {
  kind: 'Boots',
  kinds: {
    hub: 'Both legs on one unit with one pump',
    pair: 'Two boots, each with its own pump',
    left: 'Only a left boot',
    right: 'Only a right boot',
  },
  zones: 'Zones per leg',
  oneZone: 'They fill one zone at a time',
  valves: 'Zones share valves in pairs',
};

export const button: Words['button'] = {
  what: 'Like real boots, these have a button that stops them at any time, even without this page.',
  press: 'Press the button on the boots',
  faults: 'Rehearse a fault',
  maker: 'For makers: what these boots measured',
};

export const other: Words['other'] = {
  title: (missing) => `${capital(missing)} boot`,
  what: (missing) =>
    `One boot is connected. Add the ${missing} boot, and both legs run the program together.`,
  add: (missing) => `Add the ${missing} boot`,
};
