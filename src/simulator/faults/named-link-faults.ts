/**
 * Faults of the link by the names that a person chooses in the page or types, as in `no-status@120`. Each name stands
 * for a typical case.
 */

import { uuids } from '../../../firmware-protocol/profile.ts';
import { type Milliseconds, milliseconds } from '../../../firmware-protocol/quantities.ts';
import type { Clock } from '../../clock/clock.ts';
import { noFaults } from '../bluetooth/link-parameters.ts';
import type { Radio } from '../bluetooth/radio.ts';
import { endContactLoss, loseContact } from './contact-loss.ts';

export interface NamedLinkFault {
  readonly name: string;
  readonly meaning: string;
  /** `none`: the fault hits the links of all boots. `boot`: that of one boot. */
  readonly place: 'boot' | 'none';
  /** Whether the fault stays until `mendLink`. Other faults end by themselves. */
  readonly lasts: boolean;
  /** How long the boots are out of reach; null = they stay in reach. */
  readonly outOfReach: Milliseconds | null;
  /** Whether boots on the air can have the fault, with a link that is not simulated. */
  readonly onAir: boolean;
  inject(radio: AffectedRadio, clock: Clock): void;
}

export type AffectedRadio = Pick<Radio, 'faults' | 'lose' | 'refuse'>;

const lost = (outOfReach: Milliseconds): Pick<NamedLinkFault, 'outOfReach' | 'inject'> => ({
  outOfReach,
  inject: (radio, clock) => {
    radio.faults.unreachable = true;
    radio.lose();
    loseContact(radio.faults, outOfReach, clock, () => {
      radio.faults.unreachable = false;
    });
  },
});

const muted =
  (characteristic: string): NamedLinkFault['inject'] =>
  ({ faults }) => {
    faults.mutes = [...faults.mutes, characteristic];
  };

const lasting = { place: 'boot', lasts: true, outOfReach: null, onAir: true } as const;
const passing = { place: 'boot', lasts: false, outOfReach: null, onAir: true } as const;

export const namedLinkFaults: readonly NamedLinkFault[] = [
  {
    ...passing,
    name: 'link-loss',
    ...lost(milliseconds(20_000)),
    place: 'none',
    meaning: 'the page loses contact with the boots for 20 s',
  },
  {
    ...passing,
    name: 'blip',
    ...lost(milliseconds(3000)),
    meaning: 'the page loses contact with a boot for 3 s',
  },
  {
    ...passing,
    name: 'refusing-link',
    onAir: false,
    meaning: 'a link that is up and refuses every operation, until the page takes a new one',
    inject: (radio) => radio.refuse('everything'),
  },
  {
    ...lasting,
    name: 'slow-link',
    onAir: false,
    meaning: 'a link on which everything takes 0.4 s longer',
    inject: ({ faults }) => {
      faults.delay = milliseconds(400);
    },
  },
  {
    ...passing,
    name: 'frames-damaged',
    onAir: false,
    meaning: 'the next five values arrive with one byte changed',
    inject: ({ faults }) => {
      faults.garbled = 5;
    },
  },
  {
    ...passing,
    name: 'frame-lost',
    meaning: 'the next write does not reach the boots, and the page is not told',
    inject: ({ faults }) => {
      faults.writesLost = 1;
    },
  },
  { ...lasting, name: 'no-status', meaning: 'no status is notified', inject: muted(uuids.status) },
  { ...lasting, name: 'no-pressures', meaning: 'no pressures are notified', inject: muted(uuids.telemetry) },
  { ...lasting, name: 'no-answers', meaning: 'no command is answered', inject: muted(uuids.controlPoint) },
  {
    ...lasting,
    name: 'no-notifications',
    meaning: 'nothing is notified, while reads and writes work',
    inject: ({ faults }) => {
      faults.silent = true;
    },
  },
  {
    ...passing,
    name: 'answer-lost',
    meaning: 'the next answer to a command is lost',
    inject: ({ faults }) => {
      faults.indicationsLost = 1;
    },
  },
  {
    ...lasting,
    name: 'answers-late',
    meaning: 'answers to commands come 1.6 s late',
    inject: ({ faults }) => {
      faults.indicationsAfter = [milliseconds(1600)];
    },
  },
  {
    ...lasting,
    name: 'answers-twice',
    meaning: 'each command is answered twice',
    inject: ({ faults }) => {
      faults.indicationsAfter = [milliseconds(0), milliseconds(0)];
    },
  },
];

export const linkFaultNamed = (name: string): NamedLinkFault | undefined =>
  namedLinkFaults.find((fault) => fault.name === name);

/** Ends every fault of the link that is set. A link that is refusing operations goes on refusing them. */
export function mendLink({ faults }: AffectedRadio): void {
  Object.assign(faults, noFaults());
  endContactLoss(faults);
}
