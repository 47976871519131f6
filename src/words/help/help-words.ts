/** The words of the help. */

import type { Fault } from '../../../firmware-protocol/fault-codes.ts';

/** In the order on the page. The address of a topic is for example "#help/stop". */
export const helpTopics = [
  'start',
  'stop',
  'safety',
  'messages',
  'measured',
  'connecting',
  'alone',
  'editor',
  'maker',
  'making',
  'about',
] as const;
export type HelpTopic = (typeof helpTopics)[number];

export interface HelpText {
  readonly title: string;
  readonly paragraphs: readonly string[];
  readonly points?: readonly string[];
  /** Texts to copy, for example an address that a browser opens only if the user types it. */
  readonly copy?: readonly string[];
}

export interface HelpWords {
  readonly title: string;
  readonly intro: string;
  readonly topics: Readonly<Record<HelpTopic, HelpText>>;
  readonly copy: string;
  readonly copied: string;
  fault(fault: Fault): string;
  /** Introduces the page's own messages, which follow those of the boots. */
  readonly pageMessages: string;
  readonly licences: string;
}
