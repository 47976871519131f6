/** Every icon that the code or the page names is a file in public. */

import { expect, test } from 'vitest';
import { filesUnder, textOf } from './repository.ts';

test('each icon that is named anywhere exists', () => {
  const naming = [...filesUnder('src', '.ts'), ...filesUnder('scripts/vite', '.ts'), 'index.html'];
  const named = naming.flatMap((path) =>
    [...textOf(path).matchAll(/(?<=['"/])(?:icons\/[\w-]+\.png|favicon\.svg)/g)].map(([icon]) => icon),
  );
  expect(named.length).toBeGreaterThan(5);
  const icons = filesUnder('public', '.png', '.svg');
  expect(named.filter((icon) => !icons.includes(`public/${icon}`))).toEqual([]);
});
