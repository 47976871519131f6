/** Names of the steps of a rule that repeats each hour. A name ends the id of its step: "day0-walk-hourly-third". */

export const repeatNames = [
  'first',
  'second',
  'third',
  'fourth',
  'fifth',
  'sixth',
  'seventh',
  'eighth',
] as const;
