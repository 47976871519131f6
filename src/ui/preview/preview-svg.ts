/** The preview of a program as an SVG file. */

import type { Preview } from '../../timeline/preview/preview.ts';
import { storiesOf } from '../../timeline/preview/story.ts';
import { words } from '../../words/in-use.ts';
import { type Lane, type LegLanes, PICTURE_WIDTH, type Picture, pictureOf, type Tick } from './geometry.ts';
import { type Strip, stripOf } from './strip.ts';

export interface FileOptions {
  /** Stands above the picture, in large type. */
  readonly title: string;
  readonly subtitle: string;
  /** Prefix of the ids in the file, so that several pictures can share a page. */
  readonly id: string;
}

const WIDTH = 760;
const PLOT = { x: 168, width: 568 };
const TOP = 84;
const MEASURES = { lane: 38, gap: 7, heading: 26 } as const;
const TURN_LABELS = 22;
const STRIP_HEIGHT = 34;
const FIGURES_HEIGHT = 64;

const STYLE = `
.hw{--paper:#fffdf9;--ink:#16202a;--soft:#5a6570;--line:#dfdad0;--sleeve:#f1eee6;--press:#0b7f86;--edge:#076068;font-family:system-ui,sans-serif;font-variant-numeric:tabular-nums}
@media(prefers-color-scheme:dark){.hw{--paper:#171e26;--ink:#e9eef2;--soft:#98a6b2;--line:#27313b;--sleeve:#1d2630;--press:#3fd0c9;--edge:#7fe6e0}}
.hw text{fill:var(--soft);font-size:13px}.hw .title{fill:var(--ink);font-size:22px;font-weight:680}.hw .leg{fill:var(--ink);font-weight:600}
.hw .part{fill:var(--ink);font-size:14px;font-weight:550}.hw .value{fill:var(--ink);font-size:16px;font-weight:650}
.hw .paper{fill:var(--paper)}.hw .ground{fill:var(--sleeve)}.hw .depth{stop-color:var(--press)}.hw .edge{fill:none;stroke:var(--edge);stroke-width:1.5;stroke-linejoin:round}
.hw .asked{fill:none;stroke:var(--ink);stroke-opacity:.5;stroke-width:1;stroke-dasharray:3 3}.hw .tick{stroke:var(--line);stroke-width:1}.hw .turn{stroke:var(--soft);stroke-width:1.2;stroke-dasharray:2 4}
.hw .prefill{fill:var(--press);fill-opacity:.28}.hw .cycle{fill:var(--press);fill-opacity:.8}.hw .still{vector-effect:non-scaling-stroke}`;

const escaped = (text: string): string =>
  text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');

const fixed = (value: number): string => value.toFixed(1);

type Anchor = 'start' | 'middle' | 'end';

const text = (x: number, y: number, words: string, kind = '', anchor: Anchor = 'start'): string =>
  `<text x="${fixed(x)}" y="${fixed(y)}"${kind ? ` class="${kind}"` : ''}${anchor === 'start' ? '' : ` text-anchor="${anchor}"`}>${escaped(words)}</text>`;

const across = (share: number): number => PLOT.x + share * PLOT.width;

function laneSvg(lane: Lane, id: string): string {
  const ground = `<rect class="ground" x="0" y="${lane.top}" width="${PICTURE_WIDTH}" height="${lane.bottom - lane.top}"/>`;
  if (lane.off) return ground;
  const stops = lane.depths
    .map(
      ({ at, depth }) => `<stop class="depth" offset="${at.toFixed(4)}" stop-opacity="${depth.toFixed(2)}"/>`,
    )
    .join('');
  return (
    `${ground}<linearGradient id="${id}" gradientUnits="userSpaceOnUse" x1="0" x2="${PICTURE_WIDTH}" y1="0" y2="0">${stops}</linearGradient>` +
    `<path d="${lane.area}" fill="url(#${id})"/><path class="edge still" d="${lane.edge}"/><path class="asked still" d="${lane.asked}"/>`
  );
}

function laneWords(lane: Lane, top: number): string {
  const middle = top + (lane.top + lane.bottom) / 2 + 5;
  return (
    text(PLOT.x - 64, middle, words.parts[lane.part], 'part', 'end') +
    text(PLOT.x - 14, middle, lane.off ? words.drawing.off : words.drawing.peak(lane.peak), '', 'end')
  );
}

