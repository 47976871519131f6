/**
 * Reads the parts of XML that activity files use: elements, attributes, text. Entities are not resolved, so that a small file cannot expand
 * into a huge one.
 */

import type { ActivityProblem } from './problem.ts';

export interface XmlReader {
  /** @param attributes the text between the name of the tag and its ">" */
  open(name: string, attributes: string): void;
  /** @param text the element's text with entities as they are; "" if the element contains others */
  close(name: string, text: string): void;
}

/** Far more levels of nested elements than GPX and TCX use. */
const DEEPEST_NESTING = 64;
const LONGEST_NAME = 100;
/** Far more characters than the attributes of a point have. The reader gets no more of a tag's attributes. */
const MOST_ATTRIBUTES = 4000;
/** So many characters are scanned between two calls of `pause`, in some milliseconds. */
const BETWEEN_PAUSES = 128 * 1024;
/** Longest part of an element's name that a problem shows, characters. */
const MOST_SHOWN_OF_NAME = 40;

/** A name without its namespace prefix, because each file chooses its own prefixes. */
const local = (name: string): string => name.slice(name.indexOf(':') + 1);

const NEWLINE = 10;
const EXCLAMATION = 33;
const DOUBLE = 34;
const SINGLE = 39;
const SLASH = 47;
const QUESTION = 63;

const NAME_PATTERN = /[A-Za-z_][\w.:-]*/y;

function lineAt(text: string, index: number): number {
  let line = 1;
  for (let at = 0; at < index; at++) if (text.charCodeAt(at) === NEWLINE) line += 1;
  return line;
}

function nameAt(text: string, at: number): string | null {
  NAME_PATTERN.lastIndex = at;
  const name = NAME_PATTERN.exec(text)?.[0] ?? null;
  return name === null || name.length > LONGEST_NAME ? null : name;
}

/** Index of the first ">" outside of quotes; -1 if there is none. @param from where the tag begins */
function endOfTag(text: string, from: number): number {
  let end = text.indexOf('>', from);
  let quote = nextQuote(text, from, end);
  while (quote >= 0) {
    const closing = text.indexOf(text.charAt(quote), quote + 1);
    if (closing < 0) return -1;
    if (closing > end) end = text.indexOf('>', closing);
    if (end < 0) return -1;
    quote = nextQuote(text, closing + 1, end);
  }
  return end;
}

function nextQuote(text: string, from: number, end: number): number {
  for (let at = from; at < end; at++) {
    const code = text.charCodeAt(at);
    if (code === DOUBLE || code === SINGLE) return at;
  }
  return -1;
}

/** Begin and end of the parts that the scan skips: comments, CDATA sections, processing instructions. */
const skipped = [
  ['<!--', '-->'],
  ['<![CDATA[', ']]>'],
  ['<?', '?>'],
] as const;

/**
 * Passes the elements of a text to a reader, until the outermost element closes.
 * @param reader returns the reader for a file with this outermost element; null = no known kind of file
 * @param pause called repeatedly with the number of characters scanned so far; the scan continues once it resolves to true, and ends once it
 *   resolves to false
 * @returns null = no problem
 */
export async function scanXml(
  text: string,
  reader: (root: string) => XmlReader | null,
  pause: (scanned: number) => Promise<boolean>,
): Promise<ActivityProblem | 'stopped' | null> {
  const open: string[] = [];
  let reading: XmlReader | null = null;
  let afterOpening = -1;
  let paused = 0;
  let at = text.indexOf('<');
  if (at < 0 || /\S/.test(text.slice(0, at).replace(/^\uFEFF/, ''))) return { kind: 'notXml' };
  while (at >= 0) {
    if (at - paused >= BETWEEN_PAUSES) {
      paused = at;
      if (!(await pause(at))) return 'stopped';
    }
    const next = text.charCodeAt(at + 1);
    const skip =
      next === EXCLAMATION || next === QUESTION
        ? skipped.find(([begins]) => text.startsWith(begins, at))
        : undefined;
    if (skip !== undefined) {
      const end = text.indexOf(skip[1], at + skip[0].length);
      if (end < 0) return { kind: 'cutOff' };
      at = text.indexOf('<', end);
      continue;
    }
    if (next === EXCLAMATION) return { kind: 'doctype' };
    const isClosing = next === SLASH;
    const name = nameAt(text, at + (isClosing ? 2 : 1));
    if (name === null) return at + 1 >= text.length ? { kind: 'cutOff' } : notXmlAt(text, at, reading);
    const end = endOfTag(text, at);
    if (end < 0) return { kind: 'cutOff' };
    if (isClosing) {
      if (open.pop() !== name) return { kind: 'tangled', line: lineAt(text, at) };
      reading?.close(local(name), afterOpening < 0 ? '' : text.slice(afterOpening, at));
      afterOpening = -1;
      if (open.length === 0) return null;
    } else {
      if (reading === null) {
        reading = reader(local(name));
        if (reading === null) return otherXml(name);
      }
      const isEmpty = text.charCodeAt(end - 1) === SLASH;
      const attributes = at + 1 + name.length;
      reading.open(
        local(name),
        text.slice(attributes, Math.min(isEmpty ? end - 1 : end, attributes + MOST_ATTRIBUTES)),
      );
      if (isEmpty) reading.close(local(name), '');
      else open.push(name);
      if (open.length > DEEPEST_NESTING) return { kind: 'tooDeep', most: DEEPEST_NESTING };
      afterOpening = isEmpty ? -1 : end + 1;
    }
    at = text.indexOf('<', end);
  }
  return { kind: 'cutOff' };
}

const otherXml = (name: string): ActivityProblem => ({
  kind: 'otherXml',
  root: name.slice(0, MOST_SHOWN_OF_NAME),
});

const notXmlAt = (text: string, at: number, reading: XmlReader | null): ActivityProblem =>
  reading === null ? { kind: 'notXml' } : { kind: 'tangled', line: lineAt(text, at) };
