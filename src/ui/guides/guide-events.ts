/** What the guides tell the rest of the page, at the window: what keeps a journal or a plan listens there. */

import type { Sign } from '../../guide/guide.ts';
import type { GuideRecord } from '../../guide/record.ts';

/** A guide is over, followed to its end or left. */
export class GuideOverEvent extends Event {
  /** @param began by the calendar @param step the step of the plan that it was done for */
  constructor(
    readonly record: GuideRecord,
    readonly began: Date,
    readonly step: string | null,
  ) {
    super('heartward-guide-over');
  }
}

/** Somebody answered a guide's question with a sign that locks. */
export class GuideSignEvent extends Event {
  constructor(
    readonly sign: Sign,
    readonly at: Date,
  ) {
    super('heartward-guide-sign');
  }
}

declare global {
  interface WindowEventMap {
    'heartward-guide-over': GuideOverEvent;
    'heartward-guide-sign': GuideSignEvent;
  }
}
