/** Large files made to keep a reader busy: a reader whose work grows with the square of a file's size would take minutes. */

/** Files for readers of GPX and TCX: what is hostile in each, and its text. */
export const hostileActivities: readonly (readonly [string, string])[] = [
  ['nothing but opening brackets', '<'.repeat(1_000_000)],
  ['nothing but quotation marks', `<gpx a='${'"'.repeat(1_000_000)}`],
  ['a million attributes', `<gpx ${'a="1" '.repeat(160_000)}></gpx>`],
  ['one name without end', `<${'a'.repeat(1_000_000)}`],
  ['comments without end', '<!--'.repeat(250_000)],
  [
    'a single point with a text without end',
    `<gpx><trk><trkseg><trkpt lat="1"><ele>${'9'.repeat(1_000_000)}</ele></trkpt></trkseg></trk></gpx>`,
  ],
];

/** Files for readers of JSON: what is hostile in each, and its text. */
export const hostileJson: readonly (readonly [string, string])[] = [
  ['a megabyte of spaces', `{}${' '.repeat(1 << 20)}`],
  ['a megabyte of brackets', '['.repeat(1 << 20)],
  ['a megabyte of brackets in an object', `{"a":${'['.repeat(1 << 20)}`],
  ['lists in lists', '['.repeat(40_000)],
  ['objects in objects', `${'{"a":'.repeat(20_000)}1${'}'.repeat(20_000)}`],
];
