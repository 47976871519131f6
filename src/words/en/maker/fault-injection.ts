/** Texts of the panel in which a person sets faults in simulated boots. */

import type { FaultInjectionWords } from '../../maker/fault-injection-words.ts';

const faults: FaultInjectionWords['faults'] = {
  'fill-stuck-open': 'A fill valve stuck open',
  'fill-stuck-closed': 'A fill valve stuck closed',
  'vent-stuck-open': 'A vent valve stuck open',
  'vent-stuck-closed': 'A vent valve stuck closed',
  'kinked-hose': 'A kinked hose',
  unplugged: 'A hose that has come off',
  leak: 'A leak',
  'small-leak': 'A small leak',
  'sensor-freeze': 'A sensor that repeats itself',
  'sensor-offset': 'A sensor that reads too high',
  'sensor-dropout': 'A sensor that reads nothing',
  'pump-stall': 'A pump that stands still',
  'pump-short': 'A pump that cannot be switched off',
  reset: 'The boots restart',
  button: 'Someone presses the button on the boots',
  'limb-absent': 'A boot without a leg in it',
  movement: 'A leg that moves',
  altitude: 'An aircraft cabin that loses air',
  'swapped-hoses': 'Hoses of neighbouring zones swapped',
  'legs-swapped': 'Hoses of the legs swapped',
  'low-battery': 'A low battery',
  'link-loss': 'Contact lost for 20 s',
};

export const faultInjectionEnglish: FaultInjectionWords = {
  title: 'Rehearse a fault',
  how: 'These boots are simulated. Set a fault, and see what the boots and the page do. Nobody is squeezed.',
  fault: 'Fault',
  zone: 'Zone',
  leg: 'Leg',
  legs: { left: 'Left leg', right: 'Right leg' },
  set: 'Set this fault',
  remove: 'Mend everything',
  now: 'Faults set',
  none: 'No fault is set.',
  faults,
  setAt: (fault, where) => (where === null ? faults[fault] : `${faults[fault]}: ${where}`),
};
