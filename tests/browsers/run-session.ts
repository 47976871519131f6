/**
 * Runs a one-minute session on simulated boots to its end, in any browser, as a person would: looks, presses, waits, and opens the page
 * again.
 */

import { setTimeout as sleep } from 'node:timers/promises';
import { linkTo } from '../../src/program/link.ts';
import { firstTime } from '../../src/program/presets/first-time.ts';
import { words } from '../../src/words/in-use.ts';
import type { Driver } from './driver.ts';

const STEP = 250;
/**
 * How long the session may take, ms. Filling takes up to a minute, the session a minute, and its last wave up
 * to half a minute.
 */
const LONGEST_SESSION = 300_000;
const LONGEST_STEP = 60_000;

/** Stands before each script that runs in the page. Its functions find elements through shadow roots, and say what they show. */
const LOOK = `
  const all = (root) => [...root.querySelectorAll('*')].flatMap((one) => [one, ...(one.shadowRoot ? all(one.shadowRoot) : [])]);
  const seen = (one) => { const box = one.getBoundingClientRect(); return box.width > 0 && box.height > 0; };
  const said = (one) => (one.getAttribute('aria-label') || one.textContent || '').trim();
`;

/** @returns what was seen in this browser, a line each */
export async function runSession(browser: Driver, page: string): Promise<readonly string[]> {
  const notes: string[] = [];
  const until = async (what: string, script: string, longest = LONGEST_STEP): Promise<unknown> => {
    for (const since = Date.now(); Date.now() - since < longest; await sleep(STEP)) {
      const found = await browser.run(`${LOOK} ${script}`);
      if (found) return found;
    }
    const text = await browser.run(
      `${LOOK} return all(document).filter((one) => /^H[123]|^P$|BUTTON/.test(one.tagName) && seen(one)).map(said).join(' | ').slice(0, 1500);`,
    );
    throw new Error(`Not seen within ${longest / 1000} s: ${what}. On screen: ${String(text)}`);
  };
  /** Clicks the button or link whose name begins with `name`, once it is enabled and no longer moves. */
  const press = async (name: string): Promise<void> => {
    const script = `
      const button = all(document).find((one) => /BUTTON|^A$/.test(one.tagName) && seen(one) && said(one).startsWith(${JSON.stringify(name)}));
      if (!button || button.disabled || button.getAttribute('aria-disabled') === 'true') return null;
      button.scrollIntoView({ block: 'center', behavior: 'instant' });
      const { x, y, width, height } = button.getBoundingClientRect();
      return [x + width / 2, y + height / 2];`;
    let before = '';
    for (;;) {
      const place = (await until(`the button ${name}`, script)) as [number, number];
      if (String(place) === before) {
        await browser.press(...place);
        return;
      }
      before = String(place);
      await sleep(2 * STEP);
    }
  };
  const shows = (text: string, longest?: number): Promise<unknown> =>
    until(
      text,
      `return all(document).some((one) => seen(one) && one.children.length === 0 && one.textContent.includes(${JSON.stringify(text)}));`,
      longest,
    );

  await browser.open(linkTo({ ...firstTime, minutes: 1 }, `${page}?zones=3`));
  notes.push(`language ${String(await browser.run('return navigator.language;'))}`);
  await shows(words.libraryOutcome({ kind: 'sent', program: firstTime }, false).title);
  await press(words.welcome.simulated);
  await press(words.choose.start);
  await until(
    'a squeezed zone in the picture of the legs',
    `
    const legs = all(document).find((one) => one.getAttribute('role') === 'img' && said(one).startsWith(${JSON.stringify(words.session.legs)}));
    return legs && [...said(legs).matchAll(/ (\\d+)(?= of | )/g)].some(([, measured]) => Number(measured) > 20);`,
    LONGEST_SESSION,
  );
  const chart = await until(
    'the trace, or why there is none',
    `
    if (all(document).some((one) => one.tagName === 'CANVAS' && seen(one))) return 'trace drawn';
    return all(document).some((one) => seen(one) && one.textContent.trim() === ${JSON.stringify(words.noChart('broken'))}) ? 'no trace, and the page says so' : null;`,
  );
  notes.push(String(chart));
  await shows(words.endings.finished.title, LONGEST_SESSION);
  notes.push('session ended by itself');

  await browser.open(`${page}?zones=3&again#journal`);
  await shows(firstTime.name);
  notes.push('in the journal after a reload');
  const wrong = await browser.run(
    `${LOOK} return ['#old-browser', '.wait[role=alert]'].filter((what) => all(document).some((one) => one.matches(what))).join(' ');`,
  );
  if (wrong) throw new Error(`The page complains: ${String(wrong)}`);
  return notes;
}
