/** The help, in English. */

import { gate } from '../../en/journal/gate.ts';
import type { HelpWords } from '../../help/help-words.ts';
import type { Words } from '../../words.ts';
import { topics } from './topics.ts';

export const helpEnglish = ({ capital, faults, numbers }: Words): HelpWords => ({
  title: 'Help',
  intro: 'It works without a network.',
  topics: topics(gate(numbers).screening),
  copy: 'Copy',
  copied: 'Copied',
  fault: (fault) => capital(faults[fault].what),
  licences: 'The page is built with these libraries:',
});
