/**
 * The built page's Content-Security-Policy, as a <meta> so that it holds on any static host. Only built pages carry it: Vite's
 * development client needs more than this allows. HEARTWARD_CSP=off builds without it, for the test that shows that nothing
 * would have been asked of another origin anyway.
 */

import type { Plugin } from 'vite';

const policy: Readonly<Record<string, string>> = {
  'default-src': "'none'",
  'script-src': "'self'",
  'style-src': "'self'",
  // Lit's styleMap and Web Awesome's popups position elements by style attributes.
  'style-src-attr': "'unsafe-inline'",
  'img-src': "'self' data:",
  'font-src': "'self'",
  'connect-src': "'self'",
  'worker-src': "'self'",
  'manifest-src': "'self'",
  'base-uri': "'none'",
  'form-action': "'none'",
  'require-trusted-types-for': "'script'",
  // lit-html: templates. heartward-ticker: the one worker (src/clock), by its exact address.
  'trusted-types': 'lit-html heartward-ticker',
};

export function contentSecurityPolicy(): Plugin {
  const content = Object.entries(policy)
    .map(([directive, sources]) => `${directive} ${sources}`)
    .join('; ');
  return {
    name: 'content-security-policy',
    apply: 'build',
    transformIndexHtml: {
      // After all else, so that the policy stands before every script and stylesheet Vite adds.
      order: 'post',
      handler: () =>
        process.env.HEARTWARD_CSP === 'off'
          ? []
          : [
              {
                tag: 'meta',
                attrs: { 'http-equiv': 'Content-Security-Policy', content },
                injectTo: 'head-prepend',
              },
            ],
    },
  };
}
