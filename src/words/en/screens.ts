/** The fixed words of each screen. */

import type { LinkState, SessionView } from '../../session/view.ts';
import { clockTime, count } from './numbers.ts';

export const page = {
  name: 'Heartward',
  simulated: 'Simulated boots',
  disconnect: 'Disconnect',
  battery: 'Battery',
  unknown: '–',
  loading: 'One moment …',
  incomplete: 'A part of this page did not arrive. Check the connection and load the page again.',
  reload: 'Load again',
  dismiss: 'Close',
  acknowledge: 'I have read this',
} as const;

export const welcome = {
  title: 'A wave of pressure, toward the heart',
  what: 'Heartward runs compression boots from this page: you choose a program, the boots play it and you watch the wave climb your legs.',
  promise: 'No account, and nothing leaves this device. Legs may feel better for hours; it is not medicine.',
  simulated: 'Simulated boots',
  simulatedWhat: 'Try everything without any boots. They behave like real ones.',
  pair: 'Pair boots',
  pairWhat: 'Switch yours on, keep them near, and choose them from the list.',
  noBluetooth:
    'This browser has no Web Bluetooth. Chrome and Edge have it, on desktop and Android; Bluefy has it on iPhone and iPad; on Linux Chrome keeps it behind a flag.',
  cancel: 'Cancel',
  link: {
    none: '',
    choosing: 'Choose your boots from the browser’s list.',
    connecting: 'Connecting …',
    connected: 'Connected.',
    reconnecting: 'Looking for the boots again …',
  } satisfies Record<LinkState, string>,
} as const;

export const choose = {
  title: 'What do your legs need?',
  programs: 'Programs',
  settings: 'Settings',
  asMeant: (peak: string, minutes: number): string => `${peak} mmHg · ${count(minutes)} min`,
  start: 'Start',
  seated: 'Sit or lie down. Zips closed, hoses free.',
  patterns: 'Patterns',
  patternsWhat: 'every way of squeezing, plain',
  adapted: 'What these boots do otherwise',
  against: 'This cannot be started as it is',
  andMore: (more: number): string => `(and ${count(more)} more)`,
  it: 'it',
  notOnThese: 'Not on these boots',
} as const;

export const session = {
  intensity: 'Intensity',
  time: 'Time',
  mmhg: 'mmHg',
  min: 'min',
  left: (minutes: number): string => `left of ${count(minutes)} min`,
  leftAloud: (time: string, minutes: number): string => `${time} left of ${count(minutes)} minutes`,
  effect: 'Less comes at once. More comes with the next wave.',
  effectBefore: 'You can change both while it runs.',
  intensityPending: 'Comes with the next wave.',
  durationPending: 'Counts from the next wave.',
  pause: 'Pause',
  resume: 'Resume',
  stop: 'Stop',
  stopping: 'Stopping …',
  stopped: 'Stopped',
  space: 'space',
  esc: 'esc',
  controls: 'Session controls',
  legs: 'Pressure in the boots',
  stale: 'Old readings: nothing heard from the boots.',
  table: 'Pressures as a table',
  zone: 'Part',
  measured: 'Measured',
  asked: 'Asked for',
  vent: 'open',
  seal: 'sealed',
  unknown: 'not known',
  dash: '–',
  plan: 'One wave',
  trace: 'Last two minutes',
  solid: 'measured',
  dashed: 'asked for',
  traceOf: (side: string): string => `Pressure of the ${side} boot over the last two minutes`,
  now: 'now',
  ago: (seconds: number): string => `${count(seconds)} s`,
} as const;

export const ended = {
  lasted: 'It lasted',
  of: (minutes: number): string => `of ${count(minutes)} min`,
  waves: 'Waves',
  intensity: 'Intensity',
  again: 'Start again',
  other: 'Choose another',
  numb: 'Numb or tingling? Leave the boots off today, and see a doctor if it stays.',
} as const;

/** Title of the tab: what is left comes first, so that a narrow tab still shows it. */
export function pageTitle(view: SessionView | null, program: string, underWay: boolean): string {
  if (!view || !underWay) return page.name;
  const left = view.progress ? `${clockTime(view.progress.left)} · ` : '';
  return `${left}${program}`;
}
