/**
 * Large backup files, and two changes to a page that reads them: storage that gets full, and a record of the
 * texts that the page parses.
 */

import type { Page } from 'playwright';
import { entryWritten } from '../../../../src/journal/document/schema.ts';
import { session } from '../../../unit/journal/entries.ts';

declare global {
  interface Window {
    /** Length of the longest JSON text that the page has parsed outside workers, characters. */
    longest: number;
  }
}

interface ChosenFile {
  readonly name: string;
  readonly mimeType: string;
  readonly buffer: Buffer;
}

const jsonFile = (name: string, text: string): ChosenFile => ({
  name,
  mimeType: 'application/json',
  buffer: Buffer.from(text),
});

/**
 * A file with 2000 notes and nothing but the journal, as earlier versions of the page saved it. @param here a
 * saved journal, whose first person is the author
 */
export function largeBackup(here: { readonly people: readonly { readonly id: string }[] }): ChosenFile {
  const entries = Array.from({ length: 2000 }, (_, order) => ({
    person: here.people[0]?.id,
    device: 'otherdevice',
    at: '2025-11-29T12:10:00.000Z',
    zone: 'UTC',
    id: `large${String(order).padStart(8, '0')}`,
    order,
    kind: 'note',
    text: Array.from({ length: 100 }, () => Math.random().toString(36).slice(2)).join(''),
    of: null,
  }));
  return jsonFile('large.json', JSON.stringify({ ...here, entries, traces: {} }));
}

/** A file with 12,000 copies of one entry, which the page refuses. */
export function hugeBackup(): ChosenFile {
  const one = JSON.stringify(entryWritten(session('2026-11-29T10:00')));
  const entries = Array.from({ length: 12_000 }, () => one);
  return jsonFile(
    'huge.json',
    `{"format":"heartward-journal","version":2,"people":[],"entries":[${entries.join()}]}`,
  );
}

/**
 * From now until the page reloads, storage fails as if full after a thousand more rows. DevTools cannot do this:
 * Chromium gives a page 10 GB, whatever quota DevTools sets.
 */
export const fillStorage = (page: Page): Promise<void> =>
  page.evaluate(() => {
    const { put } = IDBObjectStore.prototype;
    let room = 1000;
    IDBObjectStore.prototype.put = function (...row) {
      if (room-- <= 0) throw new DOMException('the disk is full', 'QuotaExceededError');
      return put.apply(this, row);
    };
  });

/** Records the length of the longest text that the page itself parses, from now until it reloads. */
export const watchParsing = (page: Page): Promise<void> =>
  page.evaluate(() => {
    window.longest = 0;
    const { parse } = JSON;
    JSON.parse = (text, ...more) => {
      window.longest = Math.max(window.longest, String(text).length);
      return parse(text, ...more);
    };
  });
