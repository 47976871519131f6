/** What the stop latency is compared with: the duration of one write with response when nothing else is going on. */

import { uuids } from '../../../firmware-protocol/profile.ts';
import type { RawBrowser } from '../../browser/chromium/launch-raw.ts';

/** Longest frame that is not a command: the boots do not answer it, but the radio acknowledges it. */
const FRAME = 20;

/** Runs in the page. */
const script = (times: number): string => `(() => {
  const button = document.createElement('button');
  button.id = 'bare';
  button.style.cssText = 'position: fixed; inset: 0; z-index: 9999';
  button.onclick = async () => {
    const device = await navigator.bluetooth.requestDevice({ filters: [{ services: ['${uuids.bootsService}'] }] });
    const server = await device.gatt.connect();
    const service = await server.getPrimaryService('${uuids.bootsService}');
    const control = await service.getCharacteristic('${uuids.controlPoint}');
    const trips = [];
    for (let i = 0; i < ${times}; i++) {
      const from = performance.now();
      await control.writeValueWithResponse(new Uint8Array(${FRAME}));
      trips.push(performance.now() - from);
    }
    server.disconnect();
    button.remove();
    window.trips = trips;
  };
  document.body.append(button);
})()`;

/** Round trips in the page before it is used, ms. The page is left unchanged. */
export const bareRoundTrips = async (
  { page, chooser }: RawBrowser,
  name: string,
  times: number,
): Promise<readonly number[]> => {
  chooser.pick = name;
  await page.until('navigator.bluetooth.getAvailability()');
  await page.evaluate(script(times));
  await page.click(`document.querySelector('#bare')`);
  await page.until('window.trips', 30_000);
  const trips: unknown = await page.evaluate('window.trips');
  if (!Array.isArray(trips)) throw new Error('The page measured nothing.');
  return trips.map(Number);
};
