/** The drawing of the boots' battery. */

import { html, nothing, svg } from 'lit';
import type { BootsView } from '../../session/view.ts';

/** Width of the inside of the drawn battery, in units of its view box. */
export const INSIDE = 12;

/** Smallest width of a fill that can be seen, in units of the view box. */
const LEAST = 1;

export interface BatteryDrawing {
  /** Width of the fill, from 0 to INSIDE. */
  readonly fill: number;
  /** A question mark for an unknown charge, an exclamation mark for a low one. */
  readonly mark: '?' | '!' | null;
}

export function batteryDrawing({
  battery,
  batteryLow,
}: Pick<BootsView, 'battery' | 'batteryLow'>): BatteryDrawing {
  if (battery === null) return { fill: 0, mark: '?' };
  const fill = battery <= 0 ? 0 : Math.max(LEAST, (INSIDE * Math.min(battery, 100)) / 100);
  return { fill, mark: batteryLow ? '!' : null };
}

/** Hidden from screen readers, because the charge stands beside it. */
export function batteryIcon(boots: Pick<BootsView, 'battery' | 'batteryLow'>) {
  const { fill, mark } = batteryDrawing(boots);
  return html`<svg viewBox="0 0 24 24" aria-hidden="true">
    <rect x="2" y="7" width="17" height="10" rx="2.5" fill="none" stroke="currentColor" stroke-width="2"/>
    <path fill="currentColor" d="M21 10.5h1a.8.8 0 0 1 .8.8v1.4a.8.8 0 0 1-.8.8h-1z"/>
    <rect x="4.5" y="9.5" width=${fill} height="5" fill="currentColor"/>
    ${mark === null ? nothing : svg`<text x="11" y="15.2" text-anchor="middle" font-size="9" font-weight="800" fill="currentColor">${mark}</text>`}
  </svg>`;
}
