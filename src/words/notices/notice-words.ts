/** The words of a notice. */

import type { Problem } from '../../session/view.ts';

export type Urgency = 'news' | 'care' | 'danger';

export interface NoticeWords {
  readonly urgency: Urgency;
  readonly title: string;
  /** Paragraphs of one or two sentences: what the title means, and what to do. */
  readonly advice: readonly string[];
  /** Single problems, shown before the advice. */
  readonly problems?: readonly Problem[];
  /**
   * `pressSimulated`: a button that presses the button of simulated boots. `acknowledge`: a fault of the boots, shown until a person says that they
   * have read it. `reload`: a button that reloads the page.
   */
  readonly answer: 'dismiss' | 'acknowledge' | 'useNewVersion' | 'pressSimulated' | 'reload' | 'none';
}

const of =
  (urgency: Urgency, answer: NoticeWords['answer']) =>
  (title: string, ...advice: string[]): NoticeWords => ({ urgency, title, advice, answer });

export const news = of('news', 'dismiss');
export const care = of('care', 'dismiss');
/** A notice that has no button to close it: the notice goes when its cause goes. */
export const danger = of('danger', 'none');
