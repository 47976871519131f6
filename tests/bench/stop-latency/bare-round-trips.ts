/** The peer of the stop latency: the time of a write with response while nothing else uses the link. */

import { uuids } from '../../../firmware-protocol/profile.ts';
import type { RawBrowser } from '../../browser/chromium/launch-raw.ts';

/** Length of the frame written, bytes. The frame is all zeros and so no command: the write is acknowledged, but the boots do not answer. */
const FRAME = 20;

/** Runs in the page: adds a button that connects when it is pressed, and times writes. */
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

/**
 * Times writes with response, ms, on a page that has not connected yet. Afterwards, the page is disconnected
 * and has lost its button.
 */
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
