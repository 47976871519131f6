/** Scrolls to the notices when they change, because the user may have scrolled down. */

import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { NoticeCard } from '../elements/messages/notice-card.ts';

export class NoticesInSight implements ReactiveController {
  private titles = '';

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
