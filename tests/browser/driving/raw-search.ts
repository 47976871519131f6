/**
 * Returns a JavaScript expression for the first visible, enabled element with this tag that contains this text,
 * also inside shadow roots. Its value is null if there is none.
 */
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
