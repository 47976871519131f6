/**
 * Writes the results of `npm run whole-matrix` as the text of docs/fault-matrix.md: a row for each fault on each
 * kind of boots, a column for each state in which the fault begins.
 */

import { type Moment, moments } from './moments.ts';
import type { Kind } from './stage.ts';

export interface CellResult {
  readonly fault: string;
  readonly moment: Moment;
  readonly kind: Kind;
  readonly ended: boolean;
  /** Time until the legs were free, s: from the fault if the session ended by itself, otherwise from Stop. */
  readonly safe: number;
  readonly titles: readonly string[];
  readonly wrong: readonly string[];
}

const columns = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;

/**
 * "ends, 12 s": the session ended by itself, and the legs were free 12 s after the fault. "goes on, 1 s": the
 * session went on until Stop, and the legs were free 1 s after Stop.
 */
const inWords = ({ ended, safe, wrong }: CellResult): string =>
  `${ended ? 'ends' : 'goes on'}, ${Math.ceil(safe)} s${wrong.length > 0 ? ' ✗' : ''}`;

/**
 * Removes the place from a title: "Left boot, calf: not filling" becomes "not filling", and "Not emptying: left
 * calf" becomes "Not emptying".
 */
function withoutPlace(title: string): string {
  const [first = title, last = title] = title.split(': ');
  return first === 'Not emptying' ? first : last;
}

function saidIn(cells: readonly CellResult[]): string {
  const titles = cells.flatMap((cell) => cell.titles.map(withoutPlace));
  const counts = new Map<string, number>();
  for (const title of titles) counts.set(title, (counts.get(title) ?? 0) + 1);
  const sorted = [...counts].sort(([, one], [, other]) => other - one);
  return sorted.map(([title, times]) => `${title} (${times})`).join('; ') || 'nothing';
}

const worst = (cells: readonly CellResult[], ended: boolean): string => {
  const times = cells.filter((cell) => cell.ended === ended).map(({ safe }) => safe);
  return times.length > 0 ? `${Math.ceil(Math.max(...times))} s` : 'none';
};

function row(fault: string, kind: Kind, cells: readonly CellResult[]): string {
  const byMoment = moments.map((moment) => {
    const cell = cells.find((each) => each.moment === moment);
    return cell ? inWords(cell) : 'cannot happen';
  });
  return columns([fault, kind, ...byMoment, worst(cells, true), worst(cells, false), saidIn(cells)]);
}

export function wholeTable(
  faults: readonly string[],
  kinds: readonly Kind[],
  played: readonly CellResult[],
): string {
  const wrong = played.filter((cell) => cell.wrong.length > 0).length;
  const ended = played.filter((cell) => cell.ended).length;
  const head = ['fault', 'boots', ...moments, 'worst, from the fault', 'worst, from Stop', 'said'];
  const rows = faults.flatMap((fault) =>
    kinds.map((kind) =>
      row(
        fault,
        kind,
        played.filter((cell) => cell.fault === fault && cell.kind === kind),
      ),
    ),
  );
  return `# What happens when something fails

\`npm run whole-matrix\` writes this page. Each cell is one session on simulated boots: the whole stack in virtual time. The fault strikes in the state that
heads the column, and lasts to the end unless its name says otherwise.

- *ends, 12 s*: the session ended by itself. 12 s after the fault, no boots played and every zone was below 20 mmHg.
- *goes on, 1 s*: the session ran until the person pressed Stop. 1 s after that, no boots played and every zone was below 20 mmHg.
- ✗: the cell failed.

A cell is judged by the true pressures in the boots and by what the page said. The page must name the boot and the zone that failed, and must not say anything
untrue for longer than 3 s. When it asks the person to do something by hand, the simulated person does exactly that 4 s later. The last column lists the page's
messages; the number in brackets is how many of the row's cells showed each.

${played.length} cells: in ${ended} the session ended by itself, in ${played.length - ended} it went on; ${wrong} failed.

${columns(head)}
${columns(head.map(() => '---'))}
${rows.join('\n')}
`;
}
