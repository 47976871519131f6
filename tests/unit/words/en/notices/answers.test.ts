/** The buttons of notices, and the buttons that notices name. */

import { describe, expect, it } from 'vitest';
import { instant } from '../../../../../firmware-protocol/quantities.ts';
import { postMarathon } from '../../../../../src/program/presets/post-marathon.ts';
import type { BootsView } from '../../../../../src/session/view.ts';
import { french } from '../../../../../src/words/fr/french.ts';
import { words } from '../../../../../src/words/in-use.ts';
import { bootsView } from '../../../session-view.ts';

const inFrench = french({ pressureUnit: 'mmHg', locale: 'fr' });
const boots = bootsView({ simulated: false, physicalStop: true });

describe('notices', () => {
  it('ask for a press with the name of the button that starts, and count a press down without a Close', () => {
    for (const each of [words, inFrench]) {
      const asked = each.notice({ kind: 'needsPress', sides: [], toStart: true }, boots);
      expect(asked.advice.join(' ')).toContain(each.choose.start);
      expect(asked.answer).toBe('dismiss');
      const pressed = each.notice({ kind: 'pressed', sides: [], toStart: true, at: instant(0) }, boots);
      expect(pressed.title).toContain(each.choose.start);
      expect(pressed.answer).toBe('none');
      const other = each.notice({ kind: 'needsPress', sides: [], toStart: false }, boots);
      expect(other.advice.join(' ')).not.toContain(each.choose.start);
    }
  });

  it('say how to stop by hand: with the button or the hose of the boots, and with both if no boots are known', () => {
    for (const [each, button, hose] of [
      [words, 'press the button', 'unplug the hose'],
      [inFrench, 'pressez le bouton', 'débranchez le tuyau'],
    ] as const) {
      const said = (of: BootsView | null): string =>
        each.notice({ kind: 'linkLost', playingOn: true }, of).advice.join(' ');
      expect(said(null)).toMatch(new RegExp(`${button}.*${hose}`));
      expect(said(boots)).not.toContain(hose);
      expect(said(bootsView({ physicalStop: false }))).not.toContain(button);
    }
  });

  it('offer to undo the removal of a program', () => {
    for (const each of [words, inFrench]) {
      const said = each.libraryOutcome({ kind: 'removed', program: { ...postMarathon, name: 'Mine' } }, true);
      expect(said).toMatchObject({ urgency: 'news', answer: 'undo' });
      expect(said.title).toContain('Mine');
    }
  });
});
