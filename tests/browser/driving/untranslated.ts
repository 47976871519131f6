/**
 * Finds texts on screen that do not come from `src/words`, and texts that are cut off. Runs inside the page, so
 * it uses nothing from outside itself.
 */

export interface Looked {
  readonly looked: number;
  readonly texts: number;
  readonly wrong: readonly string[];
}

/**
 * Shows each screen and checks its texts. The page must use the pseudo language, which puts each translated text
 * in brackets.
 */
export const untranslatedTexts = async (names: readonly string[]): Promise<Looked> => {
  /** What needs no translation: names of people, boots and languages, units, and words that languages share. */
  const known = /\b(?:mmHg|kPa|Heartward(?: simulated)?|SIM-\d+|Anna|Ben|English|Français|min)\b/g;
  const spoken = ['aria-label', 'title', 'placeholder', 'alt'];
  const everything = (root: Document | ShadowRoot): Element[] =>
    [...root.querySelectorAll('*')].flatMap((element) => [
      element,
      ...(element.shadowRoot ? everything(element.shadowRoot) : []),
    ]);
  /**
   * Whether an SVG text is one capital letter, such as the initial of "left". In the pseudo language, a
   * translated initial is a bracket.
   */
  const isLetter = (element: Element, text: string): boolean =>
    element.localName === 'text' && /^\p{Lu}$/u.test(text.trim());
  const isForeign = (text: string): boolean =>
    /\p{L}{3}/u.test(text.replace(known, '')) && !/[[\]]/.test(text);
  const isShown = (element: Element): boolean =>
    !['STYLE', 'SCRIPT', 'TEMPLATE', 'TITLE'].includes(element.tagName.toUpperCase()) &&
    element.checkVisibility({ visibilityProperty: true });
  /** Whether the text of an element is the same in every language, such as the name of a field of PROTOCOL.md. */
  const isNeverTranslated = (element: Element): boolean => element.closest('[translate="no"]') !== null;
  const isCut = (element: Element): boolean => {
    const { overflowX, overflowY, clipPath } = getComputedStyle(element);
    // A text that only screen readers read is clipped on purpose.
    if (clipPath !== 'none') return false;
    const hides = (overflow: string): boolean => overflow === 'hidden' || overflow === 'clip';
    return (
      (hides(overflowX) && element.scrollWidth > element.clientWidth + 1) ||
      (hides(overflowY) && element.scrollHeight > element.clientHeight + 1)
    );
  };
  const wrong = new Set<string>();
  let texts = 0;
  for (const name of names) {
    window.show(name);
    for (let frame = 0; frame < 3; frame++) await new Promise((resolve) => requestAnimationFrame(resolve));
    const { scrollWidth } = document.documentElement;
    if (scrollWidth > innerWidth) wrong.add(`${name} is ${scrollWidth} px wide`);
    for (const element of everything(document)) {
      if (!isShown(element)) continue;
      const said = [
        ...[...element.childNodes]
          .filter(({ nodeType }) => nodeType === Node.TEXT_NODE)
          .map((node) => node.textContent ?? ''),
        ...spoken.map((attribute) => element.getAttribute(attribute) ?? ''),
      ].filter((text) => text.trim() !== '');
      texts += said.length;
      for (const text of said)
        if ((isForeign(text) || isLetter(element, text)) && !isNeverTranslated(element))
          wrong.add(`${element.localName}: ${text.trim().slice(0, 80)}`);
      if (said.length > 0 && isCut(element))
        wrong.add(
          `cut in ${name}: ${element.localName}.${element.className} ${said[0]?.trim().slice(0, 60)}`,
        );
    }
  }
  return { looked: names.length, texts, wrong: [...wrong] };
};
