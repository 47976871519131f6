/**
 * The built page's Content-Security-Policy, in a <meta> element so that it holds on any static host. Only built pages have it, because
 * Vite's development client needs more than the policy allows. HEARTWARD_CSP=off builds without the policy; a test then shows that even
 * such a page contacts no other origin.
 */

import type { Plugin } from 'vite';

const policy: Readonly<Record<string, string>> = {
  'default-src': "'none'",
  'script-src': "'self'",
  'style-src': "'self'",
  // Lit's styleMap and Web Awesome's popups position elements with style attributes.
  'style-src-attr': "'unsafe-inline'",
  'img-src': "'self' data:",
  'font-src': "'self'",
  'connect-src': "'self'",
  'worker-src': "'self'",
  'manifest-src': "'self'",
  'base-uri': "'none'",
  'form-action': "'none'",
  'require-trusted-types-for': "'script'",
  // lit-html makes templates. The other policies may each create one worker, by its exact address (src/clock, src/app/backup,
  // src/app/offline).
  'trusted-types': 'lit-html heartward-ticker heartward-backup heartward-offline',
};

export function contentSecurityPolicy(): Plugin {
  const content = Object.entries(policy)
    .map(([directive, sources]) => `${directive} ${sources}`)
    .join('; ');
  return {
    name: 'content-security-policy',
    apply: 'build',
    transformIndexHtml: {
      // Runs last, so that the policy stands before every script and stylesheet that Vite adds.
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
