/**
 * Loads the parts of the maker's page (for people who build boots) that work before anybody opens it: the measuring of the zones, and the
 * fault panel for simulated boots.
 */

import type { Clock } from '../../clock/clock.ts';
import { today } from '../../clock/system-clock.ts';
import { whenIdle } from '../../clock/when-idle.ts';
import { measuredSessions } from '../../diagnosis/earlier-sessions.ts';
import type { Session } from '../../session/session.ts';
import type { SessionView } from '../../session/view.ts';
import type { HeartwardApp } from '../../ui/heartward-app.ts';
import type { BenchView } from '../../ui/places/maker/bench-view.ts';
import type { FaultIntents } from '../../ui/places/maker/maker-view.ts';
import { deviceStore } from '../device-storage/device-store.ts';
import type { FaultsOfPage } from '../fault-injection/faults-of-page.ts';
import { once } from '../once.ts';
import type { BootsChooser } from '../session/choose-boots.ts';
import type { SideSwap } from '../session/swap-sides.ts';
import type { FrameLog } from './frame-log.ts';
import type { MakerOfPage } from './maker-of-page.ts';

export interface OpenedMaker {
  readonly maker: MakerOfPage;
  readonly faults: () => FaultsOfPage | null;
  readonly swapSides: () => void;
}

export interface MakerParts {
  readonly intents: { readonly [K in keyof FaultIntents]: (...args: FaultIntents[K]) => void };
  readonly opened: () => Promise<OpenedMaker>;
  onView(view: SessionView): void;
}

export function makerParts(
  app: Pick<HeartwardApp, 'bench'>,
  session: Pick<Session, 'view' | 'disconnect'>,
  boots: BootsChooser,
  frameLog: FrameLog,
  clock: Clock,
  swapping: SideSwap,
): MakerParts {
  const show = (part: Partial<BenchView>): void => {
    app.bench = { ...app.bench, ...part };
  };
  let faults: FaultsOfPage | null = null;
  const opened = once(async (): Promise<OpenedMaker> => {
    const { MakerOfPage } = await import('./maker-of-page.ts');
    const maker = new MakerOfPage({
      frameLog,
      session,
      clock,
      connected: () => frameLog.numbersOf(boots.devices),
      swapped: swapping.swapped,
      kept: async () => (await deviceStore()).value(measuredSessions),
      today: () => today().getTime(),
    });
    const swapSides = (): void =>
      swapping.swap(
        session,
        maker.viewWith(null).boots.map(({ feature }) => feature.serial),
      );
    return { maker, faults: () => faults, swapSides };
  });
  const loadFaults = once(async () => {
    const { FaultsOfPage } = await import('../fault-injection/faults-of-page.ts');
    faults = new FaultsOfPage(boots, session, clock, swapping.swapped, (view) => {
      show({ faults: view });
    });
  });
  let wereThere = false;
  return {
    opened,
    intents: {
      injectFault: (fault) => faults?.inject(fault),
      removeFaults: () => faults?.removeAll(),
    },
    // If a part fails to load, the page tries again when boots next connect.
    onView: (view) => {
      const are = view.boots !== null;
      if (are && !wereThere) {
        whenIdle(() => void opened().catch(() => undefined));
        if (view.boots?.simulated) whenIdle(() => void loadFaults().catch(() => undefined));
      }
      wereThere = are;
    },
  };
}
