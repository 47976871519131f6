/** Texts for a person who works at the same screen while the boots run. */

import type { Words } from '../../words.ts';

export const desk: Words['desk'] = {
  title: 'While you do something else',
  mini: 'Open a small window',
  notify: 'Notify me at the end, and when something is wrong',
  denied: 'Your browser refuses notifications from this page. You can allow them in its settings.',
  chime: 'Chime at the end',
  keys: 'Keys',
  keyList: [
    { key: 'Esc', does: 'Stop, from anywhere on the page' },
    { key: 'Space', does: 'Pause and resume', single: true },
    { key: '↑ ↓', does: 'more or less intensity', single: true },
    { key: 'Tab', does: 'to the zones, dials and buttons' },
    { key: '← →', does: 'on the trace: earlier and later' },
    { key: '?', does: 'this list', single: true },
  ],
  keysOff: 'The settings have switched Space, ↑ ↓ and ? off.',
};
