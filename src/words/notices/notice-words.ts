/** The words of a notice. */

import type { Problem } from '../../session/view.ts';

export type Urgency = 'news' | 'care' | 'danger';

export interface NoticeWords {
  readonly urgency: Urgency;
  readonly title: string;
  /** Paragraphs about what it means and what to do, of a sentence or two each. */
  readonly advice: readonly string[];
  /** The single problems; shown before the advice. */
  readonly problems?: readonly Problem[];
  /** `pressSimulated`: a button on simulated boots, which nobody else can press. `acknowledge`: a fault of the boots, which stays until a person says that they have read it. `reload`: a button that loads the page again. */
  readonly answer: 'dismiss' | 'acknowledge' | 'useNewVersion' | 'pressSimulated' | 'reload' | 'none';
}

const of =
  (urgency: Urgency, answer: NoticeWords['answer']) =>
  (title: string, ...advice: string[]): NoticeWords => ({ urgency, title, advice, answer });

export const news = of('news', 'dismiss');
export const care = of('care', 'dismiss');
/** A notice that stays as long as its cause. */
export const danger = of('danger', 'none');
