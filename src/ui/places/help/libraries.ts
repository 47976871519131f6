/** The libraries that the built page contains, and their licences as SPDX expressions. A test compares them with the packages. */
export const libraries: readonly (readonly [name: string, licence: string])[] = [
  ['Dexie', 'Apache-2.0'],
  ['fastest-levenshtein', 'MIT'],
  ['Lit', 'BSD-3-Clause'],
  ['qr', '(MIT OR Apache-2.0)'],
  ['RxJS', 'Apache-2.0'],
  ['uPlot', 'MIT'],
  ['Valibot', 'MIT'],
  ['Web Awesome', 'MIT'],
  ['Workbox', 'MIT'],
];
