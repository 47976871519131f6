/** The text of docs/states.md: diagrams of the regions of a session's state, drawn from the session's own transition tables. */

import { control } from '../../src/session/regions/control.ts';
import { link } from '../../src/session/regions/link.ts';
import { stopping } from '../../src/session/regions/stopping.ts';
import { therapy } from '../../src/session/regions/therapy.ts';

interface Region {
  readonly name: string;
  readonly file: string;
  readonly about: string;
  readonly first: string;
  readonly moves: Readonly<Record<string, Readonly<Record<string, string>>>>;
}

const regions: readonly Region[] = [
  {
    name: 'Link',
    file: 'link.ts',
    about: 'The page’s link to the boots. The other three regions exist only with boots.',
    first: 'none',
    moves: link.moves,
  },
  {
    name: 'Control',
    file: 'control.ts',
    about: 'Who may command the boots.',
    first: 'none',
    moves: control.moves,
  },
  {
    name: 'Therapy',
    file: 'therapy.ts',
    about: 'What the session does to the legs, as reported by the boots.',
    first: 'idle',
    moves: therapy.moves,
  },
  {
    name: 'Stopping',
    file: 'stopping.ts',
    about: 'Stopping, which can begin in any state of the other regions.',
    first: 'none',
    moves: stopping.moves,
  },
];

/** The arrows of a region. Transitions between the same two states share one arrow. */
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
    '`npm run states` generates this page from the transition tables in `src/session`. With boots, every region begins in the state',
    'after the black dot, and changes only by a transition in its table. A test checks that one file makes each transition, and that this',
    'page is up to date. If boots still play the session of an earlier page, the event that opens them also makes the next transition.',
    '',
    ...regions.map(section),
  ].join('\n');
