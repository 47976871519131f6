/** Draws the time left into the page's icon, which even a narrow tab shows: a ring around the minutes. */

import type { Progress } from '../../session/view.ts';
import { words } from '../../words/in-use.ts';

export interface IconLook {
  /** Whole minutes left, rounded up. */
  readonly minutes: string;
  /** Time left as a share of the session's length, 0 to 1, in steps of 1/24. */
  readonly share: number;
}

const RING_STEPS = 24;

export const iconLook = ({ left, promised }: Progress): IconLook => ({
  minutes: words.numbers.count(Math.ceil(left / 60)),
  share: promised > 0 ? Math.round(Math.min(1, Math.max(0, left / promised)) * RING_STEPS) / RING_STEPS : 1,
});

/** Size of the icon and width of its ring, px. */
const ICON_SIZE = 64;
const RING_WIDTH = 8;

/** The icon has its own light background, so that it can be read on both light and dark tabs. */
const LEFT_COLOUR = '#0b9aa3';
const BACKGROUND_COLOUR = '#fffdf9';
const SPENT_COLOUR = '#c9c3b6';
const TEXT_COLOUR = '#16202a';

/** @returns a data: URL; null if the canvas cannot be drawn on */
export function drawIcon({ minutes, share }: IconLook, canvas: HTMLCanvasElement): string | null {
  canvas.width = ICON_SIZE;
  canvas.height = ICON_SIZE;
  const pen = canvas.getContext('2d');
  if (!pen) return null;
  const middle = ICON_SIZE / 2;
  const ring = (to: number, colour: string): void => {
    pen.beginPath();
    pen.arc(middle, middle, middle - RING_WIDTH / 2, -Math.PI / 2, -Math.PI / 2 + to * 2 * Math.PI);
    pen.lineWidth = RING_WIDTH;
    pen.strokeStyle = colour;
    pen.stroke();
  };
  pen.beginPath();
  pen.arc(middle, middle, middle - 1, 0, 2 * Math.PI);
  pen.fillStyle = BACKGROUND_COLOUR;
  pen.fill();
  ring(1, SPENT_COLOUR);
  ring(share, LEFT_COLOUR);
  pen.fillStyle = TEXT_COLOUR;
  pen.font = `700 ${minutes.length > 2 ? 24 : 32}px system-ui, sans-serif`;
  pen.textAlign = 'center';
  pen.textBaseline = 'middle';
  pen.fillText(minutes, middle, middle + 2);
  return canvas.toDataURL('image/png');
}
