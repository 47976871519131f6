/** What the page has of the maker's page before somebody goes there: the log, and the panel of faults beside simulated boots. */

import type { Observable } from 'rxjs';
import type { Clock } from '../../clock/clock.ts';
import { today } from '../../clock/system-clock.ts';
import { whenIdle } from '../../clock/when-idle.ts';
import { measuredSessions } from '../../diagnosis/earlier.ts';
import type { SessionView } from '../../session/view.ts';
import type { HeartwardApp } from '../../ui/heartward-app.ts';
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
  app: Pick<HeartwardApp, 'rehearsal'>,
  session: { readonly view: Observable<SessionView> },
  boots: BootsChooser,
  ring: FrameRing,
  clock: Clock,
): MakerParts {
  let rehearsal: RehearsalOfPage | null = null;
  const opened = once(async (): Promise<OpenedMaker> => {
    const { MakerOfPage } = await import('./maker-of-page.ts');
    const maker = new MakerOfPage({
      ring,
      session,
      clock,
      connected: () => ring.numbersOf(boots.chosen()),
      kept: async () => (await deviceStore()).value(measuredSessions),
      today: () => today().getTime(),
    });
    return { maker, rehearsal: () => rehearsal };
  });
  const rehearsing = once(async () => {
    const { RehearsalOfPage } = await import('../rehearsal/rehearsal-of-page.ts');
    rehearsal = new RehearsalOfPage(boots, session, clock, (view) => {
      app.rehearsal = view;
    });
  });
  let wereThere = false;
  return {
    opened,
    intents: {
      rehearse: (fault) => rehearsal?.set(fault),
      mendAll: () => rehearsal?.mend(),
    },
    // A part that does not load is tried again with the next boots; nothing else waits for it.
    seen: (view) => {
      const are = view.boots !== null;
      if (are && !wereThere) {
        whenIdle(() => void opened().catch(() => undefined));
        if (view.boots?.simulated) whenIdle(() => void rehearsing().catch(() => undefined));
      }
      wereThere = are;
    },
  };
}
