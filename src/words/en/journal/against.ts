/** What speaks against a session that is about to start, and what would be better. */

import { mmhg } from '../../../../firmware-protocol/quantities.ts';
import type { Objection } from '../../../plan/dose/allowance.ts';
import type { JournalWords } from '../../journal/journal-words.ts';
import type { Numbers } from '../../numbers-and-units.ts';

export function spanWords(n: Numbers, minutes: number): string {
  const whole = Math.max(0, Math.round(minutes));
  const hours = Math.floor(whole / 60);
  if (hours === 0) return n.whole(whole, 'min');
  return whole % 60 === 0 ? n.whole(hours, 'h') : `${n.whole(hours, 'h')} ${n.whole(whole % 60, 'min')}`;
}

export const against =
  (n: Numbers): JournalWords['against'] =>
  (objection: Objection): string => {
    switch (objection.kind) {
      case 'tooSoonAfterEvent':
        return `Your race or training ended ${spanWords(n, objection.minutes)} ago. Walk first; boots are better after ${spanWords(n, objection.least)}.`;
      case 'tooSoon':
        return objection.minutes <= 0
          ? `Your last session has only just ended. Leave at least ${spanWords(n, objection.least)} between sessions; ${spanWords(n, objection.advised)} is better.`
          : `Your last session ended ${spanWords(n, objection.minutes)} ago. Leave at least ${spanWords(n, objection.least)} between sessions; ${spanWords(n, objection.advised)} is better.`;
      case 'tooMany':
        return `This is session ${n.count(objection.sessions)} today. ${n.count(objection.most)} a day is enough.`;
      case 'marks':
        return objection.most === null
          ? 'The last session left marks or hurt, even at low pressure. Leave the boots off until you know why.'
          : `The last session left marks or hurt. Set ${n.withUnit(mmhg(objection.most))} at most this time, or switch that zone off.`;
      case 'dose':
        return objection.refused
          ? `This would bring one part of your leg to ${n.dose(objection.dose)} in 24 hours: more than this page starts boots for. Choose fewer minutes or less pressure, or wait.`
          : `This brings one part of your leg to ${n.dose(objection.dose)} in 24 hours. The advice is ${n.dose(objection.most)} at most: choose fewer minutes or less pressure, or wait.`;
    }
  };
