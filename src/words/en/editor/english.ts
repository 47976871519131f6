/** The program editor, in English. */

import { seconds } from '../../../../firmware-protocol/quantities.ts';
import type { EditorWords } from '../../editor/editor-words.ts';
import type { Numbers } from '../../numbers-and-units.ts';
import { capital } from '../text.ts';
import { fieldWords } from './fields.ts';
import { outcome } from './outcome.ts';

const start: EditorWords['start'] = {
  title: 'Make a program',
  intro: 'Begin with a program that comes close, and change it. The one you begin with stays as it is.',
  nothing: 'Begin with nothing',
  nothingWhat: 'A plain gentle wave from foot to hip.',
  own: 'Your programs',
  presets: 'Programs',
  patterns: 'Plain patterns',
  scan: 'Scan a QR code',
  discard: 'Discard',
  discardThis: (name) => `Discard ${name}, which is not saved`,
  gone: 'This program is no longer on this device. Choose another one.',
};

const page: EditorWords['page'] = {
  other: 'Edit another program',
  undo: 'Undo',
  redo: 'Redo',
  keep: 'Save',
  duplicate: 'Duplicate',
  remove: 'Remove',
  file: 'Save as a file',
  link: 'Share by link',
  code: 'Show QR code',
  use: 'Choose it',
  restore: 'Undo',
  close: 'Close',
  linkName: 'Link to this program',
  codeAloud: 'QR code with a link that carries the program',
  unkept: 'Not saved yet',
  asKept: 'Saved among your programs',
  give: 'Take it with you',
};

const drawing = (n: Numbers): EditorWords['drawing'] => ({
  title: 'The wave',
  how: 'Drag a dot up or down for the pressure of a part, a bar sideways for how long it is held, a number sideways for its turn. With the keyboard: Tab to one, then the arrow keys.',
  boots:
    'Drawn for boots with six zones a leg and a pump of average strength. The list of programs draws it for yours.',
  old: 'The drawing is from before the problem. It changes again once you put that right.',
  none: 'There is no drawing yet: put the problems right first.',
  peak: (part) => `${capital(part)}, pressure`,
  longer: (part) => `${capital(part)}, hold`,
  turn: (part) => `${capital(part)}, turn`,
  peakAloud: (peak) => n.withUnit(peak),
  holdAloud: (hold, longer) =>
    longer > 0
      ? `${n.measure(seconds(hold), 's')}, ${n.measure(longer, 's')} longer than the others`
      : n.measure(hold, 's'),
  turnAloud: (turn, turns) => (turn > turns ? `a new turn` : `turn ${n.count(turn)} of ${n.count(turns)}`),
  shows: (peak) => n.exactPressure(peak),
  off: 'off',
});

const trial = (n: Numbers): EditorWords['trial'] => ({
  title: 'Simulation',
  try: 'Try it',
  end: 'End the simulation',
  close: 'Close the simulation',
  notNow: 'Boots are in use now. Try it when the session is over.',
  what: (rate) => `Simulated boots, ${n.count(rate)} times as fast as real ones. Your boots do nothing.`,
  states: {
    beginning: 'The simulated boots are getting ready.',
    running: 'The simulation is running.',
    emptying: 'The simulated boots are emptying.',
    over: 'The simulation is over.',
  },
  left: (left) => (left === null ? '' : `${n.clockTime(left)} left in the simulation`),
  highest: (highest) => `Highest so far: ${n.withUnit(highest)}`,
});

const scan: EditorWords['scan'] = {
  title: 'Scan a QR code',
  what: 'Hold a program’s code up to the camera. The pictures are read on this device and not kept.',
  begin: 'Use the camera',
  camera: 'What the camera sees',
  states: {
    asking: 'Allow the camera when the browser asks.',
    looking: 'Looking for a code. Let it fill most of the picture.',
    other: 'This code carries no program. Try another one.',
    refused:
      'The camera is not allowed. Allow it in this site’s settings, then try again. A link or a file works too.',
    noCamera: 'No usable camera was found. Ask for the program as a link or a file.',
    partMissing: 'Part of this page did not load. Check the connection and try again.',
  },
};

export const editorEnglish = (n: Numbers): EditorWords => ({
  start,
  blank: { name: 'New program', purpose: 'A program of my own.', pattern: 'My pattern' },
  editing: (name) => `Edit ${name}`,
  page,
  drawing: drawing(n),
  ...fieldWords(n),
  trial: trial(n),
  scan,
  zones: {
    what: 'This program has settings for single zones. They are saved with it.',
    forget: 'Remove the zone settings',
  },
  problems: (count) =>
    count === 0
      ? ''
      : n.plural(count, {
          one: 'Fix one problem before you can save it.',
          other: `Fix ${n.count(count)} problems before you can save it.`,
        }),
  outcome: outcome(n),
});
