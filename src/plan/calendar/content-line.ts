/** Writes lines of an iCalendar file (RFC 5545, 3.1 and 3.3.11). */

/** Most octets of a line, without its line break. */
const LONGEST_LINE = 75;

const octets = (text: string): number => new TextEncoder().encode(text).length;

/** A text as the value of a line: escapes the characters that have a meaning there, and leaves out control characters. */
export const escaped = (text: string): string =>
  text
    .replace(/\r\n?/g, '\n')
    .replace(/(?!\n)\p{Cc}/gu, '')
    .replace(/[\\;,]/g, (mark) => `\\${mark}`)
    .replace(/\n/g, '\\n');

/** Folds a line between characters, never inside one; continuation lines begin with a space. */
export function folded(line: string): string {
  const lines: string[] = [];
  let part = '';
  let length = 0;
  for (const character of line) {
    const more = octets(character);
    if (length + more > LONGEST_LINE) {
      lines.push(part);
      part = ' ';
      length = 1;
    }
    part += character;
    length += more;
  }
  return [...lines, part].join('\r\n');
}

/** @param lines unfolded lines, whose texts are already escaped @returns the text of the file, with lines that end in CRLF */
export const contentLines = (lines: readonly string[]): string =>
  lines.map((line) => `${folded(line)}\r\n`).join('');
