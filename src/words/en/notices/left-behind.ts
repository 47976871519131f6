/** Texts about a session that an earlier page left behind, or that another tab runs. */

import { care, news } from '../../notices/notice-words.ts';
import type { Words } from '../../words.ts';
import { inQuotes } from '../text.ts';

export const leftBehind: Words['leftBehind'] = ({ kind, program }) => {
  switch (kind) {
    case 'simulatedLeft':
      return news(
        `The session ${inQuotes(program)} ended with its page`,
        'Simulated boots live in the page: when it is closed or reloaded, they are gone. Real boots are not.',
      );
    case 'bootsLeft':
      return care(
        `A session was running when the page was closed: ${inQuotes(program)}`,
        'Press Pair boots and choose the same boots. If they still play, the session goes on where it is.',
        'To stop them without the page, press the button on the boots, or unplug the hose.',
      );
    case 'otherTab':
      return care(
        `${inQuotes(program)} runs in another tab of this browser`,
        'That tab controls it. Here you can watch and stop it: press Pair boots and choose the same boots.',
        'If that tab hangs, the session goes on here.',
      );
    case 'pairLeft':
      return care(
        `A session was running when the page was closed: ${inQuotes(program)}`,
        'Press Pair boots, choose one of the two boots, then add the other. If they still play, the session goes on where it is.',
        'To stop them without the page, press the button on both boots, or unplug the hoses.',
      );
  }
};
