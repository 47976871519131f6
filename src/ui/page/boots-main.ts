/** Renders one of the boots' screens. screen.ts decides which one. */

import { html } from 'lit';
import type { Gate } from '../../journal/gate.ts';
import type { Objection } from '../../plan/dose/allowance.ts';
import type { Program } from '../../program/program.ts';
import type { SessionView } from '../../session/view.ts';
import type { AfterView } from '../journal/after-view.ts';
import type { AtHome } from '../places/at-home.ts';
import type { BenchView } from '../places/maker/bench-view.ts';
import type { PreviewSource } from '../preview/preview-source.ts';
import type { DeskView } from '../settings/desk.ts';
import type { Library } from '../settings/library.ts';
import type { FavouritesShown } from '../settings/program-groups.ts';
import type { SimulatedChoice } from '../settings/simulated-choice.ts';
import type { TraceSource } from '../trace/trace-source.ts';
import type { BootsScreen } from './screen.ts';
import { screenPlaceholder } from './screen-placeholder.ts';

export interface BootsPage {
  readonly programs: readonly Program[];
  readonly plain: readonly Program[];
  readonly library: Library;
  readonly favourites: FavouritesShown;
  readonly previews: PreviewSource | null;
  readonly simulated: SimulatedChoice;
  readonly trace: TraceSource | null;
  readonly desk: DeskView;
  readonly bench: BenchView;
  readonly atHome: AtHome;
  readonly bluetoothAvailable: boolean;
  readonly gate: Gate | null;
  readonly against: readonly Objection[];
  readonly afterwards: AfterView | null;
}

/** register-screens.ts registers the elements of this template. */
export function bootsMain(screen: BootsScreen, view: SessionView, page: BootsPage) {
  switch (screen) {
    case 'welcome':
      return html`<heartward-welcome
        .link=${view.link}
        ?bluetooth=${page.bluetoothAvailable}
        ?cutOff=${view.notice?.kind === 'bluetoothLost'}
        .knownBoots=${page.atHome.knownBoots}
        .simulated=${page.simulated}
      ></heartward-welcome>`;
    case 'gate':
      return page.gate === null
        ? screenPlaceholder('loading')
        : html`<heartward-gate .gate=${page.gate} ?linked=${view.boots !== null}></heartward-gate>`;
    case 'choose':
      return html`<heartward-choose
        .view=${view}
        .programs=${page.programs}
        .plain=${page.plain}
        .library=${page.library}
        .favourites=${page.favourites}
        .previews=${page.previews}
        .against=${page.against}
      ></heartward-choose>`;
    case 'session':
      return html`<heartward-session
        .view=${view}
        .previews=${page.previews}
        .trace=${page.trace}
        .desk=${page.desk}
        .faults=${page.bench.faults}
      ></heartward-session>`;
    case 'ended':
      return html`<heartward-ended
        .view=${view}
        .trace=${page.trace}
        .afterwards=${page.afterwards}
        .gate=${page.gate}
        .against=${page.against}
      ></heartward-ended>`;
  }
}
