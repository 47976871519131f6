/** A scan looks for QR codes with the camera until it finds one that is usable, and then switches the camera off. */

import { beforeEach, expect, test } from 'vitest';
import { milliseconds } from '../../../../firmware-protocol/quantities.ts';
import type { CameraOpened } from '../../../../src/app/codes/camera.ts';
import { CodeScan } from '../../../../src/app/codes/code-scan.ts';
import { VirtualClock } from '../../../../src/clock/virtual-clock.ts';

const picture = { width: 1, height: 1, data: new Uint8ClampedArray(4) };
const stream = {} as MediaStream;
let clock: VirtualClock;
let open: boolean;
/** Text of the code that the camera sees; null if it sees none. */
let before: string | null;
let looks: number;
let read: string[];

beforeEach(() => {
  clock = new VirtualClock();
  open = false;
  before = null;
  looks = 0;
  read = [];
});

const scanOf = (opened: 'camera' | CameraOpened = 'camera', code = true) =>
  new CodeScan({
    clock,
    open: async () => {
      if (opened !== 'camera') return opened;
      open = true;
      return {
        stream,
        picture: () => picture,
        close: () => {
          open = false;
        },
      };
    },
    codes: async () => {
      if (!code) throw new Error('did not arrive');
      return {
        code: () => null,
        read: () => {
          looks++;
          return before;
        },
      };
    },
    found: (text) => {
      read.push(text);
      return text === 'program';
    },
    changed: () => undefined,
  });
const second = () => clock.run(milliseconds(1000));

test('a scan looks a few times a second, skips codes that it cannot use, and closes the camera once it has one that it can', async () => {
  const scan = scanOf();
  const begun = scan.begin();
  expect(scan.view).toEqual({ kind: 'asking' });
  await begun;
  expect(scan.view).toEqual({ kind: 'looking', stream });
  await second();
  expect(looks).toBe(5);
  before = 'a menu';
  await second();
  expect(scan.view).toEqual({ kind: 'other', stream });
  before = 'program';
  await second();
  expect([open, scan.view, read.at(-1)]).toEqual([false, null, 'program']);
  const seen = looks;
  await second();
  expect(looks).toBe(seen);
});

test('a scan that is ended closes the camera, even a camera that opens only afterwards, and looks no more', async () => {
  const scan = scanOf();
  await scan.begin();
  scan.end();
  await second();
  expect([open, looks]).toEqual([false, 0]);
  const late = scan.begin();
  scan.end();
  await late;
  await second();
  expect([open, looks, scan.view]).toEqual([false, 0, null]);
});

test.each([
  ['refused', 'refused'],
  ['none', 'noCamera'],
] as const)('a camera that is %s is said', async (opened, kind) => {
  const scan = scanOf(opened);
  await scan.begin();
  expect(scan.view).toEqual({ kind });
});

test('if the code reader cannot be loaded, the scan closes the camera and says so', async () => {
  const scan = scanOf('camera', false);
  await scan.begin();
  expect([open, scan.view]).toEqual([false, { kind: 'partMissing' }]);
});
