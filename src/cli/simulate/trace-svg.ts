/** Draws a trace with one band per zone, foot at the bottom: the whole session, and beside it one of its cycles enlarged. */

import { mmhg } from '../../../firmware-protocol/quantities.ts';
import { words } from '../../words/in-use.ts';
import type { Summary } from './summary.ts';
import { cyclesOfLeg, ROWS_PER_SECOND, type Trace, type TraceChannel } from './trace.ts';

const WIDTH = 1500;
const MARGIN = { top: 92, right: 28, bottom: 44, left: 112 };
const PANEL_GAP = 44;
const BAND_HEIGHT = 84;
const BAND_GAP = 12;
const CLOSE_UP_WIDTH = 430;
const WHOLE_WIDTH = WIDTH - MARGIN.left - MARGIN.right - PANEL_GAP - CLOSE_UP_WIDTH;

const STYLE = `
svg{--paper:#f6f4ef;--ink:#16202a;--soft:#5d6873;--line:#dfdad0;--band:#fffdf9;--left:#0b7f86;--right:#b06a12;--asked:#16202a}
@media(prefers-color-scheme:dark){svg{--paper:#0f141a;--ink:#e9eef2;--soft:#93a1ad;--line:#27313b;--band:#171e26;--left:#3fd0c9;--right:#f2b25c;--asked:#e9eef2}}
text{font-family:system-ui,sans-serif;font-variant-numeric:tabular-nums;fill:var(--soft);font-size:13px}
.title{fill:var(--ink);font-size:24px;font-weight:650}.part{fill:var(--ink);font-size:15px;font-weight:600}
.asked{fill:var(--asked);fill-opacity:.09;stroke:var(--asked);stroke-opacity:.35;stroke-width:1}
.left{fill:none;stroke:var(--left);stroke-width:2}.right{fill:none;stroke:var(--right);stroke-width:1.4}
.range{stroke-width:1;stroke-linejoin:round}.range.left{fill:var(--left);fill-opacity:.55}.range.right{fill:var(--right);fill-opacity:.3;stroke-opacity:.6}`;

interface Panel {
  readonly x: number;
  readonly width: number;
  readonly from: number;
  readonly to: number;
}

interface Band {
  readonly bottom: number;
  /** Pixels per mmHg. */
  readonly scale: number;
}

const fixed = (value: number): string => value.toFixed(1);
const columnsOf = ({ width, from, to }: Panel): number => Math.max(1, Math.min(Math.floor(width), to - from));

function ranges(values: readonly number[], panel: Panel): { low: number; high: number }[] {
  const columns = columnsOf(panel);
  const rows = panel.to - panel.from;
  return Array.from({ length: columns }, (_, column) => {
    const first = panel.from + Math.floor((column * rows) / columns);
    const last = Math.max(first + 1, panel.from + Math.floor(((column + 1) * rows) / columns));
    const part = values.slice(first, last);
    return { low: Math.min(...part), high: Math.max(...part) };
  });
}

const xAt = (panel: Panel, column: number, columns: number): string =>
  fixed(panel.x + (columns > 1 ? (column / (columns - 1)) * panel.width : 0));
const yAt = (band: Band, value: number): string => fixed(band.bottom - Math.max(0, value) * band.scale);

function askedArea(values: readonly number[], panel: Panel, band: Band): string {
  const columns = ranges(values, panel);
  const top = columns.map(({ high }, i) => `${xAt(panel, i, columns.length)},${yAt(band, high)}`).join(' ');
  return `<polygon class="asked" points="${fixed(panel.x)},${fixed(band.bottom)} ${top} ${fixed(panel.x + panel.width)},${fixed(band.bottom)}"/>`;
}

function measured(channel: TraceChannel, panel: Panel, band: Band): string {
  const columns = ranges(channel.pressure, panel);
  if ((panel.to - panel.from) / columns.length < 2) {
    const points = columns
      .map(({ high }, i) => `${xAt(panel, i, columns.length)},${yAt(band, high)}`)
      .join(' ');
    return `<polyline class="${channel.boot}" points="${points}"/>`;
  }
  const highs = columns.map(({ high }, i) => `${xAt(panel, i, columns.length)},${yAt(band, high)}`);
  const lows = columns.map(({ low }, i) => `${xAt(panel, i, columns.length)},${yAt(band, low)}`).reverse();
  return `<polygon class="range ${channel.boot}" points="${[...highs, ...lows].join(' ')}"/>`;
}

