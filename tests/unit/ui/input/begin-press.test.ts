import { describe, expect, it } from 'vitest';
import { BeginningPress } from '../../../../src/ui/input/begin-press.ts';

const pointer = { detail: 1 };
const keyOrReader = { detail: 0 };

class Button {
  may = true;
  begun = 0;
  readonly press = new BeginningPress(
    () => this.may,
    () => {
      this.begun++;
    },
  );
}

describe('a press that begins a squeeze', () => {
  it('counts when the button took all of it', () => {
    const button = new Button();
    button.press.down();
    expect(button.begun).toBe(0);
    button.press.click(pointer);
    expect(button.begun).toBe(1);
  });

  it('begins nothing if it began before anything could begin', () => {
    const button = new Button();
    button.may = false;
    button.press.down();
    button.may = true;
    button.press.click(pointer);
    button.may = false;
    button.press.key({ key: ' ', repeat: false });
    button.may = true;
    button.press.click(keyOrReader);
    expect(button.begun).toBe(0);
  });

  it('begins nothing if it ends when nothing can begin any more', () => {
    const button = new Button();
    button.press.down();
    button.may = false;
    button.press.click(pointer);
    expect(button.begun).toBe(0);
  });

  it('begins nothing if it began on what stood there before', () => {
    const button = new Button();
    button.press.click(pointer);
    expect(button.begun).toBe(0);
  });

  it('begins nothing with a key that is held, however long, and something with the next press of it', () => {
    const button = new Button();
    for (let i = 0; i < 5; i++) {
      button.press.key({ key: 'Enter', repeat: true });
      button.press.click(keyOrReader);
    }
    expect(button.begun).toBe(0);
    button.press.key({ key: 'Enter', repeat: false });
    button.press.click(keyOrReader);
    expect(button.begun).toBe(1);
  });

  it('counts when a screen reader asks for it, which has neither pointer nor key', () => {
    const button = new Button();
    button.press.click(keyOrReader);
    expect(button.begun).toBe(1);
    button.may = false;
    button.press.click(keyOrReader);
    expect(button.begun).toBe(1);
  });
});
