import { describe, expect, it } from 'vitest';
import { mmhg } from '../../../../firmware-protocol/quantities.ts';
import { repeatLastSession } from '../../../../src/app/session/repeat-last-session.ts';
import { windDown } from '../../../../src/program/presets/wind-down.ts';
import type { Program } from '../../../../src/program/program.ts';
import type { LastSession } from '../../../../src/ui/places/at-home.ts';
import { device } from '../../store/tabs.ts';
import { libraryWith, named, settle } from '../programs/library.ts';

const last = ({ id, name }: Program): LastSession => ({
  program: id,
  name,
  intensity: mmhg(35),
  minutes: 12,
  simulated: true,
});

describe('the last session, repeated', () => {
  it('has its intensity and minutes at once if its program comes with the page', () => {
    const opened: Program[] = [];
    repeatLastSession(last(windDown), libraryWith().library, (program) => opened.push(program));
    expect(opened).toEqual([{ ...windDown, set: { intensity: 35, minutes: 12, zones: null } }]);
  });

  it('has them too if its program is the user’s own and has not been loaded yet', async () => {
    const phone = device();
    libraryWith({ store: phone.tab() }).library.importText('<Mine>');
    await settle();
    const { library } = libraryWith({ store: phone.tab() });
    library.open();
    const opened: Program[] = [];
    repeatLastSession(last(named('Mine')), library, (program) => opened.push(program));
    await settle();
    expect(opened).toEqual([{ ...named('Mine'), set: { intensity: 35, minutes: 12, zones: null } }]);
  });

  it('opens no program if that program is gone, or the library cannot be loaded', async () => {
    const opened: Program[] = [];
    const broken = libraryWith({ load: () => Promise.reject(new Error('offline')) });
    for (const { library } of [libraryWith(), broken])
      repeatLastSession(last(named('Gone')), library, (program) => opened.push(program));
    await settle();
    expect(opened).toEqual([]);
  });
});
