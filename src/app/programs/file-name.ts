/** The file name of a downloaded program. */

export const fileName = (name: string): string =>
  `${
    name
      .toLowerCase()
      .replace(/[^\p{Letter}\p{Number}]+/gu, '-')
      .replace(/^-+|-+$/g, '')
      .slice(0, 60) || 'program'
  }.json`;
