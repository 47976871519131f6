import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Rig } from './rig.ts';

const KEPT = fileURLToPath(new URL('../../test-results/radio/', import.meta.url));

/**
 * Saves the evidence of a failure: the screen (as a picture, and as a screen reader would present it), the boots' status and pressures, the
 * guest's console output, the traffic at the browser's controller, and the diary.
 * @returns the folder
 */
export async function keep(rig: Rig, name: string): Promise<string> {
  const folder = path.join(KEPT, name);
  await mkdir(folder, { recursive: true });
  const screen = await rig.page
    .locator('body')
    .ariaSnapshot({ timeout: 3000 })
    .catch(() => 'The page is gone.');
  await rig.page.screenshot({ path: path.join(folder, 'page.png'), timeout: 5000 }).catch(() => undefined);
  await writeFile(path.join(folder, 'page.txt'), screen);
  await writeFile(path.join(folder, 'boots.json'), JSON.stringify(rig.status(), null, 2));
  const traffic = await rig.traffic().catch(() => 'The guest does not answer.');
  await writeFile(path.join(folder, 'traffic.txt'), traffic);
  await writeFile(path.join(folder, 'pressures.csv'), rig.truth.text());
  await writeFile(path.join(folder, 'guest.txt'), await rig.said());
  await writeFile(path.join(folder, 'diary.txt'), await rig.diary.text(rig.page));
  return path.relative(process.cwd(), folder);
}
