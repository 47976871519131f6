/** Names of the intents (what the user asks for) that need no session. */

import type { GuideIntents } from '../ui/guides/guide-intents.ts';
import type { JournalIntents } from '../ui/journal/journal-intents.ts';
import type { EditorIntents } from '../ui/places/editor/editor-intents.ts';
import type { MakerIntents } from '../ui/places/maker/maker-view.ts';
import type { PlanIntents } from '../ui/places/plan/plan-intents.ts';
import type { SettingsIntents } from '../ui/places/settings/settings-view.ts';
import type { JournalForApp } from './journal/journal-for-app.ts';

export type IntentOutsideSession =
  | 'setSimulated'
  | 'go'
  | Exclude<keyof PlanIntents, 'openBootsStep'>
  | Exclude<keyof JournalIntents, keyof JournalForApp['intents']>
  | keyof GuideIntents
  | keyof EditorIntents
  | keyof MakerIntents
  | keyof SettingsIntents;
