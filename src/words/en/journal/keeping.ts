/** Texts about what the page keeps on this device: backups, space, people, and erasing all of it. */

import type { JournalPageWords } from '../../journal/journal-words.ts';
import type { Numbers } from '../../numbers-and-units.ts';

export const keeping = (n: Numbers): JournalPageWords['keeping'] => ({
  export: 'Save to a file',
  exportWhat:
    'The backup has everything that everyone keeps on this device: journal with traces, plans, your own programs, answers, locks, names and settings. It can be read back here or on another device. The table is the journal for spreadsheets.',
  json: 'Save a backup',
  csv: 'Save a table (CSV)',
  import: 'Read a backup',
  importWhat: 'Adds what is not here yet; what is here stays. A file is taken whole, or not at all.',
  choose: 'Choose a backup',
  erase: 'Erase everything',
  eraseWhat:
    'Journal, plans, your own programs, answers, locks and names, for everyone on this device. Only how the page looks and sounds stays, and the choice about keys pressed alone. A backup has all of it: save one first if you may want it. What boots remember is deleted in the settings.',
  eraseFirst: 'Erase everything …',
  eraseYes: 'Erase it for good',
  eraseNo: 'Keep it',
  eraseLater: 'Boots are in use. When the session is over, everything can be erased.',
  persist: 'Ask the browser to keep it',
  persistWhat: 'When space runs out, a browser may clear what a page keeps. Ask it not to.',
  persistRefused:
    'The browser did not agree this time. It does so more readily for pages that are installed or often used. Until then, save a backup now and then.',
  persisted: 'The browser keeps this even when space runs out.',
  busy: 'One moment …',
  stages: {
    writing: 'Writing the backup …',
    reading: 'Reading the backup …',
    keeping: 'Keeping what is new …',
  },
  people: 'People',
  peopleWhat: 'Each person has their own doses, answers to the safety questions, locks and journal.',
  mine: 'Your name',
  name: 'Change the name',
  other: 'Does someone else use this device too?',
  otherName: 'Their name',
  addPerson: 'Add a person',
  whose: 'Whose journal is shown',
  memoryOnly: {
    noStorage:
      'This browser keeps nothing for this page (a private window, perhaps): the journal lasts until the page is closed. Save a backup.',
    storageFull:
      'There is no space left on this device: what is noted now lasts until the page is closed. Free some space, or save a backup.',
  },
  unreadable: (count) =>
    `This version of the page cannot read ${n.count(count)} ${n.plural(count, { one: 'entry. It stays where it is', other: 'entries. They stay where they are' })}.`,
  total: (count) => `${n.count(count)} ${n.plural(count, { one: 'entry', other: 'entries' })}`,
});
