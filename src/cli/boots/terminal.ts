/** Draws lines with tones on a terminal, overwriting what is there so that nothing flickers. */

import type { Line, Tone } from './boots-screen.ts';

const ESCAPE = '\u001b[';
/** Select graphic rendition (ECMA-48). */
const renditions: Readonly<Record<Tone, string>> = {
  plain: '',
  strong: '1',
  soft: '2',
  left: '36',
  right: '33',
  alarm: '31',
};

export const onAlternateScreen = `${ESCAPE}?1049h${ESCAPE}?25l`;
export const offAlternateScreen = `${ESCAPE}?25h${ESCAPE}?1049l`;

/** @param width columns; longer lines are cut off */
function drawn(line: Line, width: number, colours: boolean): string {
  let left = width;
  let text = '';
  for (const piece of line) {
    const shown = piece.text.slice(0, left);
    left -= shown.length;
    const rendition = renditions[piece.tone];
    text += rendition === '' || !colours ? shown : `${ESCAPE}${rendition}m${shown}${ESCAPE}0m`;
  }
  return `${text}${ESCAPE}K`;
}

export interface Size {
  readonly columns: number;
  readonly rows: number;
}

/** The output that makes the screen show these lines; lines that do not fit are left out at the bottom. */
export const screenful = (lines: readonly Line[], { columns, rows }: Size, colours: boolean): string =>
  `${ESCAPE}H${lines
    .slice(0, rows)
    .map((line) => drawn(line, columns, colours))
    .join('\r\n')}${ESCAPE}J`;
