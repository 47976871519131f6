/** The maker's page, in English. */

import { mmhg } from '../../../../firmware-protocol/quantities.ts';
import type { ComparedFigure } from '../../../diagnosis/earlier-sessions.ts';
import type { MakerWords } from '../../maker/maker-words.ts';
import type { Numbers } from '../../numbers-and-units.ts';
import { capital } from '../text.ts';
import { facts } from './facts.ts';
import { findings } from './findings.ts';

const rounded = (value: number, decimals: number): number =>
  Math.round(value * 10 ** decimals) / 10 ** decimals;

export function makerEnglish(n: Numbers): MakerWords {
  const written: Readonly<Record<ComparedFigure, (value: number) => string>> = {
    rise: (value) => n.measure(rounded(value, 1), 's'),
    slack: (value) => `${n.figure(rounded(value, 2))} L`,
    falls: (value) => `${n.withUnit(mmhg(rounded(value * 60, 0)))}/min`,
    release: (value) => n.measure(rounded(value, 1), 's'),
    noise: (value) => n.withUnit(mmhg(rounded(value, 1))),
    zero: (value) => n.withUnit(mmhg(rounded(value, 1))),
  };
  return {
    ...findings(n),
    facts: facts(n),
    title: 'For makers',
    intro:
      'Why is a zone slow? What the boots measured in this session, what it likely means, and everything that went over the link.',
    noBoots: 'No boots are connected. Measurements appear here once they are and a session has run.',
    toBoots: 'To the boots',
    parts: {
      zones: 'Zones',
      test: 'Leak and fit test',
      faults: 'Rehearse a fault',
      link: 'Link',
      boots: 'Boots',
      log: 'Log',
      report: 'Report',
    },
    zones: {
      how: `Rise: from the first air to the pressure of a wave. Air until tight: by the flow that the boots state for their pump. Loses: while both valves are closed. Empties: from ${n.withUnit(mmhg(15))} to ${n.withUnit(mmhg(8))}. Zero: the reading when the zone is open to the room.`,
      zone: 'Zone',
      likely: 'Likely',
      nothing: 'The measurements so far show nothing unusual.',
      notYet: 'Too few measurements to tell. A few minutes of a session, or the test below, will tell more.',
    },
    figures: {
      rise: 'Rise',
      slack: 'Air until tight',
      falls: 'Loses',
      release: 'Empties',
      noise: 'Noise',
      zero: 'Zero',
    },
    figure: (name, value) => (value === null ? 'not known' : written[name](value)),
    otherLeg: (value) => `other leg ${value}`,
    before: (value, sessions) =>
      `${n.plural(sessions, { one: 'last session', other: `last ${n.count(sessions)} sessions` })} ${value}`,
    test: {
      how: `Low squeezes of ${n.withUnit(mmhg(28))} or less, each held for 20 s: long enough for a leak to show. It takes about three minutes.`,
      steps: [
        'Put both boots on, close the zips, and check that no hose is kinked.',
        'Choose the test: its screen opens. Press Start there, as for any program.',
        'Sit still until it ends. A leg that moves hides a small leak.',
        'Come back here: the table shows what was measured.',
      ],
      setUp: 'Choose the test',
      when: 'You can choose it once boots are connected and no session is running.',
    },
    link: {
      how: 'Over the last five minutes, as this page saw it.',
      none: 'Nothing yet',
      telemetry: 'Between measurements',
      status: 'Between status reports',
      roundTrips: 'From a command to its answer',
      lost: 'Packets lost',
      unanswered: 'Commands without an answer',
      losses: 'Times the link was lost',
    },
    spread: (spread) =>
      spread === null
        ? 'Nothing yet'
        : `median ${n.count(spread.median)} ms; 19 of 20 within ${n.count(spread.most)} ms; longest ${n.count(spread.longest)} ms`,
    lost: (lost, received) => `${n.count(lost)} of ${n.count(lost + received)}`,
    count: (value) => n.count(value),
    boot: (side) => (side === null ? 'The boots' : `${capital(side)} boot`),
    boots: {
      how: 'As they state it themselves. The page plans inside its own limits too, which are never wider.',
      blink: 'Make them blink',
      blinks: 'They blink for 8 s. They neither inflate nor vibrate.',
    },
    swap: {
      title: 'Left and right',
      how: 'If the page shows one leg while the other is squeezed, the boots are on the wrong legs, or state their sides the wrong way round. To find out, switch off all zones of one leg and see which leg stays empty. If it is the wrong one, change the boots over, or swap left and right here: then pictures, settings, doses and the journal have each leg where it is.',
      asStated: 'Left and right are as the boots state them.',
      swap: 'Swap left and right',
      back: 'Swap back',
      notStored: 'This could not be stored, so it holds only until you close the page.',
      when: 'You can swap them while no session runs and the boots are empty. They are connected anew. This device remembers it for these boots.',
    },
    swapped: (side) =>
      side === null
        ? 'Left and right are swapped: the leg that these boots call left is the right one here.'
        : `The ${side} boot is swapped: it states that it is the other one.`,
    log: {
      how: 'Every frame of the last five minutes, decoded. It stands still until you ask for the newest.',
      kinds: 'Show',
      newest: 'Show the newest',
      none: 'No frames of these kinds.',
      toBoots: 'to the boots',
      fromBoots: 'from the boots',
      link: 'link',
      unreadable: 'unreadable',
      kind: {
        commands: 'Commands and answers',
        timeline: 'Keyframes',
        status: 'Status',
        telemetry: 'Measurements',
        link: 'Link',
      },
    },
    shown: (shown, count) => `${n.count(shown)} of ${n.count(count)}, newest first`,
    milliseconds: (value) => `${n.count(value)} ms`,
    report: {
      holds:
        'One file to send with a report: what the boots are, the figures above, the link, the log, and what your browser calls itself.',
      holdsNot:
        'It has nothing from your journal, no names of people or programs, no time of day, no key to control them, and only the last four characters of a serial number.',
      save: 'Save the report',
    },
  };
}
