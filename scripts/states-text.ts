/** docs/states.md as text: the regions of a session's state, drawn from the tables of moves that the session itself makes. */

import { control } from '../src/session/regions/control.ts';
import { link } from '../src/session/regions/link.ts';
import { stopping } from '../src/session/regions/stopping.ts';
import { therapy } from '../src/session/regions/therapy.ts';

interface Region {
  readonly name: string;
  readonly file: string;
  readonly about: string;
  /** The state it begins in. */
  readonly first: string;
  readonly moves: Readonly<Record<string, Readonly<Record<string, string>>>>;
}

const regions: readonly Region[] = [
  {
    name: 'Link',
    file: 'link.ts',
    about: 'How the page stands to the boots. The other three regions exist only with boots.',
    first: 'none',
    moves: link.moves,
  },
  {
    name: 'Control',
    file: 'control.ts',
    about: 'Who may command them.',
    first: 'none',
    moves: control.moves,
  },
  {
    name: 'Therapy',
    file: 'therapy.ts',
    about: 'What the session does with the legs, as far as the boots have said.',
    first: 'idle',
    moves: therapy.moves,
  },
  {
    name: 'Stopping',
    file: 'stopping.ts',
    about: 'Stop, from anywhere, whatever the other regions are in.',
    first: 'none',
    moves: stopping.moves,
  },
];

/** Moves between the same two states share an arrow. */
function arrows({ moves }: Region): readonly string[] {
  return Object.entries(moves).flatMap(([from, out]) => {
    const why = new Map<string, string[]>();
    for (const [reason, to] of Object.entries(out)) why.set(to, [...(why.get(to) ?? []), reason]);
    return [...why].map(([to, reasons]) => `  ${from} --> ${to}: ${reasons.join('<br>')}`);
  });
}

function section(region: Region): string {
  const { name, file, about, first } = region;
  return [
    `## ${name}`,
    '',
    `${about} [\`src/session/regions/${file}\`](../src/session/regions/${file})`,
    '',
    '```mermaid',
    'stateDiagram-v2',
    `  [*] --> ${first}`,
    ...arrows(region),
    '```',
    '',
  ].join('\n');
}

export const statesText = (): string =>
  [
    '# The states of a session',
    '',
    'Drawn by `npm run states` from the tables of moves in `src/session`. The session changes a region only by a move of its table,',
    'so what is not drawn here cannot happen. A test holds this page against the tables.',
    '',
    ...regions.map(section),
  ].join('\n');
