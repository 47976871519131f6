/**
 * English texts in the page's own file and in its manifest, which browsers, systems and search engines read without running the page. Both
 * files are the same in every language.
 */

export const pageFile = {
  description: 'Runs pneumatic compression boots from the browser. No account, nothing leaves the device.',
  noScript: 'Heartward needs JavaScript to speak with the boots.',
} as const;

export const manifest = {
  description:
    'Runs pneumatic compression boots, and leads through the days after a race. Nothing leaves the device.',
  sessionOnDesktop: 'A session: the legs, the wave and the controls',
  sessionOnPhone: 'A session on a phone',
  guideOnPhone: 'A guide that leads through a roller flush',
  again: 'The last program again',
} as const;
