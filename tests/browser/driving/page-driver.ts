/** Drives the app as a user does, mostly by the roles and names that a screen reader announces. */

import type { Locator, Page } from 'playwright';
import { words } from '../../../src/words/in-use.ts';
import { journalWords } from '../../../src/words/journal/journal-in-use.ts';

export interface ZoneShown {
  /** Such as "left foot" or "right upper calf". */
  readonly zone: string;
  /** Pressure, mmHg; null if the page shows it as unknown. */
  readonly measured: number | null;
  /** Target, mmHg; null if the page shows none. */
  readonly target: number | null;
}

const escaped = (words: string): string => words.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
/** Matches the beginning of a name, because some buttons show a keyboard shortcut after their name. */
const beginningWith = (words: string): RegExp => new RegExp(`^\\s*${escaped(words)}`);

/** Parses the description of the legs' picture, such as "Legs: left foot 31 of 30, left ankle not known". */
export const readLegs = (text: string): readonly ZoneShown[] =>
  text
    .slice(text.indexOf(':') + 1)
    .split(',')
    .flatMap((part) => {
      const found = /^\s*((?:left|right) .+?) (\d+|not known)(?: of (\d+))?\s*$/.exec(part);
      const [, zone, measured, target] = found ?? [];
      if (zone === undefined || measured === undefined) return [];
      return [
        {
          zone,
          measured: measured === words.session.unknown ? null : Number(measured),
          target: target === undefined ? null : Number(target),
        },
      ];
    });

export class PageDriver {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  button(name: string): Locator {
    return this.page.getByRole('button', { name: beginningWith(name) });
  }

  slider(name: string): Locator {
    return this.page.getByRole('slider', { name: beginningWith(name) });
  }

  get legs(): Locator {
    return this.page.getByRole('img', { name: beginningWith(words.session.legs) });
  }

  async useSimulatedBoots(): Promise<void> {
    await this.button(words.welcome.simulated).click();
    await this.button(words.choose.start).waitFor();
  }

  async pair(): Promise<void> {
    await this.button(words.welcome.pair).click();
    const none = this.button(journalWords().gate.screening.none);
    await none.or(this.button(words.choose.start)).first().waitFor();
    if (await none.isVisible()) await none.click();
    await this.button(words.choose.start).waitFor();
  }

  async programsListed(): Promise<readonly string[]> {
    return (await this.page.locator('.program .name').allTextContents()).map((name) => name.trim());
  }

  /** Returns the previews' descriptions for screen readers, without previews that are still being drawn. */
  async previewDescriptions(): Promise<readonly string[]> {
    const described = await this.page.locator('.program').evaluateAll((cards) =>
      cards.map((card) => {
        const ids = card.querySelector('input')?.getAttribute('aria-describedby') ?? '';
        return ids
          .split(' ')
          .map((id) => card.querySelector(`[id="${id}"]`))
          .find((about) => about?.matches('.sentence'))?.textContent;
      }),
    );
    return described.flatMap((text) => text ?? []).filter((text) => text !== words.drawing.none);
  }

  isChosen(name: string): Promise<boolean> {
    return this.page
      .getByRole('radio', { name: beginningWith(name) })
      .first()
      .isChecked()
      .catch(() => false);
  }

  async importFile(file: { name: string; mimeType: string; buffer: Buffer }): Promise<void> {
    await this.page.locator('#file').setInputFiles(file);
  }

  async dropOrPaste(how: 'drop' | 'paste', what: { file?: string; text?: string }): Promise<void> {
    await this.page.evaluate(
      ([type, file, text]) => {
        const carried = new DataTransfer();
        if (file) carried.items.add(new File([file], 'carried.json', { type: 'application/json' }));
        if (text) carried.setData('text/plain', text);
        const event =
          type === 'drop'
            ? new DragEvent('drop', { bubbles: true, cancelable: true, dataTransfer: carried })
            : new ClipboardEvent('paste', { bubbles: true, cancelable: true, clipboardData: carried });
        document.body.dispatchEvent(event);
      },
      [how, what.file ?? '', what.text ?? ''],
    );
  }

  /** Opens the settings of a zone, as the page shows them before a session. @param name such as "Foot" */
  async openZone(name: string): Promise<void> {
    const panel = this.page.locator('heartward-zones details');
    if ((await panel.getAttribute('open')) === null) await panel.locator('summary').click();
    await panel.getByRole('button', { name: beginningWith(name) }).click();
  }

  /** Opens the settings of a zone during a session, with the keyboard. @param name such as "Right foot" */
  async openSheet(name: string): Promise<void> {
    await this.button(words.session.setZone(name)).press('Enter');
  }

  /** @param name a setting of a zone, such as "Foot: Pressure, mmHg" */
  spinButton(name: string): Locator {
    return this.page.getByRole('spinbutton', { name, exact: true });
  }

  async chooseProgram(name: string): Promise<void> {
    // Clicks the row, because the radio button itself is invisible.
    await this.page
      .locator('.program', { has: this.page.getByRole('radio', { name: beginningWith(name) }) })
      .click();
  }

  async start(): Promise<void> {
    await this.button(words.choose.start).click();
    await this.button(words.session.stop).waitFor();
  }

  async startAgain(): Promise<void> {
    await this.button(words.ended.again).click();
    await this.button(words.session.stop).waitFor();
  }

  async backToChoice(): Promise<void> {
    await this.button(words.ended.other).click();
    await this.button(words.choose.start).waitFor();
  }

  async disconnect(): Promise<void> {
    await this.button(words.page.disconnect).click();
    await this.button(words.welcome.pair).waitFor();
  }

  pause(): Promise<void> {
    return this.button(words.session.pause).click();
  }

  resume(): Promise<void> {
    return this.button(words.session.resume).click();
  }

  stop(): Promise<void> {
    return this.button(words.session.stop).click();
  }

  /** Sets a slider by pressing an arrow key once per unit. Throws if the slider does not get to `value`. */
  async set(name: string, value: number): Promise<void> {
    const slider = this.slider(name);
    const now = async (): Promise<number> => Number(await slider.getAttribute('aria-valuenow'));
    await slider.focus();
    const from = await now();
    for (let press = 0; press < Math.abs(value - from); press++) {
      await this.page.keyboard.press(from < value ? 'ArrowRight' : 'ArrowLeft');
    }
    const reached = await now();
    if (reached !== value)
      throw new Error(`The slider ${name} got from ${from} to ${reached}, not to ${value}.`);
  }

  /** Returns the zones in the legs' picture, left leg first, foot first; an empty list if the picture is not shown. */
  async zonesShown(): Promise<readonly ZoneShown[]> {
    if ((await this.legs.count()) === 0) return [];
    return readLegs((await this.legs.getAttribute('aria-label')) ?? '');
  }

  /** Returns the highest pressure on screen, mmHg; 0 if none is known. */
  async highestShown(): Promise<number> {
    return Math.max(0, ...(await this.zonesShown()).map(({ measured }) => measured ?? 0));
  }

  /** Returns the highest target on screen, mmHg; 0 if there is none. */
  async highestTarget(): Promise<number> {
    return Math.max(0, ...(await this.zonesShown()).map(({ target }) => target ?? 0));
  }

  showsText(words: string): Promise<boolean> {
    return this.page.getByText(words, { exact: false }).first().isVisible();
  }
}
