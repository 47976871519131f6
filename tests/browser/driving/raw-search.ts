/** Finding things in a page without Playwright. */

/** An expression that gives the first visible element of that tag whose text has these words, within all shadow roots; or null. */
export const inAllShadows = (tag: string, words: string): string => `(() => {
  const look = (root) => {
    for (const element of root.querySelectorAll('*')) {
      const here = element.localName === ${JSON.stringify(tag)}
        && element.textContent.includes(${JSON.stringify(words)})
        && !element.hasAttribute('disabled')
        && element.getAttribute('aria-disabled') !== 'true'
        && element.getBoundingClientRect().width > 0;
      if (here) return element;
      const below = element.shadowRoot && look(element.shadowRoot);
      if (below) return below;
    }
    return null;
  };
  return look(document);
})()`;
