/** What the page has of the maker's page before somebody goes there: the log, and the panel of faults beside simulated boots. */

import type { Observable } from 'rxjs';
import type { Clock } from '../../clock/clock.ts';
import { today } from '../../clock/system-clock.ts';
import { whenIdle } from '../../clock/when-idle.ts';
import { measuredSessions } from '../../diagnosis/earlier.ts';
import { isActive, type SessionView } from '../../session/view.ts';
import type { HeartwardApp } from '../../ui/heartward-app.ts';
import type { BenchView } from '../../ui/places/maker/bench-view.ts';
import type { RehearsalIntents } from '../../ui/places/maker/maker-view.ts';
import { deviceStore } from '../kept/device-store.ts';
import { once } from '../once.ts';
import type { RehearsalOfPage } from '../rehearsal/rehearsal-of-page.ts';
import type { BootsChooser } from '../session/choose-boots.ts';
import type { FrameRing } from './frame-ring.ts';
import type { MakerOfPage } from './maker-of-page.ts';

export interface OpenedMaker {
  readonly maker: MakerOfPage;
  readonly rehearsal: () => RehearsalOfPage | null;
}

export interface MakerParts {
  readonly intents: { readonly [K in keyof RehearsalIntents]: (...args: RehearsalIntents[K]) => void };
  readonly opened: () => Promise<OpenedMaker>;
  /** Call with each view that is shown. */
  seen(view: SessionView): void;
}

export function makerParts(
  app: Pick<HeartwardApp, 'bench'>,
  session: { readonly view: Observable<SessionView> },
  boots: BootsChooser,
  ring: FrameRing,
  clock: Clock,
): MakerParts {
  const show = (part: Partial<BenchView>): void => {
    app.bench = { ...app.bench, ...part };
  };
  let rehearsal: RehearsalOfPage | null = null;
  const opened = once(async (): Promise<OpenedMaker> => {
    const { MakerOfPage } = await import('./maker-of-page.ts');
    const maker = new MakerOfPage({
      ring,
      session,
      clock,
      connected: () => ring.numbersOf(boots.devices),
      kept: async () => (await deviceStore()).value(measuredSessions),
      today: () => today().getTime(),
    });
    maker.fit.subscribe((fit) => show({ fit }));
    return { maker, rehearsal: () => rehearsal };
  });
  const rehearsing = once(async () => {
    const { RehearsalOfPage } = await import('../rehearsal/rehearsal-of-page.ts');
    rehearsal = new RehearsalOfPage(boots, session, clock, (view) => {
      show({ rehearsal: view });
    });
  });
  let wereThere = false;
  return {
    opened,
    intents: {
      rehearse: (fault) => rehearsal?.set(fault),
      mendAll: () => rehearsal?.mend(),
      dismissFit: () => show({ fit: [] }),
    },
    // A part that does not load is tried again with the next boots; nothing else waits for it.
    seen: (view) => {
      const are = view.boots !== null;
      if (are && !wereThere) {
        whenIdle(() => void opened().catch(() => undefined));
        if (view.boots?.simulated) whenIdle(() => void rehearsing().catch(() => undefined));
      }
      // It was said of a session that is over now.
      if (app.bench.fit.length > 0 && !isActive(view.phase)) show({ fit: [] });
      wereThere = are;
    },
  };
}
