/** The screen of `npm run boots` as lines of text with tones. terminal.ts decides how each tone looks. */

import type { Target } from '../../../firmware-protocol/keyframe.ts';
import { seconds } from '../../../firmware-protocol/quantities.ts';
import type { EndReason, Operation, Status, Therapy } from '../../../firmware-protocol/status.ts';
import type { OnAirState } from '../../radio/on-air.ts';
import { words } from '../../words/in-use.ts';
import type {
  BootShown,
  BootsShown,
  FaultChoice,
  LegShown,
  LoggedRequest,
  ZoneShown,
} from './boots-shown.ts';

export type Tone = 'plain' | 'strong' | 'soft' | 'left' | 'right' | 'alarm';
export interface Piece {
  readonly text: string;
  readonly tone: Tone;
}
export type Line = readonly Piece[];
/** Of a terminal, in characters. */
export interface Size {
  readonly columns: number;
  readonly rows: number;
}

/** Pressure at the end of a bar, mmHg: the highest that needs no confirmation. */
const FULL_BAR_PRESSURE = 80;
const BAR_WIDTH = 24;
const EIGHTHS = ['', '▏', '▎', '▍', '▌', '▋', '▊', '▉'];
const PART_WIDTH = 13;
/** Width of the name of a fault, columns. */
const NAME_WIDTH = 20;
/** Width of a leg with its bar and numbers, columns. */
const LEG_WIDTH = BAR_WIDTH + 12;

const plain = (text: string): Piece => ({ text, tone: 'plain' });
const strong = (text: string): Piece => ({ text, tone: 'strong' });
const soft = (text: string): Piece => ({ text, tone: 'soft' });
const alarm = (text: string): Piece => ({ text, tone: 'alarm' });

const air: Readonly<Record<OnAirState, string>> = {
  advertising: 'advertising',
  silent: 'out of reach',
  off: 'the adapter is off',
  gone: 'waiting for BlueZ',
  lost: 'the bus is gone',
};

const therapies: Readonly<Record<Therapy, string>> = {
  stopped: 'stopped',
  paused: 'paused',
  running: 'running',
};
const operations: Readonly<Record<Operation, string>> = {
  idle: 'idle',
  preparing: 'preparing',
  ready: 'ready',
  playing: 'playing',
  waiting: 'waiting for air',
  venting: 'venting',
  faulted: 'faulted',
};
const endings: Readonly<Record<EndReason, string>> = {
  none: '',
  finished: 'finished',
  stoppedByController: 'stopped by the page',
  stoppedAtBoots: 'stopped at the button',
  ranDry: 'ran out of keyframes',
  alone: 'left alone',
  wallTime: 'time was up',
  fault: 'a fault',
  rebooted: 'rebooted',
  pausedTooLong: 'paused too long',
};

export const linksWords = (links: number): string =>
  links === 0 ? 'no link' : links === 1 ? '1 link' : `${links} links`;

const targetWords = (target: Target): string =>
  target === 'vent' ? 'vent' : target === 'seal' ? 'seal' : `of ${target.toFixed(0)}`;

export const stateWords = ({ therapy, operation, endReason }: Status): string => {
  if (therapy !== 'stopped') return `${therapies[therapy]}, ${operations[operation]}`;
  const ended = endings[endReason];
  return operation === 'idle' && ended !== '' ? `stopped: ${ended}` : operations[operation];
};

/** A bar for a pressure, BAR_WIDTH columns wide, with a mark at a target above 0 that the bar does not cover. `rest` follows `filled`. */
export function bar(pressure: number, target: Target): { readonly filled: string; readonly rest: string } {
  const cells = (Math.max(0, Math.min(FULL_BAR_PRESSURE, pressure)) / FULL_BAR_PRESSURE) * BAR_WIDTH;
  const whole = Math.floor(cells);
  const filled = '█'.repeat(whole) + (EIGHTHS[Math.floor((cells - whole) * 8)] ?? '');
  const rest = [...' '.repeat(BAR_WIDTH - filled.length)];
  if (typeof target === 'number' && target > 0) {
    const mark =
      Math.min(BAR_WIDTH - 1, Math.floor((target / FULL_BAR_PRESSURE) * BAR_WIDTH)) - filled.length;
    if (mark >= 0) rest[mark] = '│';
  }
  return { filled, rest: rest.join('') };
}

const zonePieces = ({ pressure, target }: ZoneShown, tone: 'left' | 'right'): Line => {
  const { filled, rest } = bar(pressure, target);
  const figure = Math.max(0, pressure).toFixed(0).padStart(4);
  return [
    { text: filled, tone },
    soft(rest),
    strong(figure),
    soft(` ${targetWords(target)}`.padEnd(LEG_WIDTH - BAR_WIDTH - figure.length)),
  ];
};

function legLines(legs: readonly LegShown[]): readonly Line[] {
  const [first] = legs;
  if (!first) return [];
  const heads = legs.map(({ side }): Piece => ({ text: side.padEnd(LEG_WIDTH), tone: side }));
  const rows = [...first.zones.keys()].reverse().map((zone): Line => {
    const part = plain((first.zones[zone]?.part ?? '').padEnd(PART_WIDTH));
    return [
      part,
      ...legs.flatMap(({ zones, side }) => {
        const at = zones[zone];
        return at ? zonePieces(at, side) : [];
      }),
    ];
  });
  return [[plain(' '.repeat(PART_WIDTH)), ...heads], ...rows];
}

