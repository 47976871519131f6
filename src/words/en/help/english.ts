/** The help, in English. */

import type { HelpWords } from '../../help-words.ts';
import type { Words } from '../../words.ts';
import { topics } from './topics.ts';

export const helpEnglish = ({ capital, faults, acknowledgement }: Words): HelpWords => ({
  title: 'Help',
  intro: 'It works without a network.',
  topics: topics(acknowledgement),
  copy: 'Copy',
  copied: 'Copied',
  fault: (fault) => capital(faults[fault].what),
  licences: 'The page is built with these libraries:',
});
