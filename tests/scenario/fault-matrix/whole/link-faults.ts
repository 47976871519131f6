/** Faults of the firmware and of the link, and what other people do. */

import { uuids } from '../../../../firmware-protocol/profile.ts';
import { milliseconds } from '../../../../firmware-protocol/quantities.ts';
import { noFaults } from '../../../../src/simulator/bluetooth/link-parameters.ts';
import type { Radio } from '../../../../src/simulator/bluetooth/radio.ts';
import { moments } from './moments.ts';
import type { Stage } from './stage.ts';
import type { WholeFault } from './whole-faults.ts';

const boots = { belies: 'nothing', place: 'boots', faults: [], watched: 40 } as const;

/** @param lasts how long the fault lasts, s; null: to the end of the test */
const onLink = (
  name: string,
  set: (radio: Radio) => void,
  lasts: number | null,
  rest: Partial<WholeFault> = {},
): WholeFault => ({
  ...boots,
  name,
  strike: (stage: Stage) => {
    const { radio, rig } = stage;
    set(radio);
    if (lasts !== null)
      rig.clock.after(milliseconds(lasts * 1000), () => Object.assign(radio.faults, noFaults()));
  },
  session: 'goesOn',
  endings: [],
  safeWithin: 60,
  ...rest,
});

const lose = (radio: Radio): void => {
  radio.faults.unreachable = true;
  radio.lose();
};
const mute =
  (...characteristics: readonly string[]) =>
  (radio: Radio): void => {
    radio.faults.mutes = characteristics;
  };

export const linkFaults: readonly WholeFault[] = [
  {
    ...boots,
    name: 'boots restart',
    strike: ({ at: { peripheral } }) => peripheral.reset(),
    session: 'ends',
    notices: ['rebooted', 'linkLost', 'airNotKnown'],
    // Boots that restart while they stop forget why they stopped.
    endings: ['rebooted', 'stoppedAsPair', 'none'],
    safeWithin: 15,
  },
  {
    ...boots,
    name: 'button on the boots',
    strike: ({ at: { peripheral } }) => peripheral.pressButton(),
    session: 'ends',
    notices: ['calledOff'],
    endings: ['stoppedAtBoots'],
    safeWithin: 15,
  },
  {
    ...boots,
    name: 'stopped by another phone',
    strike: ({ other }) => other.send({ op: 'stop' }),
    session: 'ends',
    notices: ['calledOff'],
    endings: ['stoppedElsewhere', 'stoppedAsPair'],
    safeWithin: 15,
  },
  {
    ...boots,
    name: 'control taken by another phone',
    strike: (stage) => {
      stage.at.peripheral.pressButton();
      stage.other.takeControl();
    },
    session: 'ends',
    notices: ['controlLost', 'calledOff', 'heldByAnother'],
    endings: ['stoppedAtBoots', 'stoppedElsewhere', 'stoppedAsPair'],
    safeWithin: 15,
  },
  onLink('link lost for 4 s', lose, 4, { notices: ['linkLost', 'notHeard', 'airNotKnown'] }),
  onLink('link lost for 20 s', lose, 20, {
    notices: ['linkLost', 'notBegun', 'stopNotConfirmed', 'notHeard', 'airNotKnown'],
  }),
  onLink('link lost for good', lose, null, {
    session: 'either',
    watched: 100,
    notices: ['linkLost', 'stopNotConfirmed', 'notBegun', 'airNotKnown'],
    endings: ['ranDry', 'alone', 'stoppedAsPair'],
    safeWithin: 300,
  }),
  onLink(
    'nothing is heard for 20 s',
    (radio) => {
      radio.faults.silent = true;
    },
    20,
    {
      notices: [
        'linkLost',
        'silent',
        'couldNotConnect',
        'notBegun',
        'notHeard',
        'stopNotConfirmed',
        'airNotKnown',
      ],
    },
  ),
  onLink('no status comes', mute(uuids.status), null, { notices: ['linkLost', 'notHeard'] }),
  onLink('no pressure comes', mute(uuids.telemetry), null, { notices: ['linkLost', 'airNotKnown'] }),
  onLink('no answer comes', mute(uuids.controlPoint), null, {
    notices: ['linkLost', 'couldNotConnect', 'notBegun', 'notHeard'],
  }),
  onLink(
    'packets take 0.4 s',
    (radio) => {
      radio.faults.delay = milliseconds(400);
    },
    null,
    { notices: ['linkLost', 'stopNotConfirmed'], unsaid: moments },
  ),
  onLink(
    'five packets damaged',
    (radio) => {
      radio.faults.garbled = 5;
    },
    null,
    { notices: ['garbled', 'linkLost'] },
  ),
  onLink(
    'an operation is not answered',
    (radio) => {
      radio.faults.unanswered = 1;
    },
    null,
    { notices: ['linkLost', 'notHeard'] },
  ),
  onLink(
    'an operation is lost',
    (radio) => {
      radio.faults.swallowed = 1;
    },
    null,
    { notices: ['linkLost', 'notHeard'] },
  ),
  onLink('the link refuses everything', (radio) => radio.refuse('everything'), null, {
    notices: ['linkLost', 'notHeard'],
  }),
];
