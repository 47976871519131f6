/** The help, in French. */

import { gate } from '../../fr/journal/gate.ts';
import type { HelpWords } from '../../help/help-words.ts';
import type { Numbers } from '../../numbers-and-units.ts';
import { faults } from '../notices/faults.ts';
import { capital } from '../text.ts';
import { topics } from './topics.ts';

export const helpFrench = (n: Numbers): HelpWords => ({
  title: 'Aide',
  intro: 'Elle marche sans réseau.',
  topics: topics(gate(n).screening),
  copy: 'Copier',
  copied: 'Copié',
  fault: (fault) => capital(faults[fault].what),
  pageMessages: 'La page elle-même peut dire :',
  licences: 'La page est faite avec ces bibliothèques :',
});
