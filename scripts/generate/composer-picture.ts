/** Draws docs/composer.svg: how a cycle is fitted into the limits. Each step shows the name of the function that does it. */

interface Step {
  readonly name: string;
  /** Path below src/timeline/cycle. */
  readonly file: string;
  readonly title: string;
  readonly text: string;
}

export const steps: readonly Step[] = [
  {
    name: 'composeCycle',
    file: 'compose.ts',
    title: 'program, boots, air',
    text: 'which cycle: intensity, turn',
  },
  { name: 'levelsOf', file: 'levels.ts', title: 'levels', text: 'peak and hold of every zone' },
  { name: 'paceAsMeant', file: 'pace.ts', title: 'pace', text: 'how much of the pattern is played' },
  {
    name: 'beatsOf',
    file: 'pulse-pattern.ts',
    title: 'beats',
    text: 'prefill, wave, release: targets and times',
  },
  { name: 'rehearse', file: 'rehearsal.ts', title: 'rehearsal', text: 'on slow, expected and quick air' },
  { name: 'fits', file: 'rehearsal.ts', title: 'does it fit?', text: 'the limits less a margin' },
  { name: 'restAfter', file: 'fit-cycle.ts', title: 'rest', text: 'full release, share above 30 mmHg' },
  { name: 'gateLimits', file: 'gates.ts', title: 'gates', text: 'how long each may wait' },
  { name: 'keyframesOf', file: 'rehearsal.ts', title: 'keyframes', text: 'what the boots are sent' },
];

/** What the pattern gives up if a cycle does not fit, in this order. */
export const givingWay: readonly string[] = [
  'fewer squeezes in a pulse',
  'shorter holds, down to none',
  'two steps held behind the wave',
  'one step held behind the wave',
  'the step behind it released early',
];

/**
 * What the wave is fitted to, in this order: airs and bounds with less and less reserve. If it fits none of them, the last line applies.
 */
export const reserves: readonly string[] = [
  'slowest air, bounds.ample',
  'slowest air, bounds.least',
  'estimated air, bounds.least',
  'quickestPace, with fits: false',
];

const BOX = { left: 24, width: 330, height: 46, gap: 20 };
const SIDE = { left: 486, width: 350, line: 24 };
const TOP = 20;
const SIZE = { width: 860, height: TOP + steps.length * (BOX.height + BOX.gap) };

const STYLE = `
svg{--paper:#f6f4ef;--ink:#16202a;--soft:#5d6873;--line:#0b7f86;--box:#fff;--no:#b06a12}
@media(prefers-color-scheme:dark){svg{--paper:#0f141a;--ink:#e9eef2;--soft:#93a1ad;--line:#3fd0c9;--box:#17202a;--no:#f2b25c}}
text{font:14px system-ui,sans-serif;fill:var(--ink)}.title{font-weight:650}.soft{fill:var(--soft)}
.code{font:12.5px ui-monospace,Menlo,Consolas,monospace;fill:var(--line)}.no{fill:var(--no)}
rect{fill:var(--box);stroke:var(--line);stroke-width:1.4}.paper{fill:var(--paper);stroke:none}.side{stroke:var(--no)}
path{fill:none;stroke:var(--line);stroke-width:1.6}path.no{stroke:var(--no);fill:none}
#arrow path{fill:var(--line);stroke:none}#arrow-no path{fill:var(--no);stroke:none}`;

const marker = (id: string): string =>
  `<marker id="${id}" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="8" markerHeight="8" orient="auto"><path d="M0 0L8 4L0 8z"/></marker>`;

const topOf = (index: number): number => TOP + index * (BOX.height + BOX.gap);
const indexOf = (name: string): number => steps.findIndex((step) => step.name === name);
const middleOf = (name: string): number => topOf(indexOf(name)) + BOX.height / 2;

function box({ name, title, text }: Step, index: number): string {
  const { left, width, height, gap } = BOX;
  const top = topOf(index);
  const arrow =
    index === steps.length - 1
      ? ''
      : `<path d="M${left + width / 2} ${top + height}v${gap - 2}" marker-end="url(#arrow)"/>`;
  return [
    `<rect x="${left}" y="${top}" width="${width}" height="${height}" rx="8"/>`,
    `<text class="title" x="${left + 14}" y="${top + 20}">${title}</text>`,
    `<text class="code" x="${left + width - 14}" y="${top + 20}" text-anchor="end">${name}</text>`,
    `<text class="soft" x="${left + 14}" y="${top + 38}">${text}</text>`,
    arrow,
  ].join('\n');
}

function list(top: number, title: string, code: string, lines: readonly string[]): string {
  const { left, width, line } = SIDE;
  return [
    `<rect class="side" x="${left}" y="${top}" width="${width}" height="${40 + lines.length * line}" rx="8"/>`,
    `<text class="title" x="${left + 14}" y="${top + 24}">${title}</text>`,
    `<text class="code" x="${left + width - 14}" y="${top + 24}" text-anchor="end">${code}</text>`,
    ...lines.map(
      (text, index) =>
        `<text class="soft" x="${left + 14}" y="${top + 48 + index * line}">${index + 1}. ${text}</text>`,
    ),
  ].join('\n');
}

/** @returns the text of the SVG file, with a line break at its end */
export function composerPicture(): string {
  const right = BOX.left + BOX.width;
  const giveWay = { top: topOf(indexOf('paceAsMeant')) - 10, bottom: 0 };
  giveWay.bottom = giveWay.top + 40 + givingWay.length * SIDE.line;
  const tries = giveWay.bottom + 24;
  const fits = middleOf('fits');
  const turn = SIDE.left - 60;
  return `${[
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${SIZE.width} ${SIZE.height}" role="img" aria-labelledby="composer-title">`,
    '<title id="composer-title">How a cycle is fitted into the limits, from pattern to keyframes</title>',
    `<style>${STYLE}</style><defs>${marker('arrow')}${marker('arrow-no')}</defs>`,
    `<rect class="paper" width="${SIZE.width}" height="${SIZE.height}"/>`,
    ...steps.map(box),
    `<path class="no" d="M${right} ${fits}H${turn + 24}V${giveWay.top + 60}H${SIDE.left - 2}" marker-end="url(#arrow-no)"/>`,
    `<text class="no" x="${right + 12}" y="${fits - 6}">no</text>`,
    `<text class="soft" x="${BOX.left + BOX.width / 2 + 10}" y="${topOf(indexOf('restAfter')) - 6}">yes</text>`,
    `<path class="no" d="M${SIDE.left} ${giveWay.top + 30}H${turn}V${middleOf('beatsOf')}H${right + 2}" marker-end="url(#arrow-no)"/>`,
    `<text class="no" x="${right + 12}" y="${middleOf('beatsOf') - 6}">again</text>`,
    list(giveWay.top, 'the pattern gives way', 'fullestPace', givingWay),
    list(tries, 'with less and less reserve', 'reserves', reserves),
    `<path class="no" d="M${SIDE.left + 40} ${giveWay.bottom}V${tries - 2}" marker-end="url(#arrow-no)"/>`,
    `<text class="no" x="${SIDE.left + 50}" y="${giveWay.bottom + 16}">nothing fits</text>`,
    '</svg>',
  ].join('\n')}\n`;
}
