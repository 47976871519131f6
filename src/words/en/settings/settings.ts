/** The settings, in English. */

import type { Numbers } from '../../numbers-and-units.ts';
import type { SettingsWords } from '../../settings/settings-words.ts';

export const settingsEnglish = (n: Numbers): SettingsWords => ({
  title: 'Settings',
  intro: 'They are kept on this device and take effect at once.',
  unit: 'Unit of pressure',
  unitHow: 'Only what is shown changes: programs and boots use the same pressures in either unit.',
  units: { mmHg: 'mmHg, as for blood pressure', kPa: 'kPa' },
  theme: 'Colours',
  themes: { system: 'As on this device', light: 'Light', dark: 'Dark' },
  contrast: 'Contrast',
  contrasts: { system: 'As on this device', more: 'More' },
  motion: 'Motion',
  motionHow: 'With less motion, pictures stand still, and words or drawings show what moved.',
  motions: { system: 'As on this device', less: 'Less' },
  singleKeys: 'Keys pressed alone',
  singleKeysHow:
    'Space pauses and resumes, the arrows change the intensity or the step of a guide, and ? lists the keys. Switch them off if they get pressed by accident, or by speech input. Esc stops a session either way.',
  chime: 'Chime at the end of a session',
  chimeHow: 'Switching it on plays it once. Guides have sounds of their own, set where they run.',
  onOrOff: { on: 'On', off: 'Off' },
  highest: 'Highest pressure',
  highestHow:
    'No program asks for more on this device, and the controls end there. It never raises a limit of the boots. It lowers a running session at once, and never raises one.',
  asBoots: 'As the boots allow',
  alone: 'If the boots no longer hear this page',
  aloneHow:
    'How long they then play on, from the next session. Boots without a stop button do so for 10 s at most.',
  alones: (time) => ({
    boots: 'To the end of the session, if the boots allow it',
    short: `${n.lasting(time)} at most`,
  }),
  screening: 'Safety questions',
  screeningHow:
    'Something has changed, or you want to look again? They are asked before the next session with real boots.',
  screeningAsk: 'Ask me again',
  screeningDue: 'They will be asked before the next session with real boots.',
  language: 'Language',
  languageHow: '',
  asDevice: 'As on this device',
  languageMissing: 'This language did not load. Check the connection, and try again.',
  data: 'What is kept here',
  dataHow:
    'Journal, plans and your own programs stay on this device. Save or read a backup of everything, ask the browser to keep it all, or erase it all.',
  dataOpen: 'Back up or erase',
  records: {
    title: 'What the boots remember',
    what: 'Boots keep their last 20 sessions: when each was, which program, how it ended, and the pressures on each part of the legs. They keep no names. Whoever connects to them can read this.',
    connect: 'Connect the boots to delete it.',
    none: 'The connected boots keep no sessions.',
    later: 'It can be deleted once no session is running and the air is out.',
    first: 'Delete it …',
    yes: 'Delete it for good',
    no: 'Keep it',
  },
  notKept: 'This browser keeps nothing for the page now, so this lasts only until the page is closed.',
});
