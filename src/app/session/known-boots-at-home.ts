/**
 * Offers the boots that were used last. Remembers, as long as the page lasts, whether the user wants those boots or
 * others.
 */

import { today } from '../../clock/system-clock.ts';
import type { SessionView } from '../../session/view.ts';
import type { HeartwardApp } from '../../ui/heartward-app.ts';
import { deviceStore } from '../device-storage/device-store.ts';
import { KnownBoots, knownBootsValue } from '../device-storage/known-boots.ts';
import type { BootsChooser, KnownSource } from './choose-boots.ts';

export interface KnownBootsAtHome {
  onView(view: SessionView): void;
  prefer(known: boolean): void;
  /**
   * The boots that were used last, if the browser remembers them and the user wants those; else `paired`.
   * @param wanted whether the user wants those boots; by default, as last told to `prefer`
   */
  source(wanted?: boolean): 'paired' | KnownSource;
  /** Calls `act` if the browser remembers the boots that were used last, as soon as that is known. */
  ifRemembered(act: () => void): void;
}

export function knownBootsAtHome(
  app: Pick<HeartwardApp, 'atHome'>,
  boots: Pick<BootsChooser, 'knows' | 'chosen'>,
): KnownBootsAtHome {
  const known = new KnownBoots(
    async () => (await deviceStore()).value(knownBootsValue),
    boots,
    () => today().getTime(),
  );
  let prefersKnown = false;
  known.now.subscribe((now) => {
    app.atHome = { ...app.atHome, knownBoots: now };
  });
  return {
    onView: (view) => known.onView(view),
    prefer: (wanted) => {
      prefersKnown = wanted;
    },
    source: (wanted = prefersKnown) =>
      wanted && known.now.value?.chooser === false ? { known: known.devices } : 'paired',
    ifRemembered: (act) => {
      void known.areRemembered().then((remembered) => (remembered ? act() : undefined));
    },
  };
}
