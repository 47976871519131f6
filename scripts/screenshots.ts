/**
 * `npm run screenshots -- DIR`: writes a picture of every screen and state, in each window size, colour scheme and language. `--docs`
 * writes the pictures of the README and of the installed page instead.
 */

import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { SingleBar } from 'cli-progress';
import { Command, InvalidArgumentError } from 'commander';
import { launchWithPlaywright } from '../tests/browser/chromium/launch.ts';
import { settled } from '../tests/browser/driving/settled.ts';
import { serveFolder } from '../tests/browser/serving/app-server.ts';
import { builtTestPages } from '../tests/browser/serving/built-app.ts';

const languages = ['en', 'fr'] as const;
type Language = (typeof languages)[number];

interface Shot {
  readonly picture: string;
  readonly width: number;
  readonly height: number;
  readonly scheme: 'light' | 'dark';
  readonly language: Language;
  readonly file: string;
}

interface Flags {
  readonly only?: string;
  readonly widths: readonly number[];
  readonly languages: readonly Language[];
  readonly docs?: boolean;
}

const windows = [
  { width: 280, height: 653 },
  { width: 390, height: 844 },
  { width: 844, height: 390 },
  { width: 1440, height: 900 },
  { width: 2560, height: 1440 },
] as const;

const docs: readonly Shot[] = [
  { picture: 'crest', width: 1280, height: 800, file: 'docs/session.png' },
  { picture: 'guide-rolling', width: 1160, height: 780, file: 'docs/guide.png' },
  { picture: 'maker', width: 1280, height: 800, file: 'docs/maker.png' },
  { picture: 'crest', width: 1280, height: 800, file: 'public/screenshots/session-desktop.png' },
  { picture: 'crest', width: 390, height: 844, file: 'public/screenshots/session-phone.png' },
  { picture: 'guide-rolling', width: 390, height: 844, file: 'public/screenshots/guide-phone.png' },
].map((shot) => ({ ...shot, scheme: 'light', language: 'en' }));

const list = new Intl.ListFormat('en');
const widths = windows.map(({ width }) => width);

/** Parses values separated by commas. Throws if one of them is not among `all`. */
const someOf =
  <Value extends string | number>(all: readonly Value[]) =>
  (text: string): readonly Value[] =>
    text.split(',').map((word) => {
      const found = all.find((value) => String(value) === word);
      if (found === undefined) throw new InvalidArgumentError(`Choose from ${list.format(all.map(String))}.`);
      return found;
    });

const root = fileURLToPath(new URL('..', import.meta.url));
const command = new Command('screenshots')
  .description('Writes a picture of every screen and state.')
  .argument('[dir]', 'folder to write to', join(root, 'out', 'screenshots'))
  .option('--only <words>', 'only pictures whose name contains one of these, with commas between')
  .option('--widths <px,…>', 'only windows of these widths', someOf(widths), widths)
  .option('--languages <en,fr>', 'only these languages', someOf(languages), languages)
  .option(
    '--docs',
    'only the pictures of the README, into docs/, and of the installed page, into public/screenshots/',
  )
  .allowExcessArguments(false)
  .parse();
const flags = command.opts<Flags>();

function shotsOf(pictures: readonly string[]): readonly Shot[] {
  if (flags.docs) return docs;
  // Pictures in the same language and window follow each other, so that the page seldom has to change these.
  return flags.languages.flatMap((language) =>
    windows
      .filter(({ width }) => flags.widths.includes(width))
      .flatMap((window) =>
        (['light', 'dark'] as const).flatMap((scheme) =>
          pictures
            .filter((name) => (flags.only ?? '').split(',').some((word) => name.includes(word)))
            .map((picture) => ({
              picture,
              ...window,
              scheme,
              language,
              file: `${picture}-${window.width}-${scheme}-${language}.png`,
            })),
        ),
      ),
  );
}

const folder = flags.docs ? root : (command.processedArgs[0] as string);
mkdirSync(folder, { recursive: true });
if (flags.docs) mkdirSync(join(root, 'public', 'screenshots'), { recursive: true });
const server = await serveFolder(await builtTestPages());
const url = (query: string): string => `${server.url}tests/browser/pictures/pictures.html?${query}`;
const launched = await launchWithPlaywright({ url: url('picture=home'), whole: true });
const { page } = launched;
await page.waitForFunction(() => 'pictures' in window);
const pictures = await page.evaluate(() => window.pictures);
const shots = shotsOf(pictures);
if (shots.length === 0) {
  await launched.end();
  await server.end();
  command.error(`No picture is called like that. There are ${list.format(pictures)}.`);
}
const bar = new SingleBar({
  format: '{bar} {value} of {total} | {eta_formatted} left | {name}',
  noTTYOutput: true,
});
bar.start(shots.length, 0, { name: '' });
for (const shot of shots) {
  const { picture, width, height, scheme, language, file } = shot;
  bar.increment({ name: file });
  await page.setViewportSize({ width, height });
  await page.emulateMedia({ colorScheme: scheme, reducedMotion: 'reduce' });
  await page.goto(url(`picture=${picture}&words=${language}`));
  await page.getByRole('main').waitFor();
  await settled(page);
  await page.screenshot({ path: join(folder, file), fullPage: !flags.docs });
}
bar.stop();
await launched.end();
await server.end();
process.stdout.write(`${shots.length} pictures are in ${folder}.\n`);
