import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { seconds } from '../../../../firmware-protocol/quantities.ts';
import type { SessionView } from '../../../../src/session/view.ts';
import { words } from '../../../../src/words/in-use.ts';
import { bootsView, progress, sessionView } from '../../../unit/session-view.ts';
import { type ElementPage, openElementPage } from '../element-page.ts';

let shown: ElementPage;

beforeAll(async () => {
  shown = await openElementPage();
});
afterAll(async () => {
  await shown.end();
});

const nothing = sessionView();
const running = sessionView({
  phase: 'running',
  link: 'connected',
  boots: bootsView(),
  progress: progress(),
});
const paused = sessionView({ ...running, phase: 'paused', resumable: { kind: 'yes' } });

describe('<heartward-stop-bar>', () => {
  test('fires Stop with every press, whatever the phase', async () => {
    const element = await shown.mount('heartward-stop-bar', { view: running });
    await element.locator('#stop').dblclick();
    await shown.change('heartward-stop-bar', { view: { ...running, phase: 'stopping' } });
    await element.locator('#stop').click();
    expect(await shown.heard()).toEqual([['stop'], ['stop'], ['stop']]);
  });

  test('offers Pause only while the session runs, and Resume only if it can be resumed', async () => {
    const element = await shown.mount('heartward-stop-bar', { view: running });
    await element.locator('#resume').click({ force: true });
    await element.locator('#pause').click();
    expect(await shown.heard()).toEqual([['pause']]);
    await shown.change('heartward-stop-bar', { view: paused });
    expect(await element.locator('#pause').getAttribute('aria-disabled')).toBe('true');
    await element.locator('#pause').click({ force: true });
    await element.locator('#resume').click();
    expect(await shown.heard()).toEqual([['resume']]);
  });

  test('says why Resume is disabled', async () => {
    const view: SessionView = { ...paused, resumable: { kind: 'no', why: 'justPaused' } };
    const element = await shown.mount('heartward-stop-bar', { view });
    const resume = element.locator('#resume');
    expect(await resume.getAttribute('aria-disabled')).toBe('true');
    const reason = await resume.getAttribute('aria-describedby');
    expect(await element.locator(`#${reason}`).textContent()).not.toBe('');
  });

  test('shows urgent notices above Stop', async () => {
    const view: SessionView = { ...running, notice: { kind: 'stopNotConfirmed', sides: ['left'] } };
    const element = await shown.mount('heartward-stop-bar', { view });
    expect(await element.getByRole('alert').locator('heartward-notice').count()).toBe(1);
    await shown.change('heartward-stop-bar', { view: running });
    expect(await element.getByRole('alert').locator('heartward-notice').count()).toBe(0);
  });

  test('is one landmark with all that it shows, on the session and away from it', async () => {
    const notice = { kind: 'stopNotConfirmed', sides: ['left'] } as const;
    const element = await shown.mount('heartward-stop-bar', { view: { ...running, notice } });
    const bar = element.getByRole('region', { name: words.session.controls });
    await bar.getByRole('button', { name: words.session.stop, exact: true }).waitFor();
    await shown.change('heartward-stop-bar', { away: true });
    await bar.getByRole('link', { name: words.session.back(running) }).waitFor();
    expect(await bar.getByRole('alert').locator('heartward-notice').count()).toBe(1);
  });

  test('does not cover the focused element', async () => {
    await shown.mount('heartward-stop-bar', { view: running });
    const height = (await shown.page.locator('heartward-stop-bar').boundingBox())?.height ?? 0;
    const padding = await shown.page.evaluate(
      () => getComputedStyle(document.documentElement).scrollPaddingBlockEnd,
    );
    expect(Number.parseFloat(padding)).toBeGreaterThan(height);
  });
});

describe('<heartward-notice>', () => {
  const leak = { urgency: 'care', title: 'A leak', advice: ['Check the zip.'], answer: 'dismiss' } as const;

  test('says what happened and what to do, and fires its intent when it is closed', async () => {
    const element = await shown.mount('heartward-notice', { words: leak });
    expect(await element.locator('h2').textContent()).toBe('A leak');
    expect(await element.locator('p').textContent()).toBe('Check the zip.');
    await element.locator('#dismiss').click();
    await shown.change('heartward-notice', { dismissal: 'dismissLibraryOutcome' });
    await element.locator('#dismiss').click();
    expect(await shown.heard()).toEqual([['dismissNotice'], ['dismissLibraryOutcome']]);
  });

  test('acknowledges a fault, reloads the page, and has no button if it needs no answer', async () => {
    const element = await shown.mount('heartward-notice', { words: { ...leak, answer: 'acknowledge' } });
    await element.locator('#acknowledge').click();
    expect(await shown.heard()).toEqual([['acknowledgeFault']]);
    await shown.change('heartward-notice', { words: { ...leak, answer: 'reload' } });
    await element.locator('#reload').click();
    expect((await shown.heard()).at(-1)).toEqual(['reload']);
    await shown.change('heartward-notice', { words: { ...leak, answer: 'undo' } });
    await element.locator('#undo').click();
    expect((await shown.heard()).at(-1)).toEqual(['undoRemoveOwnProgram']);
    await shown.change('heartward-notice', { words: { ...leak, urgency: 'danger', answer: 'none' } });
    expect(await element.locator('wa-button').count()).toBe(0);
    expect(await element.locator('wa-callout').getAttribute('variant')).toBe('danger');
  });
});

