/** Importing and sharing programs: by file, drop and paste, and by a link to another person's browser. */

import { afterEach, expect, test } from 'vitest';
import type { Keyframe } from '../../../firmware-protocol/keyframe.ts';
import { uuids } from '../../../firmware-protocol/profile.ts';
import { decodeBatch, encodeBatch } from '../../../firmware-protocol/timeline.ts';
import { documentText } from '../../../src/program/document.ts';
import { deskSide } from '../../../src/program/presets/desk-side.ts';
import { words } from '../../../src/words/in-use.ts';
import { type BootsOnAir, startBoots } from '../bluez/boots-on-air.ts';
import { type Launched, launchWithPlaywright } from '../chromium/launch.ts';
import { PageDriver } from '../driving/page-driver.ts';
import { type AppServer, serveFolder } from '../serving/app-server.ts';
import { builtApp } from '../serving/built-app.ts';

const soon = { timeout: 120_000, interval: 250 };
const opened: { end(): Promise<void> }[] = [];

const ending = <Ends extends { end(): Promise<void> }>(one: Ends): Ends => {
  opened.push(one);
  return one;
};

afterEach(async () => {
  for (const one of opened.splice(0).reverse()) await one.end();
});

const serve = async (): Promise<AppServer> => ending(await serveFolder(await builtApp()));
const launch = async (url: string, boots?: BootsOnAir): Promise<Launched> =>
  ending(await launchWithPlaywright({ url, ...(boots ? { busAddress: boots.air.busAddress } : {}) }));

/** Changes the name, peak and length in a program file, as a person does in a text editor. */
const changedByHand = (name: string): string => {
  const text = documentText(deskSide);
  for (const figure of ['"peakMmhg": 35', '"minutes": 30']) expect(text).toContain(figure);
  return text
    .replace(deskSide.name, name)
    .replace('"peakMmhg": 35', '"peakMmhg": 42')
    .replace('"minutes": 30', '"minutes": 17');
};
const file = (text: string, name = 'evening.json') => ({
  name,
  mimeType: 'application/json',
  buffer: Buffer.from(text),
});

const keyframesOnAir = (boots: BootsOnAir): readonly Keyframe[] =>
  boots.radio.log.writes
    .filter(({ characteristic }) => characteristic === uuids.timeline)
    .flatMap(({ value }) => {
      const batch = decodeBatch(value, 10, true);
      if (!batch.ok) throw new Error(batch.refusal.message);
      return batch.value.keyframes;
    });

/** The keyframes as bytes, without the token and the division into batches, which differ between sessions. */
const asBytes = (keyframes: readonly Keyframe[]): readonly string[] =>
  keyframes.map((keyframe) => {
    const { at } = keyframe;
    const batch = { number: 1, token: 0, replace: false, base: at, keyframes: [keyframe] };
    return `${at} ${Buffer.from(encodeBatch(batch, true)).toString('hex')}`;
  });

/** Number of keyframes to compare: more than one cycle has. */
const KEYFRAMES_COMPARED = 24;

test('a program that was edited by hand and shared as a link sends the same bytes to the boots from another browser', async () => {
  const server = await serve();
  const [mine, theirs] = [ending(await startBoots()), ending(await startBoots())];
  const me = await launch(server.url, mine);
  await me.context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const sender = new PageDriver(me.page);
  await sender.pair();
  await sender.importFile(file(changedByHand('Sofa evening')));
  await expect.poll(() => sender.isChosen('Sofa evening'), soon).toBe(true);
  await sender.button(words.library.share).click();
  await expect.poll(() => sender.showsText('The link is copied'), soon).toBe(true);
  const link = await me.page.evaluate(() => navigator.clipboard.readText());

  const them = await launch(link, theirs);
  const receiver = new PageDriver(them.page);
  await expect.poll(() => receiver.showsText('Someone sent you “Sofa evening”'), soon).toBe(true);
  // The page has removed the program from the address, which now leads to home.
  expect(them.page.url()).toBe(`${server.url}#`);
  await receiver.pair();
  await expect.poll(() => receiver.isChosen('Sofa evening'), soon).toBe(true);

  await Promise.all([sender.start(), receiver.start()]);
  for (const boots of [mine, theirs]) await expect.poll(() => boots.status().therapy, soon).toBe('running');
  for (const boots of [mine, theirs]) {
    await expect.poll(() => keyframesOnAir(boots).length, soon).toBeGreaterThan(KEYFRAMES_COMPARED);
  }
  const [ours, others] = [keyframesOnAir(mine), keyframesOnAir(theirs)];
  expect(asBytes(others.slice(0, KEYFRAMES_COMPARED))).toEqual(asBytes(ours.slice(0, KEYFRAMES_COMPARED)));
  const targets = ours.flatMap((keyframe) => keyframe.targets);
  expect(Math.max(...targets.filter((target) => typeof target === 'number'))).toBe(42);
  await Promise.all([sender.stop(), receiver.stop()]);
  expect([...me.troubles, ...them.troubles]).toEqual([]);
});

test('programs are imported by file, drop and paste and kept; a hostile one is refused with reasons', async () => {
  const server = await serve();
  const launched = await launch(server.url);
  const person = new PageDriver(launched.page);
  await person.useSimulatedBoots();

  await person.importFile(file(changedByHand('By file')));
  await expect.poll(() => person.isChosen('By file'), soon).toBe(true);
  await person.dropOrPaste('drop', { file: changedByHand('By drop') });
  await expect.poll(() => person.isChosen('By drop'), soon).toBe(true);
  await person.dropOrPaste('paste', { text: changedByHand('By paste') });
  await expect.poll(() => person.isChosen('By paste'), soon).toBe(true);

  const hostile = changedByHand('<img src=x onerror=alert(1)>').replace('"minutes": 17', '"minutes": 900');
  await person.importFile(file(hostile, 'hostile.json'));
  await expect.poll(() => person.showsText("“hostile.json” isn't a Heartward program"), soon).toBe(true);
  expect(await launched.page.locator('img').count()).toBe(0);
  await person.importFile(file(' '.repeat(10_000_000), 'large.json'));
  await expect.poll(() => person.showsText('“large.json” is too large for a program'), soon).toBe(true);
  expect(await person.isChosen('By paste')).toBe(true);

  await launched.page.reload();
  await person.useSimulatedBoots();
  for (const name of ['By file', 'By drop', 'By paste']) expect(await person.showsText(name)).toBe(true);
  const download = launched.page.waitForEvent('download');
  await person.chooseProgram('By drop');
  await launched.page.getByRole('heading', { name: 'By drop' }).waitFor();
  await person.button(words.library.save).click();
  expect((await download).suggestedFilename()).toBe('by-drop.json');
  expect(await person.button(words.choose.start).isEnabled()).toBe(true);
  expect(launched.troubles).toEqual([]);
});
