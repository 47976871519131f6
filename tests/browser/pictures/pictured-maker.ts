/**
 * Pictures of the maker's page, which shows measurements of the boots: for a right calf that fills and empties
 * slowly, and without boots.
 */

import { html } from 'lit';
import { instant, milliseconds } from '../../../firmware-protocol/quantities.ts';
import { type Diagnosis, diagnose } from '../../../src/diagnosis/diagnose.ts';
import { earlierFigures } from '../../../src/diagnosis/earlier-sessions.ts';
import type { DecodedFrame } from '../../../src/diagnosis/log/decode-frame.ts';
import type { MakerView } from '../../../src/ui/places/maker/maker-view.ts';
import '../../../src/ui/places/maker/register-maker.ts';
import { figures } from '../../unit/diagnosis/any-figures.ts';
import { featureOf } from '../../unit/session/driven-session.ts';
import { bootsView, sessionView } from '../../unit/session-view.ts';
import type { Picture } from './picture.ts';

const parts = ['foot', 'ankle', 'calf', 'knee', 'lower thigh'] as const;

const slowCalf: Diagnosis = diagnose(
  (['left', 'right'] as const).flatMap((side) =>
    parts.map((part, zone) => {
      const slow = side === 'right' && part === 'calf';
      return figures(side, zone, {
        part,
        rise: { seconds: slow ? 6.2 : 3.1, to: 55 },
        slack: 0.9,
        effort: slow ? 2.1 : 1,
        leak: 0.0006,
        closed: 8,
        falls: 0.05,
        release: slow ? 3.4 : 0.8,
        releaseEffort: slow ? 4 : 1,
        noise: 0.2,
        zero: 0.4,
      });
    }),
  ),
  'shared',
);

const frames: readonly DecodedFrame[] = [
  { name: 'telemetry', way: 'fromBoots', kind: 'telemetry', fields: { counter: 41 }, length: 34, took: null },
  {
    name: 'start',
    way: 'toBoots',
    kind: 'commands',
    fields: { counter: 9 },
    length: 2,
    took: milliseconds(48),
  },
].map((frame, i) => ({
  number: 812 - i,
  at: instant(64_250 - 180 * i),
  boot: 0,
  refusal: null,
  failure: null,
  ...frame,
})) as readonly DecodedFrame[];

const noBoots: MakerView = {
  boots: [],
  diagnosis: { zones: [], whole: [] },
  earlier: earlierFigures([], ''),
  log: { frames: [], kinds: new Set(), count: 0 },
  isSwapStored: true,
  faults: null,
};

const spread = (median: number) => ({ count: 900, median, most: median * 1.2, longest: median * 2 });

const connected: MakerView = {
  ...noBoots,
  boots: [
    {
      feature: featureOf(),
      serial: '…4F2A',
      side: null,
      isSwapped: false,
      link: {
        telemetry: spread(100),
        status: spread(1000),
        received: 900,
        lost: 2,
        roundTrips: spread(52),
        unanswered: 0,
        losses: 1,
      },
    },
  ],
  diagnosis: slowCalf,
  log: { frames, kinds: new Set(['commands', 'telemetry']), count: frames.length },
};

const maker = (view: MakerView, session: Picture['view']): Picture => ({
  view: session,
  place: { name: 'maker', path: [] },
  places: {
    maker: () =>
      Promise.resolve({
        title: () => 'maker',
        draw: () => html`<heartward-maker .view=${view} .session=${session}></heartward-maker>`,
      }),
  },
});

export const picturedMaker: Readonly<Record<string, Picture>> = {
  'maker-none': maker(noBoots, sessionView()),
  maker: maker(connected, sessionView({ link: 'connected', boots: bootsView() })),
};
