/**
 * Draws docs/boots.svg: the screen of `npm run boots` about two and a half minutes into a session, which is simulated from page to legs in
 * virtual time.
 */

import { inSeconds, milliseconds, mmhg } from '../../firmware-protocol/quantities.ts';
import { bootsScreen, type Line, type Tone } from '../../src/cli/boots/boots-screen.ts';
import { type BootShown, legsOf, statusOf } from '../../src/cli/boots/boots-shown.ts';
import { RequestLog } from '../../src/cli/boots/request-log.ts';
import { bootsOnLegs } from '../../src/cli/boots-on-legs.ts';
import { VirtualClock } from '../../src/clock/virtual-clock.ts';
import { requestBoots } from '../../src/gatt/choose-device.ts';
import { findProgram } from '../../src/program/presets.ts';
import { createSession } from '../../src/session/session.ts';
import { SimulatedBluetooth } from '../../src/simulator/bluetooth/bluetooth.ts';
import { lenientPlatform } from '../../src/simulator/bluetooth/platform.ts';
import { seededRandom } from '../../src/simulator/random.ts';

const NAME = 'Heartward boots (sim)';
const SEED = 1;
const CONNECTING = milliseconds(5000);
const PREPARING = milliseconds(10_000);
const INTO = milliseconds(148_500);

/** Runs boots some way into a session. @returns what their screen shows */
async function inTheMiddle(): Promise<BootShown> {
  const clock = new VirtualClock();
  const random = seededRandom(SEED);
  const worn = bootsOnLegs(clock, { kind: 'hub', legs: 'medium', zones: 5, seed: SEED }, random);
  const [boot] = worn.all;
  const requests = new RequestLog(boot.air.peripheral, NAME, () => inSeconds(boot.boots.peripheral.clock));
  const bluetooth = new SimulatedBluetooth({
    clock,
    random,
    peripherals: [requests.peripheral],
    choose: async ([device]) => device ?? null,
    platform: lenientPlatform,
  });
  const session = createSession({
    clock,
    random,
    choose: async () => {
      const chosen = await requestBoots(bluetooth);
      if (!chosen.ok) throw new Error(`Could not find the boots: ${chosen.detail}`);
      return { ok: true, devices: [chosen.device], simulated: true };
    },
  });
  boot.boots.start();
  session.connect();
  await clock.run(CONNECTING);
  const program = findProgram('post-marathon');
  if (!program) throw new Error('The preset post-marathon no longer exists.');
  session.choose(program);
  session.setIntensity(mmhg(55));
  session.start();
  await clock.run(PREPARING);
  await clock.run(INTO);
  const shown: BootShown = {
    name: NAME,
    adapter: 'hci0',
    air: 'advertising',
    links: 1,
    status: statusOf(boot),
    blinking: false,
    legs: legsOf(boot),
    requests: requests.last,
  };
  boot.boots.stop();
  return shown;
}

/** Size of a terminal cell, px. */
const CELL = { width: 9, height: 21 };
const MARGIN = 22;

const STYLE = `
svg{--paper:#f6f4ef;--ink:#16202a;--soft:#5d6873;--left:#0b7f86;--right:#b06a12;--alarm:#b3261e}
@media(prefers-color-scheme:dark){svg{--paper:#0f141a;--ink:#e9eef2;--soft:#93a1ad;--left:#3fd0c9;--right:#f2b25c;--alarm:#ff8a80}}
text{font:15px ui-monospace,Menlo,Consolas,monospace;white-space:pre;fill:var(--ink)}
.strong{font-weight:650}.soft{fill:var(--soft)}.left{fill:var(--left)}.right{fill:var(--right)}.alarm{fill:var(--alarm)}`;

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

/** Places each word at its column, so that the picture looks the same in a wider or narrower font. */
const words = (text: string, tone: Tone, column: number, y: number): string =>
  [...text.matchAll(/\S+(?: \S+)*/g)]
    .map(({ 0: found, index }) => {
      const at = MARGIN + (column + index) * CELL.width;
      return `<text class="${tone}" x="${at}" y="${y}" textLength="${found.length * CELL.width}">${escaped(found)}</text>`;
    })
    .join('');

const FULL = '█';
const EIGHTHS = ' ▏▎▍▌▋▊▉█';

/** Draws a bar of block characters as a rectangle, because in some fonts blocks leave gaps. */
function block(text: string, tone: Tone, column: number, y: number): string {
  const cells = [...text].reduce((sum, cell) => sum + EIGHTHS.indexOf(cell) / (EIGHTHS.length - 1), 0);
  const at = `x="${MARGIN + column * CELL.width}" y="${y - 14}"`;
  return `<rect class="${tone}" ${at} width="${(cells * CELL.width).toFixed(1)}" height="17" rx="2"/>`;
}

const isBlocks = (text: string): boolean =>
  text !== '' && [...text].every((cell) => EIGHTHS.includes(cell) && cell !== ' ') && text.includes(FULL);

function drawn(line: Line, row: number): string {
  const y = MARGIN + 15 + row * CELL.height;
  let column = 0;
  return line
    .map(({ text, tone }) => {
      const at = column;
      column += text.length;
      return isBlocks(text) ? block(text, tone, at, y) : words(text, tone, at, y);
    })
    .join('');
}

export async function bootsPicture(): Promise<string> {
  const lines = bootsScreen({ boots: [await inTheMiddle()], faults: null, note: '' });
  const columns = Math.max(...lines.map((line) => line.reduce((sum, { text }) => sum + text.length, 0)));
  const width = columns * CELL.width + 2 * MARGIN;
  const height = lines.length * CELL.height + 2 * MARGIN;
  const label = 'The terminal of npm run boots: pressure and target of every zone, and the page’s requests';
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" role="img" aria-label="${label}">`,
    `<style>${STYLE}</style>`,
    `<rect width="${width}" height="${height}" rx="10" fill="var(--paper)"/>`,
    ...lines.map(drawn),
    '</svg>\n',
  ].join('\n');
}
