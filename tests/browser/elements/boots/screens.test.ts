import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { mmhg, seconds } from '../../../../firmware-protocol/quantities.ts';
import type { PersonId } from '../../../../src/journal/entry.ts';
import type { WallTime } from '../../../../src/plan/time/wall-clock.ts';
import { trail } from '../../../../src/program/presets/trail.ts';
import { startingSettings } from '../../../../src/program/program.ts';
import type { SessionView } from '../../../../src/session/view.ts';
import { firstWords } from '../../../../src/words/first/first-in-use.ts';
import { journalWords } from '../../../../src/words/journal/journal-in-use.ts';
import { bootsView, progress, sessionView } from '../../../unit/session-view.ts';
import { type ElementPage, openElementPage } from '../element-page.ts';

let shown: ElementPage;

beforeAll(async () => {
  shown = await openElementPage();
});
afterAll(async () => {
  await shown.end();
});

const { gate } = journalWords();
const ready: SessionView = {
  ...sessionView({ settings: startingSettings(trail), boots: bootsView(), link: 'connected', airOut: 'yes' }),
  startable: { kind: 'yes' },
};
const running: SessionView = {
  ...ready,
  phase: 'running',
  startable: { kind: 'no', why: 'underWay' },
  progress: progress({ left: seconds(605) }),
};
const over: SessionView = {
  ...ready,
  phase: 'ended',
  ended: 'stoppedByController',
  progress: progress({ promised: seconds(1800), left: seconds(600), cycle: 17 }),
};
const real = bootsView({ simulated: false });

describe('<heartward-welcome>', () => {
  test('offers simulated boots, and real boots if the browser has Web Bluetooth', async () => {
    const element = await shown.mount('heartward-welcome', { bluetooth: true });
    await element.locator('#simulated').click();
    await element.locator('#pair').click();
    expect(await shown.heard()).toEqual([['connectSimulated'], ['preferKnown', false], ['step', 'pair']]);
    await shown.change('heartward-welcome', { bluetooth: false });
    expect(await element.locator('#pair').getAttribute('disabled')).not.toBeNull();
  });

  test('offers the boots that were used last', async () => {
    const element = await shown.mount('heartward-welcome', {
      bluetooth: true,
      knownBoots: {
        names: ['Blue boots'],
        battery: 71,
        at: new Date('2026-11-29T10:00:00Z'),
        chooser: false,
      },
    });
    expect(await element.locator('.known').innerText()).toContain('Blue boots');
    await element.locator('#known-boots').click();
    expect(await shown.heard()).toEqual([
      ['preferKnown', true],
      ['step', 'pair'],
    ]);
  });

  test('offers only Cancel while it connects', async () => {
    const element = await shown.mount('heartward-welcome', { bluetooth: true, link: 'connecting' });
    expect(await element.locator('#simulated[disabled], #pair[disabled]').count()).toBe(2);
    await element.locator('#cancel').click();
    expect(await shown.heard()).toEqual([['disconnect']]);
  });

  test('asks for a choice from the browser’s list only while the browser answers', async () => {
    const element = await shown.mount('heartward-welcome', { bluetooth: true, link: 'choosing' });
    const { choosing } = firstWords.welcome.link;
    expect(await element.getByText(choosing).count()).toBe(1);
    await shown.change('heartward-welcome', { cutOff: true });
    expect(await element.getByText(choosing).count()).toBe(0);
    await element.locator('#cancel').click();
    expect(await shown.heard()).toEqual([['disconnect']]);
  });
});

describe('<heartward-gate>', () => {
  const due = { gate: { kind: 'due', why: 'first' } } as const;

  test('is passed with one press if none of the answers is yes', async () => {
    const element = await shown.mount('heartward-gate', due);
    await element.getByRole('button', { name: gate.screening.none }).click();
    expect(await shown.heard()).toEqual([
      ['answerScreening', { yes: [], signs: [], clinician: false }],
      ['step', 'agree'],
    ]);
  });

  test('fires the ticked answers, and stops a person who must not use boots', async () => {
    const element = await shown.mount('heartward-gate', due);
    await element.getByRole('checkbox', { name: gate.screening.contraindications.skin }).check();
    await element.getByRole('checkbox', { name: gate.screening.signs['one-calf'] }).check();
    await element.getByRole('button', { name: gate.screening.some }).click();
    expect(await shown.heard()).toEqual([
      ['answerScreening', { yes: ['skin'], signs: ['one-calf'], clinician: false }],
    ]);
  });

  test('lets a person pass whom a clinician has allowed it', async () => {
    const element = await shown.mount('heartward-gate', due);
    await element.getByRole('checkbox', { name: gate.screening.toAskAbout.pregnant }).check();
    await element.getByRole('checkbox', { name: gate.screening.clinician }).check();
    await element.getByRole('button', { name: gate.screening.some }).click();
    expect(await shown.heard()).toEqual([
      ['answerScreening', { yes: ['pregnant'], signs: [], clinician: true }],
      ['step', 'agree'],
    ]);
  });

  test('says why a person must not use boots, and shows the questions again on request', async () => {
    const element = await shown.mount('heartward-gate', { gate: { kind: 'blocked', by: ['tumour'] } });
    expect(await element.locator('.stop-card').textContent()).toContain(
      gate.screening.contraindications.tumour,
    );
    await element.getByRole('button', { name: gate.screening.again }).click();
    await element.getByRole('button', { name: gate.screening.none }).waitFor();
  });

  test('shows a lock and what ends it, and lets the user withdraw a mistake', async () => {
    const lock = { sign: 'tingling', since: '2026-11-29T10:00' as WallTime, opens: null } as const;
    const element = await shown.mount('heartward-gate', { gate: { kind: 'locked', lock } });
    await element.getByRole('button', { name: gate.opens.tingling }).click();
    await element.getByRole('button', { name: gate.mistake }).click();
    expect(await shown.heard()).toEqual([
      ['clearLock', 'tingling'],
      ['withdrawSign', 'tingling'],
    ]);
  });

  test('shows in an emergency only the number to call, and the buttons to end it or to withdraw a mistake', async () => {
    const lock = { sign: 'emergency', since: '2026-11-29T10:00' as WallTime, opens: 'clinician' } as const;
    const element = await shown.mount('heartward-gate', { gate: { kind: 'locked', lock } });
    expect(await element.getByRole('link').getAttribute('href')).toBe('tel:112');
    expect(await element.getByRole('button').allTextContents()).toEqual([gate.opens.emergency, gate.mistake]);
  });

  test('asks who is there', async () => {
    const people = [
      { id: 'anna0000' as PersonId, name: 'Anna' },
      { id: 'ben00000' as PersonId, name: 'Ben' },
    ];
    const element = await shown.mount('heartward-gate', { gate: { kind: 'who', people } });
    await element.getByRole('button', { name: 'Ben' }).click();
    expect(await shown.heard()).toEqual([['choosePerson', 'ben00000']]);
  });
});

