import type { ReactiveController } from 'lit';
import { expect, it } from 'vitest';
import { DropAndPaste } from '../../../../src/ui/input/drop-and-paste.ts';

/** A page whose drag and drop events come from the test. */
function page() {
  const listeners = new Map<string, (event: never) => void>();
  const seen: boolean[] = [];
  const controllers: ReactiveController[] = [];
  const host = {
    addController: (controller: ReactiveController) => void controllers.push(controller),
    removeController: () => undefined,
    requestUpdate: () => undefined,
    updateComplete: Promise.resolve(true),
  };
  new DropAndPaste(
    host,
    { files: () => undefined, text: () => undefined, dragging: (dragging) => void seen.push(dragging) },
    {
      addEventListener: (type: string, listener: (event: never) => void) =>
        void listeners.set(type, listener),
      removeEventListener: (type: string) => void listeners.delete(type),
    },
  );
  for (const controller of controllers) controller.hostConnected?.();
  const fire = (type: string, event: object): void => listeners.get(type)?.(event as never);
  return { fire, seen };
}

const dragged = (changes: object = {}) => ({
  defaultPrevented: false,
  preventDefault: () => undefined,
  composedPath: () => [],
  dataTransfer: { types: ['text/plain'], files: [], getData: () => '', dropEffect: '' },
  ...changes,
});

it('the sign that something is dragged goes with the drop, also if an element has already taken what was dropped', () => {
  const { fire, seen } = page();
  fire('dragover', dragged());
  expect(seen).toEqual([true]);
  fire('drop', dragged({ defaultPrevented: true }));
  expect(seen.at(-1)).toBe(false);
});