function legSvg(leg: LegLanes, index: number, top: number, id: string): { shapes: string; words: string } {
  const name = words.drawing.sidesName(leg.sides);
  return {
    shapes: leg.lanes.map((lane, zone) => laneSvg(lane, `${id}-${index}-${zone}`)).join(''),
    words:
      text(PLOT.x - 64, top + leg.top + 17, name, 'leg', 'end') +
      text(PLOT.x - 14, top + leg.top + 17, words.drawing.unit, '', 'end') +
      leg.lanes.map((lane) => laneWords(lane, top)).join(''),
  };
}

const stretched = (y: number, height: number, inside: string): string =>
  `<svg x="${PLOT.x}" y="${y}" width="${PLOT.width}" height="${height}" viewBox="0 0 ${PICTURE_WIDTH} ${height}" preserveAspectRatio="none" overflow="visible">${inside}</svg>`;

function ticks(list: readonly Tick[], y: number, unit: string, of: (tick: Tick) => string): string {
  return list
    .map((tick, index) => {
      const last = index === list.length - 1;
      const x = across(tick.at);
      return `<line class="tick" x1="${fixed(x)}" x2="${fixed(x)}" y1="${y}" y2="${y + 5}"/>${text(x, y + 19, last ? `${of(tick)} ${unit}` : of(tick), '', 'middle')}`;
    })
    .join('');
}

function turns(picture: Picture, preview: Preview, top: number): string {
  return picture.turns
    .map(({ from, to, turn }, index) => {
      const line =
        index === 0
          ? ''
          : `<line class="turn" x1="${fixed(across(from))}" x2="${fixed(across(from))}" y1="${top - TURN_LABELS}" y2="${top + picture.height}"/>`;
      return `${line}${text(across((from + to) / 2), top - 6, words.drawing.turnLabel(preview, turn), 'leg', 'middle')}`;
    })
    .join('');
}

const stripSvg = (strip: Strip): string =>
  `<rect class="ground" width="${PICTURE_WIDTH}" height="${strip.height}"/><path class="prefill" d="${strip.prefills}"/><path class="cycle" d="${strip.cycles}"/>`;

function figures(preview: Preview, y: number): string {
  const all = words.drawing.figures(preview);
  const width = (WIDTH - 48) / all.length;
  return all
    .map(({ label, value, more }, index) => {
      const x = 24 + index * width;
      return text(x, y, label) + text(x, y + 21, value, 'value') + text(x, y + 38, more);
    })
    .join('');
}

export function previewSvg(preview: Preview, { title, subtitle, id }: FileOptions): string {
  const picture = pictureOf(preview, MEASURES);
  const strip = stripOf(preview, STRIP_HEIGHT);
  const top = TOP + (picture.turns.length > 0 ? TURN_LABELS : 0);
  const under = top + picture.height;
  const stripTop = under + 44;
  const figuresTop = stripTop + STRIP_HEIGHT + 54;
  const height = figuresTop + FIGURES_HEIGHT - 8;
  const legs = picture.legs.map((leg, index) => legSvg(leg, index, top, id));
  return `<svg class="hw" xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${height}" role="img" aria-label="${escaped(`${title}. ${words.drawing.sentence(preview, storiesOf(preview))}`)}">
<style>${STYLE}</style><rect class="paper" width="${WIDTH}" height="${height}" rx="16"/>
${text(24, 40, title, 'title')}${text(24, 62, subtitle)}
${stretched(top, picture.height, legs.map(({ shapes }) => shapes).join('\n'))}
${legs.map(({ words }) => words).join('\n')}
${turns(picture, preview, top)}
${ticks(picture.ticks, under, 's', ({ time }) => words.drawing.seconds(time))}
${text(PLOT.x - 14, stripTop + STRIP_HEIGHT / 2 + 5, words.drawing.session, '', 'end')}
${stretched(stripTop, STRIP_HEIGHT, stripSvg(strip))}
${ticks(strip.ticks, stripTop + STRIP_HEIGHT, 'min', ({ time }) => words.drawing.minutes(time))}
${figures(preview, figuresTop)}
</svg>
`;
}
