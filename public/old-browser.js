/*
 * Tells people whose browser is older than the page needs (README, "What it runs on"). Written for the oldest browsers: their engines cannot read
 * the code of the page, and so never get to its words. The page's only sentences outside src/words, besides the
 * purposes of its programs (src/program/presets), and the only file that is not formatted.
 */
(function () {
  var canAll =
    'noModule' in document.createElement('script') &&
    typeof Array.prototype.toSorted === 'function' &&
    typeof window.CompressionStream === 'function' &&
    !!window.CSS &&
    CSS.supports('color', 'color-mix(in srgb, red, blue)') &&
    CSS.supports('selector(:has(a))') &&
    CSS.supports('selector(&)') &&
    CSS.supports('transition-timing-function', 'linear(0, 1)');
  if (canAll) return;
  var isFrench = /^fr/i.test(navigator.language || '');
  var said = document.createElement('p');
  said.id = 'old-browser';
  said.setAttribute('role', 'alert');
  said.style.cssText =
    'margin: 0; padding: 16px; background: #fff3d6; color: #16202a; font: 18px/1.4 sans-serif';
  said.appendChild(
    document.createTextNode(
      isFrench
        ? 'Ce navigateur est trop ancien pour Heartward : des parties peuvent manquer, ou rien ne s\u2019affiche. Mettez-le \u00e0 jour, ou prenez-en un autre : Chrome ou Edge 113, Firefox 121, Safari 17.2, ou plus r\u00e9cent.'
        : 'This browser is too old for Heartward: parts may be missing, or nothing may show. Update it, or use another one: Chrome or Edge 113, Firefox 121, Safari 17.2, or newer.'
    )
  );
  document.body.insertBefore(said, document.body.firstChild);
})();
