/**
 * Damaged documents: noise, and good documents with characters changed, removed, doubled or inserted. Every
 * reader returns what it read, or what is wrong. CONTRIBUTING.md says how to try a hundred thousand documents.
 */

import fc from 'fast-check';
import { expect, it } from 'vitest';
import { journalText, readJournal } from '../../../src/journal/document.ts';
import { readActivity } from '../../../src/plan/activity/activity.ts';
import { planText, readPlan } from '../../../src/plan/document.ts';
import { documentText, readDocument } from '../../../src/program/document.ts';
import { programs } from '../../../src/program/presets.ts';
import { runs } from '../../seed.ts';
import { anna, session } from '../../unit/journal/entries.ts';
import { requestFor } from '../../unit/plan/request-for.ts';

const activity =
  '<gpx><trk><trkseg><trkpt lat="52.1" lon="13.2"><ele>30</ele><time>2026-11-29T10:00:00Z</time></trkpt><trkpt lat="52.2" lon="13.3"><ele>31</ele><time>2026-11-29T11:00:00Z</time></trkpt></trkseg></trk></gpx>';
const journal = (
  await journalText({
    people: [{ id: anna, name: 'Anna' }],
    entries: [session('2026-11-29T10:00')],
    traces: new Map(),
  })
).join('');
const good = [
  ...programs.map(documentText),
  planText(requestFor('marathon', { person: { owns: ['boots'] } })),
  journal,
  activity,
];

/**
 * What may be inserted into a document, for example characters with a meaning, huge numbers, odd Unicode, and
 * names that every object inherits.
 */
const bit = fc.oneof(
  fc.constantFrom(
    '{',
    '}',
    '[',
    ']',
    '"',
    ',',
    ':',
    '\\',
    '-',
    '1e999',
    '9'.repeat(400),
    'null',
    '<',
    '/>',
    '&#0;',
  ),
  fc.constantFrom('"__proto__":', '"constructor":', '\\ud800', '\u0000', '\u202e', '"minutes":', '[]', '{}'),
  fc.string({ maxLength: 6 }),
);
const change = fc.record({ at: fc.nat(), without: fc.nat({ max: 20 }), put: bit, twice: fc.boolean() });
const anyDocument = fc
  .tuple(fc.constantFrom(...good), fc.array(change, { maxLength: 4 }))
  .map(([text, changed]) =>
    changed.reduce((before, { at, without, put, twice }) => {
      const from = at % (before.length + 1);
      const taken = before.slice(from, from + without);
      return before.slice(0, from) + (twice ? taken + taken : '') + put + before.slice(from + without);
    }, text),
  );

it('every reader of files returns what it read, or what is wrong with it', async () => {
  let read = 0;
  await fc.assert(
    fc.asyncProperty(anyDocument, async (text) => {
      const outcomes = [
        readDocument(text),
        readPlan(text),
        await readActivity(text),
        await readJournal(text, async () => true),
      ];
      if (outcomes.some((outcome) => outcome?.ok)) read++;
    }),
    { numRuns: Math.ceil(runs(3000) / 10) },
  );
  expect(read).toBeGreaterThan(0);
});
