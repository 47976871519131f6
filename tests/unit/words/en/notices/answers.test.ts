/** The buttons of notices, and the buttons that notices name. */

import { describe, expect, it } from 'vitest';
import { instant } from '../../../../../firmware-protocol/quantities.ts';
import { postMarathon } from '../../../../../src/program/presets/post-marathon.ts';
import { french } from '../../../../../src/words/fr/french.ts';
import { words } from '../../../../../src/words/in-use.ts';
import { bootsView } from '../../../session-view.ts';

const inFrench = french({ pressureUnit: 'mmHg', locale: 'fr' });
const boots = bootsView({ simulated: false });

describe('notices', () => {
  it('ask for a press with the name of the button that starts, and without a Close that would lose the press', () => {
    for (const each of [words, inFrench]) {
      const asked = each.notice({ kind: 'needsPress', sides: [], toStart: true }, boots);
      expect(asked.advice.join(' ')).toContain(each.choose.start);
      expect(asked.answer).toBe('none');
      const pressed = each.notice({ kind: 'pressed', sides: [], toStart: true, at: instant(0) }, boots);
      expect(pressed.title).toContain(each.choose.start);
      const other = each.notice({ kind: 'needsPress', sides: [], toStart: false }, boots);
      expect(other.advice.join(' ')).not.toContain(each.choose.start);
      expect(other.answer).toBe('dismiss');
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
