/** A boot that was not added: each cause has a title and advice that are true of it, in English and French. */

import { describe, expect, it } from 'vitest';
import type { NotAdded } from '../../../../../src/session/view.ts';
import { french } from '../../../../../src/words/fr/french.ts';
import { words } from '../../../../../src/words/in-use.ts';

const NO_PAIR = 'These two boots do not make a pair';
const NOT_ADDED = 'The other boot was not added';
const OTHER_LEG = 'Choose the boot for the other leg.';
const CAME_WITH_IT = 'Choose the boot that came with the connected one.';

const cases: readonly (readonly [NotAdded, string, string])[] = [
  [{ kind: 'bothLegs' }, NO_PAIR, `One of them is for both legs already. ${OTHER_LEG}`],
  [{ kind: 'sameLeg', side: 'left' }, NO_PAIR, `Both are left boots. ${OTHER_LEG}`],
  [{ kind: 'sameLeg', side: 'right' }, NO_PAIR, `Both are right boots. ${OTHER_LEG}`],
  [{ kind: 'sameSerial' }, NO_PAIR, `Both have the same serial number. ${OTHER_LEG}`],
  [{ kind: 'unlikeZones' }, NO_PAIR, `They have different zones. ${CAME_WITH_IT}`],
  [{ kind: 'unlikeTimes' }, NO_PAIR, `They measure at different rates. ${CAME_WITH_IT}`],
  [{ kind: 'chosenTwice' }, 'You chose the same boot twice', OTHER_LEG],
  [{ kind: 'sessionBegun' }, NOT_ADDED, 'A session started in the meantime. Add the boot when that is over.'],
  [
    { kind: 'notChosen', detail: 'NetworkError' },
    NOT_ADDED,
    'The browser could not let you choose it. (NetworkError) Try again.',
  ],
  [
    { kind: 'notOpened', failure: { kind: 'couldNotConnect', cause: { kind: 'noAnswer' } } },
    NOT_ADDED,
    'It could not be reached. Check that it is on, charged and near, and not connected to another device; then try again. (the boots did not answer)',
  ],
  [
    { kind: 'notOpened', failure: { kind: 'notBoots', cause: { kind: 'link', detail: 'no service' } } },
    NOT_ADDED,
    'That device does not speak the protocol: no service. Choose another device.',
  ],
  [
    { kind: 'notOpened', failure: { kind: 'wrongVersion', theirs: '2.0', ours: '1.0' } },
    NOT_ADDED,
    'It speaks version 2.0, this page speaks 1.0. Update whichever is older.',
  ],
  [
    { kind: 'notOpened', failure: { kind: 'payloadTooSmall', bytes: 20 } },
    NOT_ADDED,
    'Its Bluetooth connection carries 20 bytes at a time, but 61 are needed. Use another phone or computer, or another Bluetooth adapter.',
  ],
  [
    { kind: 'notOpened', failure: { kind: 'limitsTooWide', limit: 'target' } },
    NOT_ADDED,
    'It allows more than this page considers safe: target pressure. Its firmware must be corrected first.',
  ],
];

const inFrench = french({ pressureUnit: 'mmHg', locale: 'fr' });

describe('a boot that was not added', () => {
  it.each(cases)('%j', (why, title, advice) => {
    const said = words.notice({ kind: 'notAPair', why }, null);
    expect(said.title).toBe(title);
    expect(said.advice.join(' ')).toBe(advice);
  });

  it('has a title of the same kind in French', () => {
    const titles = new Map(
      cases.map(([why, title]) => [title, inFrench.notice({ kind: 'notAPair', why }, null).title]),
    );
    for (const [why, title] of cases)
      expect(inFrench.notice({ kind: 'notAPair', why }, null).title).toBe(titles.get(title));
    expect(new Set(titles.values()).size).toBe(titles.size);
  });
});