function statusLine(status: Status | null, blinking: boolean): Line {
  if (!status) return [alarm('no status from these boots')];
  const pieces: Piece[] = [strong(stateWords(status))];
  const add = (text: string): void => void pieces.push(soft(`  ${text}`));
  if (status.therapy !== 'stopped') {
    add(words.numbers.clockTime(seconds(status.wall)));
    add(`cycle ${status.cycles}`);
    add(`${status.held} keyframes held`);
  }
  if (status.battery !== null) add(`battery ${status.battery} %`);
  if (status.holder !== 0) add('controlled by a page');
  if (blinking) pieces.push(strong('  blinking'));
  const where = (zone: number | null): string => (zone === null ? '' : `, zone ${zone}`);
  if (status.fault !== 'none') pieces.push(alarm(`  fault: ${status.fault}${where(status.faultZone)}`));
  if (status.warning !== 'none')
    pieces.push(alarm(`  warning: ${status.warning}${where(status.warningZone)}`));
  return pieces;
}

const requestLine = ({ at, what, answer, times }: LoggedRequest): Line => [
  soft(`${at.toFixed(1).padStart(8)} s  `),
  plain(what),
  soft(`${times > 1 ? ` × ${times}` : ''}${answer === null ? '' : ` → ${answer}`}`),
];

const bootLines = (boot: BootShown, room: number): readonly Line[] => [
  [
    strong(boot.name),
    soft(`  ${boot.adapter}, `),
    boot.air === 'advertising' ? soft(air[boot.air]) : alarm(air[boot.air]),
    soft(`, ${linksWords(boot.links)}`),
  ],
  statusLine(boot.status, boot.blinking),
  [],
  ...legLines(boot.legs),
  [],
  ...(boot.requests.length === 0
    ? [[soft('No requests yet.')]]
    : boot.requests.slice(-room).map(requestLine)),
  [],
];

const keysLine: Line = [
  strong('b'),
  soft(' button   '),
  strong('f'),
  soft(' fault   '),
  strong('l'),
  soft(' cut the link   '),
  strong('q'),
  soft(' quit'),
];

const choosingLines: readonly Line[] = [
  [strong('Which fault? '), plain('Esc cancels.')],
  [soft('It hits the zone with the highest pressure, the first leg or boot, or all boots.')],
];

const choicePieces = ({ key, name, meaning }: FaultChoice, width: number): Line => [
  strong(` ${key} `),
  plain(name.padEnd(NAME_WIDTH).slice(0, Math.max(0, width - 3))),
  soft(meaning.slice(0, Math.max(0, width - NAME_WIDTH - 4)).padEnd(Math.max(0, width - NAME_WIDTH - 3))),
];

/** The faults, in so many columns that all of them fit into the rows of the terminal. */
function faultLines(faults: readonly FaultChoice[], { columns, rows }: Size): readonly Line[] {
  const across = Math.ceil(faults.length / Math.max(1, rows - choosingLines.length));
  const down = Math.ceil(faults.length / Math.max(1, across));
  const choices = faults
    .slice(0, down)
    .map((_, row) =>
      faults
        .filter((_, index) => index % down === row)
        .flatMap((fault) =>
          choicePieces(
            fault,
            across > 1 ? Math.floor(columns / across) : fault.meaning.length + NAME_WIDTH + 4,
          ),
        ),
    );
  return [...choosingLines, ...choices];
}

const anySize: Size = { columns: Number.POSITIVE_INFINITY, rows: Number.POSITIVE_INFINITY };

/** @param size of the terminal. A low terminal shows fewer requests. While a fault is chosen, the boots are hidden. */
export function bootsScreen(shown: BootsShown, size: Size = anySize): readonly Line[] {
  if (shown.faults !== null) return faultLines(shown.faults, size);
  const { rows } = size;
  const below = [...(shown.note === '' ? [] : [[alarm(shown.note)]]), keysLine];
  const least = shown.boots.reduce((sum, boot) => sum + bootLines(boot, 1).length, below.length);
  const room = 1 + Math.max(0, Math.floor((rows - least) / Math.max(1, shown.boots.length)));
  return [...shown.boots.flatMap((boot) => bootLines(boot, room)), ...below];
}

const textOf = (line: Line): string => line.map(({ text }) => text).join('');

export const bootsPlainly = ({ boots }: BootsShown): readonly string[] =>
  boots.map(({ name, adapter, air: state, links, status, legs, requests }) => {
    const zones = legs.map(
      ({ side, zones }) =>
        `${side} ${zones.map(({ pressure }) => Math.max(0, pressure).toFixed(0)).join(' ')}`,
    );
    const last = requests.at(-1);
    return [
      `${name} (${adapter}): ${air[state]}`,
      linksWords(links),
      status ? stateWords(status) : 'no status',
      `${words.numbers.pressureUnit} ${zones.join(', ')}`,
      ...(last ? [`last: ${textOf(requestLine(last)).trim()}`] : []),
    ].join('; ');
  });
