/** Drives the app as a user does, by the roles and names that a screen reader says. */

import type { Locator, Page } from 'playwright';
import { words } from '../../../src/words/in-use.ts';
import { journalWords } from '../../../src/words/journal/journal-in-use.ts';

/** A zone as the page describes it. */
export interface ZoneShown {
  /** Such as "left foot" or "right upper calf". */
  readonly zone: string;
  /** The pressure, mmHg; null if the page shows it as unknown. */
  readonly measured: number | null;
  /** The target, mmHg; null if the page shows none. */
  readonly target: number | null;
}

const escaped = (words: string): string => words.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
/** Matches a name at its beginning only, because some buttons show their key after their name. */
const beginningWith = (words: string): RegExp => new RegExp(`^\\s*${escaped(words)}`);

/** Parses the description of the legs' picture, such as "left foot 31 of 30, left ankle not known". */
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

  /** The live picture of the legs, which only the session screen has. */
  get legs(): Locator {
    return this.page.getByRole('img', { name: beginningWith(words.session.legs) });
  }

  async useSimulatedBoots(): Promise<void> {
    await this.button(words.welcome.simulated).click();
    await this.button(words.choose.start).waitFor();
  }

  /** Pairs real boots, answering the screening if it appears. chromium/chooser.ts answers the browser's chooser. */
  async pair(): Promise<void> {
    await this.button(words.welcome.pair).click();
    const none = this.button(journalWords().gate.screening.none);
    await none.or(this.button(words.choose.start)).first().waitFor();
    if (await none.isVisible()) await none.click();
    await this.button(words.choose.start).waitFor();
  }

  /** Returns the names of the programs on screen. */
  async programsListed(): Promise<readonly string[]> {
    return (await this.page.locator('.program .name').allTextContents()).map((name) => name.trim());
  }

  /** Returns the descriptions, for screen readers, of the previews that are ready. */
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

  /** Imports a file through the file input. */
  async importFile(file: { name: string; mimeType: string; buffer: Buffer }): Promise<void> {
    await this.page.locator('#file').setInputFiles(file);
  }

  /** Drops a file on the page, or pastes text while no text field has the focus. */
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

  /** Opens the settings of a zone before a session. @param name such as "Foot" */
  async openZone(name: string): Promise<void> {
    const panel = this.page.locator('heartward-zones details');
    if ((await panel.getAttribute('open')) === null) await panel.locator('summary').click();
    await panel.getByRole('button', { name: beginningWith(name) }).click();
  }

  /** Opens the sheet of a zone during a session, with the keyboard. @param name such as "Right foot" */
  async openSheet(name: string): Promise<void> {
    await this.button(words.session.setZone(name)).press('Enter');
  }

  /** Returns the spin button of one setting of a zone. @param name such as "Foot: Pressure, mmHg" */
  spinButton(name: string): Locator {
    return this.page.getByRole('spinbutton', { name, exact: true });
  }

  async chooseProgram(name: string): Promise<void> {
    // Clicks the row, because its radio button is not drawn.
    await this.page
      .locator('.program', { has: this.page.getByRole('radio', { name: beginningWith(name) }) })
      .click();
  }

  /** Presses Start, and waits until Stop is on screen. */
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

  /** Sets a slider with the arrow keys, pressed as fast as possible. Throws unless every press counts. */
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

  /** Returns the zones on screen, left leg first, foot first. Empty without the legs' picture. */
  async zonesShown(): Promise<readonly ZoneShown[]> {
    if ((await this.legs.count()) === 0) return [];
    return readLegs((await this.legs.getAttribute('aria-label')) ?? '');
  }

  /** Returns the highest measured pressure on screen, mmHg; 0 if none is known. */
  async highestShown(): Promise<number> {
    return Math.max(0, ...(await this.zonesShown()).map(({ measured }) => measured ?? 0));
  }

  /** Returns the highest target on screen, mmHg; 0 without any. */
  async highestTarget(): Promise<number> {
    return Math.max(0, ...(await this.zonesShown()).map(({ target }) => target ?? 0));
  }

  /** Returns whether the text is on screen. */
  showsText(words: string): Promise<boolean> {
    return this.page.getByText(words, { exact: false }).first().isVisible();
  }
}
