/** The help, in English. */

import { gate } from '../../en/journal/gate.ts';
import type { HelpWords } from '../../help/help-words.ts';
import type { Numbers } from '../../numbers-and-units.ts';
import { faults } from '../notices/faults.ts';
import { capital } from '../text.ts';
import { topics } from './topics.ts';

export const helpEnglish = (n: Numbers): HelpWords => ({
  title: 'Help',
  intro: 'It works without a network.',
  topics: topics(gate(n).screening),
  copy: 'Copy',
  copied: 'Copied',
  fault: (fault) => capital(faults[fault].what),
  pageMessages: 'The page itself may say:',
  licences: 'The page is built with these libraries:',
});
