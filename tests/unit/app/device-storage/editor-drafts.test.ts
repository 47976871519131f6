import { describe, expect, it, vi } from 'vitest';
import { mmhg } from '../../../../firmware-protocol/quantities.ts';
import { draftsValue, EditorDrafts } from '../../../../src/app/device-storage/editor-drafts.ts';
import { plainPrograms } from '../../../../src/program/patterns.ts';
import { trail } from '../../../../src/program/presets/trail.ts';
import { programs } from '../../../../src/program/presets.ts';
import { allAsProgrammed, type Program } from '../../../../src/program/program.ts';
import { device } from '../../store/tabs.ts';

const set: Program['set'] = {
  intensity: mmhg(40),
  minutes: 10,
  zones: { of: ['foot', 'calf', 'thigh'], zones: allAsProgrammed },
};

describe('stored drafts', () => {
  it('are read back unchanged, even with values that no program may have', async () => {
    const here = device();
    const kept = await EditorDrafts.open(here.tab().value(draftsValue));
    const all: readonly Program[] = [
      { ...trail, id: 'wrong', name: '', peak: mmhg(Number.NaN), minutes: -3 },
      { ...trail, id: 'set', set },
      ...programs.slice(0, 6),
      ...plainPrograms.slice(0, 6),
    ];
    for (const draft of all) kept.keep({ at: draft.id, draft });
    const read = async () => (await EditorDrafts.open(here.tab().value(draftsValue))).now.value;
    await vi.waitFor(async () => expect(await read()).toHaveLength(all.length));
    expect((await read()).map(({ draft }) => draft)).toEqual([...all].reverse());
  });

  it('are stored under the property names that earlier releases read', async () => {
    const here = device();
    (await EditorDrafts.open(here.tab().value(draftsValue))).keep({ at: 'trail', draft: trail });
    await vi.waitFor(async () => expect(await here.raw('settings')).toHaveLength(1));
    expect(await here.raw('settings')).toMatchObject([
      { row: [{ at: 'trail', draft: { id: trail.id, pattern: { mould: trail.pattern.prefill } } }] },
    ]);
  });

  it('are stored in place of a list that cannot be read, which is set aside', async () => {
    const here = device();
    await here.write('settings', { key: 'editorDrafts', version: 99, row: 'from a newer page', keptAt: 1 });
    const open = () => EditorDrafts.open(here.tab().value(draftsValue));
    (await open()).keep({ at: 'trail', draft: trail });
    await vi.waitFor(async () => expect((await open()).at('trail')).toEqual(trail));
    expect(await here.tab().setAside()).toMatchObject({ rows: [{ found: { row: 'from a newer page' } }] });
  });

  it('of two pages are all kept; beyond 20, the oldest are dropped', async () => {
    const here = device();
    const open = () => EditorDrafts.open(here.tab().value(draftsValue));
    const [one, two] = [await open(), await open()];
    one.keep({ at: 'one', draft: trail });
    two.keep({ at: 'two', draft: trail });
    await vi.waitFor(async () =>
      expect((await open()).now.value.map(({ at }) => at).sort()).toEqual(['one', 'two']),
    );
    for (let n = 0; n < 20; n++) two.keep({ at: `${n}`, draft: trail });
    await vi.waitFor(async () => expect((await open()).at('19')).toEqual(trail));
    expect((await open()).now.value).toHaveLength(20);
    expect((await open()).at('one')).toBe(null);
  });
});
