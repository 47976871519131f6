/** A page in Chromium, its boots, and what a measurement reads from both. Two functions make the link between them in different ways. */

import { systemClock } from '../../../src/clock/system-clock.ts';
import { SimulatedBoots } from '../../../src/simulator/simulated-boots.ts';
import { startAir } from '../../browser/bluez/on-the-air.ts';
import { type Launched, launchWithPlaywright } from '../../browser/chromium/launch.ts';
import { type Noted, noting } from '../../radio/contact-log.ts';
import { Diary } from '../../radio/diary.ts';
import type { Image } from '../../radio/machine/image.ts';
import { Rig } from '../../radio/rig.ts';

export interface Link {
  readonly browser: Launched;
  readonly boots: SimulatedBoots;
  /** When each Stop frame arrived at the boots, ms since 1970. */
  stops(): readonly number[];
  /** When the page last asked the boots for anything, ms since 1970. */
  lastContact(): number;
  cut(): Promise<void>;
  end(): Promise<void>;
}

/** Connects over a private D-Bus, on which this process answers in place of BlueZ. */
export async function overPrivateBus(url: string): Promise<Link> {
  const air = await startAir();
  const boots = new SimulatedBoots({ clock: systemClock, seed: 1, zones: 5 });
  const noted: Noted = { asked: 0, stops: [] };
  const radio = air.add(noting(boots.peripheral, noted, new Diary()));
  boots.start();
  const browser = await launchWithPlaywright({ url, busAddress: air.busAddress });
  return {
    browser,
    boots,
    stops: () => noted.stops,
    lastContact: () => noted.asked,
    cut: async () => radio.drop(),
    end: async () => {
      await browser.end();
      boots.stop();
      await air.end();
    },
  };
}

/** Connects over the real BlueZ of a virtual machine, in Debian's own configuration. */
export async function overRealBluez(url: string, image: Image): Promise<Link> {
  const rig = await Rig.start({ image, url, configuration: 'stock', met: true, kind: 'hub' });
  return {
    browser: rig.browser,
    boots: rig.boots,
    stops: () => rig.stops,
    lastContact: rig.asked,
    cut: () => rig.cut(),
    end: () => rig.end(),
  };
}
