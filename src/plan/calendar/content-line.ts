/** Writes lines of a calendar file (RFC 5545, sections 3.1 and 3.3.11). */

/** Octets, without the line break (RFC 5545, section 3.1). */
const LONGEST_LINE = 75;

const octets = (text: string): number => new TextEncoder().encode(text).length;

/** Escapes the characters that have a meaning in the value of a line, and leaves out control characters. */
export const escaped = (text: string): string =>
  text
    .replace(/\r\n?/g, '\n')
    .replace(/(?!\n)\p{Cc}/gu, '')
    .replace(/[\\;,]/g, (mark) => `\\${mark}`)
    .replace(/\n/g, '\\n');

/** Breaks a long line between characters; continuation lines begin with a space. */
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

/** @param lines unfolded lines, whose texts are escaped @returns text with lines that end in CRLF */
export const contentLines = (lines: readonly string[]): string =>
  lines.map((line) => `${folded(line)}\r\n`).join('');
