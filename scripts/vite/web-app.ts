/** Makes the built page installable and usable offline: adds its manifest, and a service worker with the list of the page's files. */

import type { Plugin } from 'vite';
import { SHARE_FIELDS, SHARE_PATH } from '../../src/app/offline/shared-item.ts';
import { firstEnglish } from '../../src/words/en/first/first-english.ts';
import { manifest as texts } from '../../src/words/en/page-file.ts';

const { page, welcome } = firstEnglish({ pressureUnit: 'mmHg' });

/**
 * Icons drawn from public/favicon.svg on the page's background. `maskable`: with a wide margin, so that a system may cut out any outline.
 */
const icons = [
  { src: 'icons/icon-192.png', sizes: '192x192', type: 'image/png' },
  { src: 'icons/icon-512.png', sizes: '512x512', type: 'image/png' },
  { src: 'icons/maskable-512.png', sizes: '512x512', type: 'image/png', purpose: 'maskable' },
];

/** Pictures that the browser shows before it installs the page; `npm run screenshots -- --docs` renews them. */
const screenshots = [
  {
    src: 'screenshots/session-desktop.png',
    sizes: '1280x800',
    type: 'image/png',
    form_factor: 'wide',
    label: texts.sessionOnDesktop,
  },
  {
    src: 'screenshots/session-phone.png',
    sizes: '390x844',
    type: 'image/png',
    form_factor: 'narrow',
    label: texts.sessionOnPhone,
  },
  {
    src: 'screenshots/guide-phone.png',
    sizes: '390x844',
    type: 'image/png',
    form_factor: 'narrow',
    label: texts.guideOnPhone,
  },
] as const;

/** The plugin is loaded only when called: it brings many packages, and tests would have to wait for them. */
export async function webApp(): Promise<Plugin[]> {
  const { VitePWA } = await import('vite-plugin-pwa');
  return VitePWA({
    strategies: 'injectManifest',
    srcDir: 'src/app/offline',
    filename: 'service-worker.ts',
    // renewal.ts registers the service worker, under the page's policy of trusted scripts.
    injectRegister: false,
    injectManifest: {
      rollupFormat: 'iife',
      globPatterns: ['**/*.{html,js,css,svg,png,json,woff2}'],
      // Only the browser's dialog for installing shows the screenshots, so the page needs none of them offline.
      globIgnores: ['screenshots/**'],
    },
    manifest: {
      id: './',
      name: page.name,
      short_name: page.name,
      description: texts.description,
      lang: 'en',
      start_url: './',
      scope: './',
      display: 'standalone',
      background_color: '#f6f4ef',
      theme_color: '#f6f4ef',
      categories: ['health', 'sports'],
      icons,
      screenshots: [...screenshots],
      shortcuts: [
        { name: welcome.simulated, url: './?open=simulated' },
        { name: texts.again, url: './?open=again' },
      ],
      file_handlers: [{ action: './', accept: { 'application/json': ['.json'] } }],
      share_target: {
        action: SHARE_PATH,
        method: 'POST',
        enctype: 'multipart/form-data',
        params: {
          text: SHARE_FIELDS.text,
          url: SHARE_FIELDS.link,
          files: [{ name: SHARE_FIELDS.file, accept: ['application/json', '.json'] }],
        },
      },
    },
  });
}
