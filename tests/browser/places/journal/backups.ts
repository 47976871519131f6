/**
 * Large backup files; and changes to a page that restores them: no room for their rows, or a watch on what it
 * parses.
 */

import type { Page } from 'playwright';
import { entryWritten } from '../../../../src/journal/document/schema.ts';
import { session } from '../../../unit/journal/entries.ts';

declare global {
  interface Window {
    /** Length of the longest JSON text that the page's own thread has parsed, characters. */
    longest: number;
  }
}

/** A file as Playwright puts it into an input. */
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

/** A file with a journal and no more, as earlier versions of the page saved it, with 2000 notes. @param here a saved journal, whose first person wrote them */
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

/** A file with 12,000 times the same entry, which the page refuses. */
export function hugeBackup(): ChosenFile {
  const one = JSON.stringify(entryWritten(session('2026-11-29T10:00')));
  const entries = Array.from({ length: 12_000 }, () => one);
  return jsonFile(
    'huge.json',
    `{"format":"heartward-journal","version":2,"people":[],"entries":[${entries.join()}]}`,
  );
}

/**
 * Makes storage fail as if full after a thousand more rows, until the page reloads. DevTools cannot do this:
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

/** Records the length of the longest text that the page itself parses, until the page reloads. */
export const watchParsing = (page: Page): Promise<void> =>
  page.evaluate(() => {
    window.longest = 0;
    const { parse } = JSON;
    JSON.parse = (text, ...more) => {
      window.longest = Math.max(window.longest, String(text).length);
      return parse(text, ...more);
    };
  });
