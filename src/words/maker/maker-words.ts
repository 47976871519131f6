/** The words of the maker's page. */

import type { Feature } from '../../../firmware-protocol/feature.ts';
import type { Side } from '../../../firmware-protocol/zones.ts';
import type { WholeCause, ZoneCause, ZoneDiagnosis } from '../../diagnosis/diagnose.ts';
import type { ComparedFigure } from '../../diagnosis/earlier-sessions.ts';
import type { Spread } from '../../diagnosis/link/link-figures.ts';
import type { FrameKind } from '../../diagnosis/log/decode-frame.ts';
import type { Texts } from '../first/first-words.ts';

/** `title`: the likely cause of what was measured. `todo`: what to check. */
export interface Finding {
  readonly title: string;
  readonly todo: string;
}

export interface FactWords {
  readonly name: string;
  readonly value: string;
}

export interface MakerWords {
  readonly title: string;
  readonly intro: string;
  readonly noBoots: string;
  readonly toBoots: string;
  readonly parts: Texts<'zones' | 'test' | 'faults' | 'link' | 'boots' | 'log' | 'report'>;

  readonly zones: Texts<'how' | 'zone' | 'likely' | 'nothing' | 'notYet'>;
  finding(meaning: ZoneDiagnosis): Finding;
  whole(cause: WholeCause): Finding;
  readonly causes: Readonly<Record<ZoneCause, string>>;
  readonly figures: Readonly<Record<ComparedFigure, string>>;
  /** With its unit. @param value null = not known */
  figure(name: ComparedFigure, value: number | null): string;
  otherLeg(value: string): string;
  /** The usual value in earlier sessions. @param sessions how many there were */
  before(value: string, sessions: number): string;

  readonly test: Texts<'how' | 'setUp' | 'when'> & { readonly steps: readonly string[] };

  readonly link: Texts<
    'how' | 'none' | 'telemetry' | 'status' | 'roundTrips' | 'lost' | 'unanswered' | 'losses'
  >;
  spread(spread: Spread | null): string;
  lost(lost: number, received: number): string;
  count(value: number): string;
  /** Heading of one boot of a pair, or of the unit that both legs share (null). */
  boot(side: Side | null): string;

  facts(feature: Feature, serial: string): readonly FactWords[];
  readonly boots: Texts<'how' | 'blink' | 'blinks'>;
  /** To swap left and right. */
  readonly swap: Texts<'title' | 'how' | 'asStated' | 'swap' | 'back' | 'notStored' | 'when'>;
  /** @param side the one swapped boot of a pair; null = all connected boots */
  swapped(side: Side | null): string;

  readonly log: Texts<
    'how' | 'kinds' | 'newest' | 'none' | 'toBoots' | 'fromBoots' | 'link' | 'unreadable'
  > & {
    readonly kind: Readonly<Record<FrameKind, string>>;
  };
  shown(shown: number, count: number): string;
  milliseconds(value: number): string;
  readonly report: Texts<'holds' | 'holdsNot' | 'save'>;
}
