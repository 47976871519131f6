/** Why a session ended, and what that means for the person in the boots. */

import type { Ending } from '../../../session/view.ts';
import type { EndingWords } from '../../words.ts';

export const endings: Readonly<Record<Ending, EndingWords>> = {
  none: { title: 'The session is over', why: 'The boots do not say why.', next: '' },
  finished: {
    title: 'Done. That was the whole session.',
    why: '',
    next: 'Stay seated for a moment before you get up.',
  },
  stoppedByController: { title: 'Stopped', why: 'It was stopped from this page.', next: '' },
  stoppedElsewhere: {
    title: 'Stopped from elsewhere',
    why: 'Another page or phone stopped it.',
    next: '',
  },
  stoppedAsPair: {
    title: 'Stopped',
    why: 'One boot could not go on with the other, or another page or phone stopped them.',
    next: 'Keep this device near both boots and start again.',
  },
  stoppedAtBoots: {
    title: 'Stopped at the boots',
    why: 'The button on the boots was pressed.',
    next: '',
  },
  ranDry: {
    title: 'Stopped: the next part did not arrive',
    why: 'The boots had played all they held and nothing followed, so they stopped by themselves.',
    next: 'Keep this device near the boots and start again.',
  },
  alone: {
    title: 'Stopped: lost contact for too long',
    why: 'The boots had not heard from this page for longer than you allowed, so they stopped by themselves.',
    next: 'Keep this device near the boots and start again.',
  },
  wallTime: {
    title: 'Stopped: the longest time was reached',
    why: 'The boots end every session at its longest time, whatever you asked for.',
    next: '',
  },
  fault: {
    title: 'Stopped because something was wrong',
    why: 'The boots stopped by themselves.',
    next: 'Read what it was before you start again.',
  },
  rebooted: {
    title: 'Stopped: the boots restarted',
    why: 'They lost power or were reset in the middle. They never continue a squeeze after that.',
    next: 'Check the battery and the plug.',
  },
  pausedTooLong: {
    title: 'Ended after a long pause',
    why: 'A pause of ten minutes ends the session.',
    next: '',
  },
};
