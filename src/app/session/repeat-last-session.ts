/** Opens the program of this device's last session, with the settings of that session. */

import { plainPrograms } from '../../program/patterns.ts';
import { leakAndFitTest } from '../../program/presets/leak-and-fit-test.ts';
import { programs } from '../../program/presets.ts';
import type { Program } from '../../program/program.ts';
import type { LastSession } from '../../ui/places/at-home.ts';
import type { ProgramLibrary } from '../programs/program-library.ts';

/** A program that comes with the page opens at once; the user's own programs must be read from storage first. */
export function repeatLastSession(
  { program: id, intensity, minutes }: LastSession,
  library: Pick<ProgramLibrary, 'ownPrograms'>,
  open: (program: Program) => void,
): void {
  const openFrom = (among: readonly Program[]): boolean => {
    const program = among.find((one) => one.id === id);
    if (program !== undefined) open({ ...program, set: { intensity, minutes, zones: null } });
    return program !== undefined;
  };
  if (openFrom([...programs, ...plainPrograms, leakAndFitTest])) return;
  void library.ownPrograms().then(openFrom);
}
