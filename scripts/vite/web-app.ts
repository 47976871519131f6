/** Makes the built page installable and usable offline: adds its manifest, and a service worker with the list of the page's files. */

import type { Plugin } from 'vite';
import { SHARE_FIELDS, SHARE_PATH } from '../../src/app/offline/shared-item.ts';

/** Icons drawn from public/favicon.svg on the page's background. `maskable`: with a wide margin, so that a system may cut out any outline. */
const icons = [
  { src: 'icons/icon-192.png', sizes: '192x192', type: 'image/png' },
  { src: 'icons/icon-512.png', sizes: '512x512', type: 'image/png' },
  { src: 'icons/maskable-512.png', sizes: '512x512', type: 'image/png', purpose: 'maskable' },
];

/** The plugin is loaded only when called: it brings many packages, and tests would have to wait for them. */
export async function webApp(): Promise<Plugin[]> {
  const { VitePWA } = await import('vite-plugin-pwa');
  return VitePWA({
    strategies: 'injectManifest',
    srcDir: 'src/app/offline',
    filename: 'service-worker.ts',
    // renewal.ts registers the service worker, under the page's policy of trusted scripts.
    injectRegister: false,
    injectManifest: { rollupFormat: 'iife', globPatterns: ['**/*.{html,js,css,svg,png,json,woff2}'] },
    manifest: {
      id: './',
      name: 'Heartward',
      short_name: 'Heartward',
      description:
        'Runs pneumatic compression boots, and leads through the days after a race. Nothing leaves the device.',
      lang: 'en',
      start_url: './',
      scope: './',
      display: 'standalone',
      background_color: '#f6f4ef',
      theme_color: '#f6f4ef',
      categories: ['health', 'sports'],
      icons,
      shortcuts: [
        { name: 'Simulated boots', url: './?open=simulated' },
        { name: 'The last program again', url: './?open=again' },
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
