/** Messages stand at the top of the page: a new one is brought into sight, wherever a person has scrolled to. */

import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { NoticeCard } from '../elements/messages/notice-card.ts';

export class MessagesInSight implements ReactiveController {
  private titles = '';

  constructor(
    host: ReactiveControllerHost,
    private readonly messages: () => Iterable<Element>,
  ) {
    host.addController(this);
  }

  hostUpdated(): void {
    const messages = [...this.messages()];
    const titles = messages.map((message) => (message instanceof NoticeCard && message.words?.title) || '');
    if (titles.join() !== this.titles) messages[0]?.scrollIntoView({ block: 'nearest' });
    this.titles = titles.join();
  }
}
