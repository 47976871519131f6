/**
 * Checks that buttons are visible and that nothing is wider than the window. `layoutOf` runs inside the page, so
 * it uses nothing from outside itself.
 */

/** A button's box: left, top, right, bottom; px. */
export type Place = readonly [number, number, number, number];

export interface Layout {
  readonly wrong: readonly string[];
  /** The boxes of the session's main buttons, by id. */
  readonly places: Readonly<Record<string, Place>>;
}

/**
 * Shows pictures (screens with made-up contents, tests/browser/pictures) one after another, and checks the layout
 * of each.
 */
export const layoutOf = async (names: readonly string[]): Promise<Readonly<Record<string, Layout>>> => {
  const buttons = ['stop', 'pause', 'resume', 'start', 'again', 'move-on'];
  const everything = (root: Document | ShadowRoot): Element[] =>
    [...root.querySelectorAll('*')].flatMap((element) => [
      element,
      ...(element.shadowRoot ? everything(element.shadowRoot) : []),
    ]);
  const hitAt = (x: number, y: number): Element | null => {
    let hit = document.elementFromPoint(x, y);
    while (hit?.shadowRoot) {
      const inner = hit.shadowRoot.elementFromPoint(x, y);
      if (!inner || inner === hit) break;
      hit = inner;
    }
    return hit;
  };
  const isWithin = (hit: Element | null, button: Element): boolean => {
    let node: Node | null = hit;
    while (node && node !== button) node = node instanceof ShadowRoot ? node.host : node.parentNode;
    return node === button;
  };
  const notWhole = (button: Element): string[] => {
    const { left, right, top, bottom, width, height } = button.getBoundingClientRect();
    const found: string[] = [];
    if (left < 0 || top < 0 || right > innerWidth || bottom > innerHeight)
      found.push(`${button.id} is not all in the window`);
    if (button.scrollWidth > button.clientWidth + 1 || button.scrollHeight > button.clientHeight + 1)
      found.push(`the words of ${button.id} do not fit into it`);
    // The corners are round, so the points at the corners are a little inside the box.
    const inset = Math.min(width, height) * 0.2;
    for (const x of [left + inset, left + width / 2, right - inset]) {
      for (const y of [top + inset, top + height / 2, bottom - inset]) {
        const hit = hitAt(x, y);
        if (!isWithin(hit, button)) found.push(`${button.id} is covered by ${hit?.localName ?? 'nothing'}`);
      }
    }
    return found;
  };
  const look = (): Layout => {
    const all = everything(document);
    const wrong: string[] = [];
    if (document.documentElement.scrollWidth > innerWidth) {
      const beyond = all.filter((element) => element.getBoundingClientRect().right > innerWidth + 0.5);
      const [last] = beyond.slice(-1);
      wrong.push(
        `it is ${document.documentElement.scrollWidth} px wide: ${last?.localName} ${last?.className}`,
      );
    }
    const places: Record<string, Place> = {};
    for (const button of all.filter(({ id, localName }) => localName === 'button' && buttons.includes(id))) {
      // Notices may push other buttons out of the window. Stop must be visible without scrolling.
      if (button.id !== 'stop') button.scrollIntoView({ block: 'nearest' });
      wrong.push(...notWhole(button));
      const { left, top, right, bottom } = button.getBoundingClientRect();
      places[button.id] = [left, top, right, bottom];
    }
    return { wrong, places };
  };
  const layouts: Record<string, Layout> = {};
  for (const name of names) {
    window.show(name);
    await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
    layouts[name] = look();
  }
  return layouts;
};