/** The rows of a cycle from the middle of the session; of the first 80 s if there is no whole cycle. */
function closeUp(trace: Trace): { from: number; to: number } {
  const side = trace.channels[0]?.boot ?? 'left';
  const cycles = cyclesOfLeg(trace, side);
  const middle = Math.max(0, Math.floor((cycles.length - 1) / 2));
  return cycles[middle] ?? { from: 0, to: Math.min(trace.times.length, 80 * ROWS_PER_SECOND) };
}

function ticks(panel: Panel, bottom: number, unit: 'min' | 's'): string {
  const span = (panel.to - panel.from) / ROWS_PER_SECOND / (unit === 'min' ? 60 : 1);
  const every = [1, 2, 5, 10, 20, 60].find((step) => span / step <= 7) ?? 120;
  const marks: string[] = [];
  for (let at = 0; at <= span; at += every) {
    const x = fixed(panel.x + (at / span) * panel.width);
    marks.push(`<line x1="${x}" x2="${x}" y1="${bottom}" y2="${bottom + 5}" stroke="var(--soft)"/>`);
    marks.push(`<text x="${x}" y="${bottom + 20}" text-anchor="middle">${at} ${unit}</text>`);
  }
  return marks.join('');
}

export function traceSvg(trace: Trace, summary: Summary): string {
  const zones = summary.zones_per_leg;
  const highest = Math.max(40, summary.peak_mmhg * 1.12);
  const height = MARGIN.top + zones * (BAND_HEIGHT + BAND_GAP) + MARGIN.bottom;
  const bottom = height - MARGIN.bottom;
  const whole: Panel = { x: MARGIN.left, width: WHOLE_WIDTH, from: 0, to: trace.times.length };
  const near: Panel = { x: MARGIN.left + WHOLE_WIDTH + PANEL_GAP, width: CLOSE_UP_WIDTH, ...closeUp(trace) };
  const bands = Array.from({ length: zones }, (_, zone) => {
    const band: Band = { bottom: bottom - zone * (BAND_HEIGHT + BAND_GAP), scale: BAND_HEIGHT / highest };
    const channels = trace.channels.filter((channel) => channel.zone === zone);
    const drawn = [whole, near].map((panel) => {
      const ground = `<rect x="${panel.x}" y="${band.bottom - BAND_HEIGHT}" width="${panel.width}" height="${BAND_HEIGHT}" fill="var(--band)" stroke="var(--line)"/>`;
      const asked = channels[0] ? askedArea(channels[0].target, panel, band) : '';
      return ground + asked + channels.map((channel) => measured(channel, panel, band)).join('');
    });
    const { part = '', peak_mmhg = 0 } = summary.zones.find((known) => known.zone === zone) ?? {};
    const middle = band.bottom - BAND_HEIGHT / 2;
    return `<text class="part" x="${MARGIN.left - 14}" y="${middle}" text-anchor="end">${part}</text><text x="${MARGIN.left - 14}" y="${middle + 18}" text-anchor="end">to ${peak_mmhg}</text>${drawn.join('')}`;
  });
  const minutes = (summary.duration_s / 60).toFixed(1);
  const key = near.x;
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${height}" role="img" aria-label="Pressure of every zone over ${minutes} minutes">
<style>${STYLE}</style><rect width="${WIDTH}" height="${height}" fill="var(--paper)"/>
<text class="title" x="${MARGIN.left}" y="44">${summary.program}, ${words.numbers.withUnit(mmhg(summary.peak_mmhg))}</text>
<text x="${MARGIN.left}" y="70">The whole session: ${minutes} min, ${summary.cycles} cycles, ${zones} zones per leg, seed ${summary.seed}</text>
<text x="${key}" y="70">One cycle. True pressure:</text>
<line class="left" x1="${key + 168}" x2="${key + 190}" y1="65" y2="65"/><text x="${key + 196}" y="70">left</text>
<line class="right" x1="${key + 232}" x2="${key + 254}" y1="65" y2="65"/><text x="${key + 260}" y="70">right</text>
<rect class="asked" x="${key + 304}" y="58" width="22" height="13"/><text x="${key + 332}" y="70">target</text>
${bands.join('\n')}
${ticks(whole, bottom, 'min')}${ticks(near, bottom, 's')}
</svg>
`;
}
