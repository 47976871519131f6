/** The words of a notice. */

import type { BootsView, Problem } from '../../session/view.ts';

export type Urgency = 'news' | 'care' | 'danger';

export interface NoticeWords {
  readonly urgency: Urgency;
  readonly title: string;
  /** Paragraphs: what the title means, and what to do. */
  readonly advice: readonly string[];
  readonly problems?: readonly Problem[];
  /**
   * The button of the notice. `pressSimulated` presses the button of simulated boots; `undo` brings back a program that was removed;
   * Close stands beside both. `acknowledge`: a person says that they have read about a fault of the boots. `reload` reloads the page.
   */
  readonly answer:
    | 'dismiss'
    | 'acknowledge'
    | 'useNewVersion'
    | 'pressSimulated'
    | 'reload'
    | 'undo'
    | 'none';
}

const of =
  (urgency: Urgency, answer: NoticeWords['answer']) =>
  (title: string, ...advice: string[]): NoticeWords => ({ urgency, title, advice, answer });

export const news = of('news', 'dismiss');
export const care = of('care', 'dismiss');
/** Has no button to close the notice, which goes when its cause goes. */
export const danger = of('danger', 'none');

/** The button of the notice that asks for a press on the boots. */
export const pressAnswer = (boots: BootsView | null): NoticeWords['answer'] =>
  boots?.simulated ? 'pressSimulated' : 'dismiss';
