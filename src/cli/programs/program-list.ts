/** The lines of the list of programs, each with a small sketch of one cycle. */

import type { Preview } from '../../timeline/preview/preview.ts';
import { words } from '../../words/in-use.ts';
import type { GalleryEntry } from './gallery.ts';

const LEVELS = [' ', '▁', '▂', '▃', '▄', '▅', '▆', '▇', '█'] as const;
const COLUMNS = 32;

/** The expected mean pressure of the zones that are on, over one cycle, as a row of bars. */
function sketch({ bands, cycleTime, peak }: Preview): string {
  const on = bands.filter(({ off }) => !off);
  const at = (column: number): number => {
    const time = ((column + 0.5) / COLUMNS) * cycleTime;
    const sum = on.reduce((all, { expected }) => {
      const after = expected.findIndex((point) => point.at > time);
      const next = expected[after];
      const before = expected[after < 0 ? expected.length - 1 : after - 1];
      if (!next || !before) return all + (before?.pressure ?? 0);
      const share = (time - before.at) / Math.max(1e-6, next.at - before.at);
      return all + before.pressure + share * (next.pressure - before.pressure);
    }, 0);
    return on.length === 0 || peak <= 0 ? 0 : sum / on.length / peak;
  };
  return Array.from({ length: COLUMNS }, (_, column) => {
    const level = Math.round(Math.min(1, Math.max(0, at(column))) * (LEVELS.length - 1));
    return LEVELS[level] ?? ' ';
  }).join('');
}

const line = (cells: readonly string[]): string => cells.join('  ').trimEnd();

function lines({ program, preview, problems }: GalleryEntry): readonly string[] {
  const figures = [
    program.id.padEnd(26),
    words.numbers.withUnit(program.peak).padStart(8),
    `${words.numbers.count(program.minutes)} min`.padStart(6),
  ];
  const drawn =
    preview === null
      ? []
      : [`${words.numbers.lasting(preview.cycleTime)} a cycle`.padStart(20), sketch(preview)];
  return [
    line([...figures, ...drawn]),
    ...(preview === null ? problems : [program.purpose]).map((text) => `    ${text}`),
  ];
}

export const listing = (programs: readonly GalleryEntry[]): string => programs.flatMap(lines).join('\n');
