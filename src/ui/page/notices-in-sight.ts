/** Scrolls to the notices when they change: they are at the top of the page, and the user may have scrolled down. */

import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { NoticeCard } from '../elements/messages/notice-card.ts';

export class NoticesInSight implements ReactiveController {
  private titles = '';

  /** @param notices finds the notices on the page; called after each update */
  constructor(
    host: ReactiveControllerHost,
    private readonly notices: () => Iterable<Element>,
  ) {
    host.addController(this);
  }

  hostUpdated(): void {
    const notices = [...this.notices()];
    const titles = notices
      .map((notice) => (notice instanceof NoticeCard && notice.words?.title) || '')
      .join();
    if (titles !== this.titles) notices[0]?.scrollIntoView({ block: 'nearest' });
    this.titles = titles;
  }
}
