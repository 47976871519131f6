/** Uses the page as a person does, in Chromium without Playwright, because only there a tab can be hidden. */

import { words } from '../../../src/words/in-use.ts';
import { journalWords } from '../../../src/words/journal/journal-in-use.ts';
import type { RawPage } from '../chromium/raw-page.ts';
import { inAllShadows } from '../driving/raw-search.ts';

/** How long the page may take for one step on a busy machine, ms. */
const STEP_TIME = 90_000;
/** The time left at the beginning of the tab's title, for example "12:40 · Post-marathon". */
const TIME_LEFT = /^(\d+):(\d\d) · /;

const slider = (label: string): string => `(() => {
  const look = (root) => {
    for (const element of root.querySelectorAll('*')) {
      if (element.localName === 'wa-slider' && element.label === ${JSON.stringify(label)})
        return element.shadowRoot.querySelector('[role=slider]');
      const below = element.shadowRoot && look(element.shadowRoot);
      if (below) return below;
    }
    return null;
  };
  return look(document);
})()`;

export class RawPerson {
  constructor(readonly page: RawPage) {}

  /**
   * Clicks an element as soon as it is visible and enabled. @param role the element's tag @param name text in the
   * element
   */
  async press(role: string, name: string): Promise<void> {
    await this.page.until(inAllShadows(role, name), STEP_TIME);
    await this.page.click(inAllShadows(role, name));
  }

  sees(text: string): Promise<boolean> {
    // Looks only at elements without child elements.
    return this.page.evaluate(`(() => {
      const look = (root) => [...root.querySelectorAll('*')].some((element) =>
        (element.childElementCount === 0 && element.textContent.includes(${JSON.stringify(text)}) && element.checkVisibility())
          || (element.shadowRoot && look(element.shadowRoot)));
      return look(document);
    })()`) as Promise<boolean>;
  }

  /**
   * Pairs, answers the safety questions, chooses a program and its minutes, and starts. @param fewer by how many
   * minutes to shorten the program
   */
  async begin(program: string, fewer: number): Promise<void> {
    await this.page.until('navigator.bluetooth.getAvailability()', STEP_TIME);
    await this.press('button', words.welcome.pair);
    await this.press('wa-button', journalWords().gate.screening.none);
    await this.press('label', program);
    await this.page.evaluate(`${slider(words.session.time)}.focus()`);
    for (let minute = 0; minute < fewer; minute++) await this.page.press('ArrowLeft');
    await this.press('button', words.choose.start);
  }

  /** The time left in the tab's title, s; null if the title has none. */
  async timeLeft(): Promise<number | null> {
    const found = TIME_LEFT.exec(String(await this.page.evaluate('document.title')));
    return found ? Number(found[1]) * 60 + Number(found[2]) : null;
  }

  /**
   * Reloads the page during a session. Then presses "Pair boots" and chooses the boots, which brings the session
   * back. @param program name of the session's program
   */
  async reload(program: string): Promise<void> {
    await this.page.reload();
    const { title } = words.leftBehind({ kind: 'bootsLeft', program });
    const end = performance.now() + STEP_TIME;
    while (!(await this.sees(title)) && performance.now() < end)
      await new Promise((resolve) => setTimeout(resolve, 250));
    await this.press('button', words.welcome.pair);
    await this.page.until(inAllShadows('button', words.session.pause), STEP_TIME).catch(async () => {
      throw new Error(`The session did not come back. The page shows: ${await this.text()}`);
    });
  }

  async text(): Promise<string> {
    const found = await this.page.evaluate(`(() => {
      const look = (root) => [...root.querySelectorAll('*')].flatMap((element) => [
        ...(element.childElementCount === 0 && element.checkVisibility() ? [element.textContent.trim()] : []),
        ...(element.shadowRoot ? look(element.shadowRoot) : []),
      ]);
      return look(document).filter(Boolean).join(' | ');
    })()`);
    return String(found);
  }
}