describe('<heartward-session>', () => {
  test('has a button that presses the button of simulated boots, and none for real boots', async () => {
    const element = await shown.mount('heartward-session', { view: running });
    await element.locator('#press').click();
    expect(await shown.heard()).toEqual([['pressButton']]);
    await shown.change('heartward-session', { view: { ...running, boots: real } });
    expect(await element.locator('#press').count()).toBe(0);
  });

  test('fires no changes for a session that the page has only found, and draws no preview of it', async () => {
    const element = await shown.mount('heartward-session', { view: running });
    expect(await element.locator('heartward-preview').count()).toBe(1);
    await shown.change('heartward-session', { view: { ...running, phase: 'found' } });
    expect(await element.locator('heartward-preview').count()).toBe(0);
    await element.locator('#intensity').getByRole('slider').press('ArrowRight', { timeout: 1000 });
    expect((await shown.heard()).filter(([kind]) => kind === 'setIntensity')).toEqual([]);
  });
});

test('<heartward-ended> shows no numbers of a session whose progress is unknown', async () => {
  const element = await shown.mount('heartward-ended', { view: { ...over, progress: null } });
  const figures = await element.locator('dd').allTextContents();
  expect(figures).toHaveLength(2);
  expect(figures[0]).not.toMatch(/^\s*\d/);
});

test('<heartward-ended> says how far the session came, starts again, and moves on', async () => {
  const element = await shown.mount('heartward-ended', { view: over });
  const figures = await element.locator('dd').allTextContents();
  expect(figures[0]).toContain('20');
  // The last figure is the number of whole waves.
  expect(figures.at(-1)).toBe('16');
  await element.locator('#again').click();
  await element.locator('#move-on').click();
  expect(await shown.heard()).toEqual([['start'], ['step', 'moveOn']]);
  await shown.change('heartward-ended', { view: { ...over, startable: { kind: 'no', why: 'airNotOut' } } });
  await element.locator('#again').click({ force: true });
  expect(await shown.heard()).toEqual([]);
});

test('<heartward-ended> shows the legs emptying and the trace of the session, and saves it', async () => {
  const zone = (pressure: number): SessionView['legs']['left'][number] => ({
    part: 'foot',
    pressure: mmhg(pressure),
    target: 'vent',
  });
  const view: SessionView = { ...over, boots: bootsView({ parts: ['foot'] }), airOut: 'no' };
  const element = await shown.mount('heartward-ended', {
    view: { ...view, legs: { left: [zone(31)], right: [zone(30)] } },
  });
  const number = element.locator('[data-number=left-0]');
  expect(await number.textContent()).toBe('31');
  expect(await element.locator('heartward-trace').count()).toBe(0);
  await shown.page.evaluate(() => {
    const samples = Array.from({ length: 600 }, (_, at) => ({
      at,
      side: 'left',
      pressures: [at / 12],
      targets: [50],
    }));
    return window.change({
      trace: { revision: 1, newest: () => 599, last: () => samples, whole: () => samples },
    });
  });
  // The time axis begins at the start of the session and counts minutes.
  expect(await element.locator('.tick').allTextContents()).toContain('8:00');
  await element.locator('#save-trace').click();
  expect(await shown.heard()).toEqual([['downloadTrace']]);
  await shown.change('heartward-ended', { view: { ...view, legs: { left: [zone(2)], right: [zone(1)] } } });
  expect(await number.textContent()).toBe('2');
});

test('no screen wrote anything to the console', () => {
  expect(shown.troubles).toEqual([]);
});
