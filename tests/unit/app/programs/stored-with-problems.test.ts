/** Own programs that an earlier version of the page has stored, and that break a rule of this version. */

import { describe, expect, it } from 'vitest';
import { mmhg } from '../../../../firmware-protocol/quantities.ts';
import { programRows } from '../../../../src/app/device-storage/program-rows.ts';
import { OwnPrograms } from '../../../../src/app/programs/own-programs.ts';
import { checkProgram } from '../../../../src/program/check.ts';
import { sixZones } from '../../../../src/program/edit/six-zones.ts';
import { muscleFlush } from '../../../../src/program/patterns/muscle-flush.ts';
import { sequentialHold } from '../../../../src/program/patterns/sequential-hold.ts';
import { plainPrograms } from '../../../../src/program/patterns.ts';
import { programs } from '../../../../src/program/presets.ts';
import { asProgrammed, type Program, startingSettings } from '../../../../src/program/program.ts';
import { validate } from '../../../../src/program/settings.ts';
import { settingsOfCard } from '../../../../src/ui/preview/preview-controller.ts';
import { obstacleTo } from '../../../../src/ui/settings/program-obstacle.ts';
import { boost, lower, patterned, section, shaped } from '../../program/altered.ts';
import { DrivenSession, featureOf } from '../../session/driven-session.ts';
import { statusOf } from '../../status.ts';
import { device } from '../../store/tabs.ts';
import { OpenEditor } from '../editor/open-editor.ts';

/** A part keeps too little while all climb on: `heldTooLow`. */
const heldTooLow = shaped(patterned(sequentialHold, { trailingHolds: 0 }), { foot: { holdFraction: 0.49 } });
const restsBelow: Program = { ...muscleFlush, peak: mmhg(31) };

/** The user's own programs on a device that has stored these. */
async function stored(...kept: readonly Program[]) {
  const phone = device();
  for (const program of kept) await phone.tab().table(programRows).put(program.id, program);
  const own = new OwnPrograms(phone.tab().table(programRows));
  await own.loaded;
  return { phone, own: own.now.value };
}

describe.each([
  ['heldTooLow', heldTooLow],
  ['partRestsBelow', restsBelow],
])('an own program with the problem %s', (kind, program) => {
  const kinds = (problems: readonly { readonly kind: string }[]) =>
    new Set(problems.map((each) => each.kind));

  it('is in the list as a program to be edited, with or without boots', async () => {
    const { own } = await stored(program);
    expect(own.unreadable).toEqual([]);
    expect(own.programs.map(({ name }) => name)).toEqual([program.name]);
    for (const each of own.programs) {
      expect(obstacleTo(settingsOfCard(each, sixZones.parts), sixZones)).toBe('program');
      expect(obstacleTo(settingsOfCard(each), undefined)).toBe('program');
    }
  });

  it('is refused before Start with the reason, also at the lowest intensity', async () => {
    const { own } = await stored(program);
    for (const each of own.programs) {
      const session = new DrivenSession().open(statusOf({ holder: 0 }), featureOf());
      session.tell({ kind: 'choose', program: each }).tell({ kind: 'setIntensity', intensity: mmhg(15) });
      expect(kinds(session.view.problems)).toContain(kind);
      session.tell({ kind: 'start' });
      expect(session.view.notice).toEqual({ kind: 'programRefused', problems: session.view.problems });
      expect(session.sent).toEqual([]);
    }
  });

  it('opens in the editor with its problem, cannot be saved with it, and can be removed', async () => {
    const { phone, own } = await stored(program);
    const opened = await OpenEditor.on(phone);
    await opened.own.loaded;
    const [kept] = own.programs;
    expect(kept !== undefined && opened.begin(kept, kept)).toBe(true);
    expect(kinds(opened.view.problems)).toEqual(new Set([kind]));
    expect(opened.view).toMatchObject({ drawing: null, isKept: true });
    await opened.editor.save();
    expect(opened.view.outcome).toMatchObject({ kind: 'toPutRight' });
    await opened.editor.remove();
    await opened.haveNames([]);
  });
});

/** Programs whose figures are all in their ranges, most of which break a rule. */
const broken = [...programs, ...plainPrograms].flatMap((program): readonly Program[] => [
  shaped(program, { foot: { enabled: false } }),
  shaped(program, { knee: { fraction: 1, boost: boost(20, 5) }, foot: { fraction: 0.1 } }),
  shaped(program, { calf: { holdFraction: 0 } }),
  patterned(program, { sections: [section([], 1), lower, section(['foot', 'foot'])] }),
  patterned(program, { sections: [lower], breathing: true, onsetDelay: null }),
  patterned(program, { steps: 1, trailingHolds: 7, release: 'trailing' }),
  { ...program, peak: mmhg(100), minutes: 60 },
  {
    ...program,
    set: {
      intensity: mmhg(100),
      minutes: 60,
      zones: { of: ['foot', 'foot', 'calf'], zones: { left: Array(8).fill(asProgrammed), right: [] } },
    },
  },
]);

it('whatever is stored can be listed and judged on any boots', async () => {
  const { own } = await stored(...broken.map((program, at) => ({ ...program, id: `own-${at}` })));
  expect(own.programs.length).toBeGreaterThan(broken.length / 2);
  for (const program of own.programs) {
    const session = new DrivenSession().open(statusOf({ holder: 0 }), featureOf());
    session.tell({ kind: 'choose', program });
    if (checkProgram(program).length > 0) expect(session.view.problems).not.toEqual([]);
    expect(validate(startingSettings(program), sixZones)).toBeDefined();
  }
});
