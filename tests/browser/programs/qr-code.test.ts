/**
 * A program gets from one device to another as a QR code: one page shows the code, and the camera of another page
 * reads it.
 */

import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { editorWords } from '../../../src/words/editor/editor-in-use.ts';
import { type Launched, launchWithPlaywright } from '../chromium/launch.ts';
import { type AppServer, serveFolder } from '../serving/app-server.ts';
import { builtApp } from '../serving/built-app.ts';

const soon = { timeout: 120_000, interval: 500 };
const WIDTH = 1280;
const HEIGHT = 720;
let server: AppServer;
let giving: Launched;
let folder: string;

beforeAll(async () => {
  server = await serveFolder(await builtApp());
  folder = await mkdtemp(join(tmpdir(), 'heartward-camera-'));
  giving = await launchWithPlaywright({ url: `${server.url}#editor/trail` });
});

afterAll(async () => {
  await giving.end();
  await server.end();
  await rm(folder, { recursive: true, force: true });
});

/** Writes a camera film (Y4M) of two equal frames. @param luma brightness of each pixel, row by row */
async function filmOf(luma: Uint8Array, file: string): Promise<void> {
  const chroma = Buffer.alloc((WIDTH * HEIGHT) / 2, 128);
  const frame = Buffer.concat([Buffer.from('FRAME\n'), luma, chroma]);
  const head = Buffer.from(`YUV4MPEG2 W${WIDTH} H${HEIGHT} F10:1 Ip A1:1 C420mpeg2\n`);
  await writeFile(file, Buffer.concat([head, frame, frame]));
}

test('the camera of one page reads the code that another shows, and adds the same program to its own', async () => {
  const { page: said, scan, start, drawing } = editorWords();
  const { page } = giving;
  const calf = page.getByRole('slider', { name: drawing.peak('calf'), exact: true });
  await calf.focus();
  await page.keyboard.press('PageUp');
  await page.getByRole('button', { name: said.code, exact: true }).click();
  const code = page.getByRole('img', { name: said.codeAloud });
  await code.waitFor();
  const shot = (await code.screenshot()).toString('base64');
  const luma = await page.evaluate(
    async ([picture, width, height]) => {
      const image = new Image();
      image.src = `data:image/png;base64,${picture}`;
      await image.decode();
      const canvas = new OffscreenCanvas(width, height);
      const context = canvas.getContext('2d');
      if (!context) throw new Error('no canvas');
      context.fillStyle = '#888';
      context.fillRect(0, 0, width, height);
      const side = height * 0.92;
      context.filter = 'blur(0.6px)';
      context.drawImage(image, (width - side) / 2, (height - side) / 2, side, side);
      const { data } = context.getImageData(0, 0, width, height);
      const bytes = Array.from({ length: width * height }, (_, at) => String.fromCharCode(data[at * 4] ?? 0));
      return btoa(bytes.join(''));
    },
    [shot, WIDTH, HEIGHT] as const,
  );
  const film = join(folder, 'code.y4m');
  await filmOf(Buffer.from(luma, 'base64'), film);

  const taking = await launchWithPlaywright({ url: `${server.url}#editor/scan`, camera: film });
  try {
    const other = taking.page;
    await other.getByRole('button', { name: scan.begin }).click();
    await expect.poll(() => other.url(), soon).toMatch(/#editor\/own-/);
    await other.getByRole('heading', { name: 'Edit Trail, changed' }).waitFor();
    const got = other.getByRole('slider', { name: drawing.peak('calf'), exact: true });
    expect(await got.getAttribute('aria-valuenow')).toBe('65');
    const [shown] = await other.locator('.outcome b').allTextContents();
    expect(shown).toContain('Trail, changed');
    expect(await other.locator('video').count()).toBe(0);
    await other.goto(`${server.url}#editor`);
    await other.getByRole('heading', { name: start.own }).waitFor();
    expect(taking.troubles).toEqual([]);
  } finally {
    await taking.end();
  }
  expect(giving.troubles).toEqual([]);
});

test('without a camera the page says so, and what works instead', async () => {
  const page = await giving.context.newPage();
  await page.goto(`${server.url}#editor/scan`);
  const { scan } = editorWords();
  await page.getByRole('button', { name: scan.begin }).click();
  await page.getByText(scan.states.noCamera).or(page.getByText(scan.states.refused)).waitFor();
  expect(await page.locator('video').count()).toBe(0);
  await page.close();
});