describe('<heartward-notices>', () => {
  const found = {
    said: { kind: 'saved', file: 'a.json' },
    left: { kind: 'bootsLeft', program: 'Trail' },
  } as const;

  test('shows a session that was left and the outcome of a save, and each closes with its own intent', async () => {
    const element = await shown.mount('heartward-notices', { view: nothing, ...found });
    const titles = () => element.locator('heartward-notice h2').allInnerTexts();
    expect(await titles()).toEqual([
      words.leftBehind(found.left).title,
      words.libraryOutcome(found.said, false).title,
    ]);
    for (const button of await element.locator('#dismiss').all()) await button.click();
    await shown.change('heartward-notices', { view: running });
    expect(await titles()).toEqual([words.libraryOutcome(found.said, true).title]);
    expect(await shown.heard()).toEqual([['dismissLeftSession'], ['dismissLibraryOutcome']]);
  });

  test('shows faults in an alert, and during a session nothing about files', async () => {
    const latched = { kind: 'fault', fault: 'leak', side: 'left', part: 'calf' } as const;
    const element = await shown.mount('heartward-notices', {
      view: { ...running, latched },
      screen: 'choose',
    });
    await element.getByRole('alert').locator('#acknowledge').click();
    expect(await shown.heard()).toEqual([['acknowledgeFault']]);
    await shown.change('heartward-notices', { view: running, screen: 'session', said: found.said });
    expect(await element.locator('heartward-notice').count()).toBe(0);
  });

  test('has its live regions before there is anything to say, and speaks in the polite one', async () => {
    const element = await shown.mount('heartward-notices', { view: nothing });
    expect(await element.locator('.notices[role=alert], .notices[role=status]').count()).toBe(2);
    const spoken = element.locator('#spoken[aria-live=polite]');
    expect(await spoken.textContent()).toBe('');
    await shown.change('heartward-notices', { spoken: 'Ten minutes left' });
    expect(await spoken.textContent()).toBe('Ten minutes left');
  });
});

test('<heartward-status> says what happens in three lines, and never changes its height', async () => {
  const squeezing: SessionView = {
    ...running,
    doing: { kind: 'squeezing', parts: ['calf'], holding: ['foot', 'ankle'] },
  };
  const element = await shown.mount('heartward-status', { view: squeezing });
  const line = (kind: string) => element.locator(`.${kind} > span`).first().textContent();
  expect(await line('happening')).toBe(words.happening(squeezing));
  expect(await line('waves')).toBe(words.waves(squeezing));
  expect(await line('detail')).toBe(words.detail(squeezing));
  expect(await line('waves')).toContain('17');
  const height = (await element.boundingBox())?.height;
  await shown.change('heartward-status', { view: paused });
  expect(await line('happening')).toBe(words.happening(paused));
  expect((await element.boundingBox())?.height).toBe(height);
});

test('<heartward-breath> says when to breathe in and out, and its shape takes as long as the breath', async () => {
  await shown.page.emulateMedia({ reducedMotion: 'no-preference' });
  const element = await shown.mount('heartward-breath', { breath: { phase: 'in', left: seconds(4) } });
  const takes = (): Promise<string> =>
    element.locator('.air').evaluate((air) => getComputedStyle(air).transitionDuration);
  const breatheIn = await element.locator('p').textContent();
  expect(await takes()).toBe('4s');
  // A new time left in the same breath does not restart the movement.
  await shown.change('heartward-breath', { breath: { phase: 'in', left: seconds(1) } });
  expect(await takes()).toBe('4s');
  await shown.change('heartward-breath', { breath: { phase: 'out', left: seconds(6) } });
  expect(await takes()).toBe('6s');
  expect(await element.locator('p').textContent()).not.toBe(breatheIn);
  await shown.page.emulateMedia({ reducedMotion: 'reduce' });
  expect(await element.locator('.air').isHidden()).toBe(true);
  expect(await element.locator('p').isVisible()).toBe(true);
});

test('no element wrote anything to the console', () => {
  expect(shown.troubles).toEqual([]);
});
