/** Draws lines with tones on a terminal. Overwrites the last screen instead of clearing it, so that nothing flickers. */

import type { Line, Size, Tone } from './boots-screen.ts';

const CONTROL_SEQUENCE = '\u001b[';
/** The ECMA-48 codes ("select graphic rendition") of each tone. */
const renditions: Readonly<Record<Tone, string>> = {
  plain: '',
  strong: '1',
  soft: '2',
  left: '36',
  right: '33',
  alarm: '31',
};

export const onAlternateScreen = `${CONTROL_SEQUENCE}?1049h${CONTROL_SEQUENCE}?25l`;
export const offAlternateScreen = `${CONTROL_SEQUENCE}?25h${CONTROL_SEQUENCE}?1049l`;

function drawn(line: Line, width: number, colours: boolean): string {
  let left = width;
  let text = '';
  for (const piece of line) {
    const shown = piece.text.slice(0, left);
    left -= shown.length;
    const rendition = renditions[piece.tone];
    text +=
      rendition === '' || !colours ? shown : `${CONTROL_SEQUENCE}${rendition}m${shown}${CONTROL_SEQUENCE}0m`;
  }
  return `${text}${CONTROL_SEQUENCE}K`;
}

export const screenful = (lines: readonly Line[], { columns, rows }: Size, colours: boolean): string =>
  `${CONTROL_SEQUENCE}H${lines
    .slice(0, rows)
    .map((line) => drawn(line, columns, colours))
    .join('\r\n')}${CONTROL_SEQUENCE}J`;
