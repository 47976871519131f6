import { describe, expect, it } from 'vitest';
import { BeginPress } from '../../../../src/ui/input/begin-press.ts';

const pointer = { detail: 1 };
const keyOrScreenReader = { detail: 0 };

class Button {
  may = true;
  begun = 0;
  readonly press = new BeginPress(
    () => this.may,
    () => {
      this.begun++;
    },
  );
}

describe('a press that starts a squeeze', () => {
  it('counts when the whole press happened on the button', () => {
    const button = new Button();
    button.press.down();
    expect(button.begun).toBe(0);
    button.press.click(pointer);
    expect(button.begun).toBe(1);
  });

  it('does nothing if it began before starting was possible', () => {
    const button = new Button();
    button.may = false;
    button.press.down();
    button.may = true;
    button.press.click(pointer);
    button.may = false;
    button.press.key({ key: ' ', repeat: false });
    button.may = true;
    button.press.click(keyOrScreenReader);
    expect(button.begun).toBe(0);
  });

  it('does nothing if starting is no longer possible when it ends', () => {
    const button = new Button();
    button.press.down();
    button.may = false;
    button.press.click(pointer);
    expect(button.begun).toBe(0);
  });

  it('does nothing if it began on another element in the same place', () => {
    const button = new Button();
    button.press.click(pointer);
    expect(button.begun).toBe(0);
  });

  it('ignores the repeats of a held key, however many, and counts its next press', () => {
    const button = new Button();
    for (let i = 0; i < 5; i++) {
      button.press.key({ key: 'Enter', repeat: true });
      button.press.click(keyOrScreenReader);
    }
    expect(button.begun).toBe(0);
    button.press.key({ key: 'Enter', repeat: false });
    button.press.click(keyOrScreenReader);
    expect(button.begun).toBe(1);
  });

  it('counts when a screen reader clicks without pointer or key', () => {
    const button = new Button();
    button.press.click(keyOrScreenReader);
    expect(button.begun).toBe(1);
    button.may = false;
    button.press.click(keyOrScreenReader);
    expect(button.begun).toBe(1);
  });
});
