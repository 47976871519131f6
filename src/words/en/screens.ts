/** Words for choosing a program, for the running session and for its end, and for a chart that cannot be shown. */

import type { Numbers } from '../numbers-and-units.ts';
import type { Words } from '../words.ts';
import { unfit } from './notices/hindrance.ts';

export const choose = (n: Numbers): Words['choose'] => ({
  title: 'What do your legs need?',
  programs: 'Programs',
  settings: 'Settings',
  recommended: (peak, minutes) => `${n.withUnit(peak)} · ${n.whole(minutes, 'min')}`,
  alone: ({ alone, pair }) =>
    alone === null
      ? `Phone locked, computer asleep, page closed or out of reach: the boots play on to the end of what they hold${pair ? ', each leg by itself' : ''}, then stop.`
      : `Phone locked, computer asleep, page closed or out of reach: once the boots no longer hear this page, they play on for up to ${n.whole(alone, 's')}, then stop.`,
  start: 'Start',
  seated: 'Sit or lie down. Zips closed, hoses free.',
  patterns: 'Patterns',
  patternsWhat: 'each way of squeezing, by itself',
  adapted: 'What these boots do differently',
  against: unfit,
  it: 'it',
  obstacles: { program: 'To be edited first', boots: 'Not on these boots' },
  editFirst:
    'This program breaks a rule of the page. Edit it first: until then it does not start, and whoever imports its file or link is told which rule.',
  details: 'Details',
  groups: {
    favourites: 'Favourites and recent',
    begin: 'To begin with',
    after: 'After a race',
    before: 'Before a run',
    desk: 'At the desk, on the road',
    evening: 'In the evening',
    own: 'Your programs',
  },
  favourite: (name) => `Favourite: ${name}`,
});

export const session = (n: Numbers): Words['session'] => ({
  intensity: 'Intensity',
  time: 'Time',
  unit: n.pressureUnit,
  min: 'min',
  back: ({ program, progress }) =>
    progress ? `${program.name}, ${n.clockTime(progress.left)} left` : program.name,
  setZone: (zone) => `${zone}: change`,
  left: (minutes) => `left of ${n.whole(minutes, 'min')}`,
  fillsFirst: (minutes) => `to fill, then ${n.whole(minutes, 'min')}`,
  leftOfLongest: (limit) => `left: a session lasts ${n.whole(Math.round(limit / 60), 'min')} at most`,
  finishing: 'Finishing this wave',
  leftAloud: (time, minutes) =>
    `${time} left of ${n.count(minutes)} ${n.plural(minutes, { one: 'minute', other: 'minutes' })}`,
  effect: 'Lower takes effect now; higher from the next wave.',
  moreTime: '+5 min',
  tell: 'Say what is happening',
  zoneHint: 'Press a zone on the legs to change only that one.',
  intensityPending: 'From the next wave.',
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
  stale: 'Old pressures: no new ones have arrived.',
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
  wholeTrace: 'The whole session',
  zonesShown: 'Zones shown',
  traceScale: (full) => `${n.pressureUnit}, each band 0 to ${n.pressure(full)}`,
  wholeTraceOf: (side) => `Pressure in the ${side} boot over the session`,
  solid: 'measured',
  dashed: 'asked for',
  traceOf: (side) => `Pressure in the ${side} boot over the last two minutes`,
  now: 'now',
  ago: (time) => `${n.lasting(time)} ago`,
});

export const ended = (n: Numbers): Words['ended'] => ({
  lasted: 'It lasted',
  of: (minutes) => `of ${n.whole(minutes, 'min')}`,
  waves: 'Whole waves',
  intensity: 'Intensity',
  again: 'Start again',
  other: 'Choose another',
  saveTrace: 'Save the pressures as a table',
  numb: 'Numb or tingling? Leave the boots off today, and see a clinician if it lasts.',
});

export const noChart: Words['noChart'] = (why) =>
  why === 'notArrived'
    ? 'The chart did not load. Check the connection and reload the page. Nothing else needs it.'
    : 'This browser cannot draw the chart. Everything else works without it.';
