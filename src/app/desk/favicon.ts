/** Draws the time left as the page's icon: a ring around the minutes, which even a narrow tab shows. */

import type { Progress } from '../../session/view.ts';
import { words } from '../../words/in-use.ts';

/** What the icon shows. It is redrawn only when this changes. */
export interface IconLook {
  /** Whole minutes left, rounded up. */
  readonly minutes: string;
  /** Time left as a share of the session's length, in steps of 1/24. */
  readonly share: number;
}

const STEPS = 24;

export const iconLook = ({ left, promised }: Progress): IconLook => ({
  minutes: words.numbers.count(Math.ceil(left / 60)),
  share: promised > 0 ? Math.round(Math.min(1, Math.max(0, left / promised)) * STEPS) / STEPS : 1,
});

/** px */
const SIZE = 64;
const TRACK = 8;

/** Colours that can be seen on light and on dark tabs. */
const PRESS = '#0b9aa3';
const PAPER = '#fffdf9';
const REST = '#c9c3b6';
const INK = '#16202a';

/** @returns a data: URL; null if the canvas cannot be drawn on */
export function drawIcon({ minutes, share }: IconLook, canvas: HTMLCanvasElement): string | null {
  canvas.width = SIZE;
  canvas.height = SIZE;
  const pen = canvas.getContext('2d');
  if (!pen) return null;
  const middle = SIZE / 2;
  const ring = (to: number, colour: string): void => {
    pen.beginPath();
    pen.arc(middle, middle, middle - TRACK / 2, -Math.PI / 2, -Math.PI / 2 + to * 2 * Math.PI);
    pen.lineWidth = TRACK;
    pen.strokeStyle = colour;
    pen.stroke();
  };
  pen.beginPath();
  pen.arc(middle, middle, middle - 1, 0, 2 * Math.PI);
  pen.fillStyle = PAPER;
  pen.fill();
  ring(1, REST);
  ring(share, PRESS);
  pen.fillStyle = INK;
  pen.font = `700 ${minutes.length > 2 ? 24 : 32}px system-ui, sans-serif`;
  pen.textAlign = 'center';
  pen.textBaseline = 'middle';
  pen.fillText(minutes, middle, middle + 2);
  return canvas.toDataURL('image/png');
}
