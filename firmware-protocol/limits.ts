/**
 * The one table of limits (PROTOCOL.md 8). `byDefault` is what a controller plans inside, `hard` what the boots enforce
 * whatever was sent. Sources: over-pressure and leak rules follow tourniquet alarms (Delfi PTS-II manual p. 19: ±15 mmHg,
 * leak > 7 s); nerve studies put harm at 80 mmHg for 2 h (10.1115/1.3138590). The figures are conservative
 * engineering choices, not a standard's.
 */

export interface Limit {
  readonly id: number;
  readonly name: string;
  readonly unit: string;
  readonly byDefault: number;
  readonly hard: number;
}

export const limits = {
  target: { id: 1, name: 'target pressure', unit: 'mmHg', byDefault: 80, hard: 100 },
  confirmedSession: {
    id: 2,
    name: 'session above 80 mmHg, wall time',
    unit: 's',
    byDefault: 1200,
    hard: 1200,
  },
  session: { id: 3, name: 'session, wall time', unit: 's', byDefault: 3600, hard: 3600 },
  timeAbove30: {
    id: 4,
    name: 'time above 30 mmHg since the last full release',
    unit: 's',
    byDefault: 60,
    hard: 120,
  },
  shareAbove30: { id: 5, name: 'share of the last 10 min above 30 mmHg', unit: '%', byDefault: 60, hard: 70 },
  rise: { id: 6, name: 'rise, mean over 0.5 s', unit: 'mmHg/s', byDefault: 45, hard: 60 },
  knee: { id: 7, name: 'knee target', unit: 'mmHg', byDefault: 80, hard: 90 },
  reverseGradient: { id: 8, name: 'reverse gradient, at a time', unit: 's', byDefault: 20, hard: 30 },
  gateSqueezing: { id: 9, name: "gate's wait, any target above 30 mmHg", unit: 's', byDefault: 60, hard: 60 },
  gate: { id: 10, name: "gate's wait otherwise", unit: 's', byDefault: 600, hard: 600 },
  allowance: { id: 11, name: 'allowance', unit: 's', byDefault: 30, hard: 30 },
  startAhead: { id: 12, name: 'start ahead of the clock', unit: 's', byDefault: 5, hard: 5 },
  overPressure: {
    id: 13,
    name: 'over-pressure above the highest target of the last 5 s',
    unit: 'mmHg',
    byDefault: 15,
    hard: 15,
  },
  independent: {
    id: 14,
    name: 'over-pressure, independent channel, for 0.1 s',
    unit: 'mmHg',
    byDefault: 130,
    hard: 130,
  },
  emptying: { id: 15, name: 'not below 20 mmHg after stop or vent', unit: 's', byDefault: 7, hard: 10 },
  leak: {
    id: 16,
    name: 'sealed zone falling, from 10 s after its fill',
    unit: 'mmHg/s',
    byDefault: 1,
    hard: 2.5,
  },
  unfilledAir: {
    id: 17,
    name: "air delivered without a rise, of the zone's slack volume",
    unit: '×',
    byDefault: 1.5,
    hard: 1.5,
  },
  fillTime: {
    id: 18,
    name: "air of a fill, of the most of the zone's last three alike",
    unit: '×',
    byDefault: 3,
    hard: 3,
  },
} as const satisfies Record<string, Limit>;

export type LimitName = keyof typeof limits;

/** The figures that the rules around the limits need (PROTOCOL.md 8, below the table). */
export const rules = {
  /** A zone counts as squeezed above this, mmHg. */
  squeezed: 30,
  /** A zone is fully released once below this … mmHg */
  released: 10,
  /** … for this long, s; */
  releaseTime: 5,
  /** if it was above this, mmHg, … */
  strong: 70,
  /** … for this long, s. */
  strongReleaseTime: 10,
  /** A zone sealed at this or less counts as released, mmHg. */
  sealedReleased: 7,
  /** A leg that moves pushes a zone up by this at most, mmHg … */
  movement: 25,
  /** … for less than this, s. A release goes on through it. */
  movementTime: 1,
  /** Window of the share above 30 mmHg, s. */
  shareWindow: 600,
  /** Reverse gradient: higher than the distal neighbour by more than this, mmHg. */
  reverseStep: 10,
  /** A distal neighbour that holds this share of the highest zone supports it. */
  support: 0.5,
  /** Empty after stop or vent: below this, mmHg. */
  empty: 20,
  /** Above this a session needs confirmation, mmHg. */
  confirmAbove: 80,
  /** Over-pressure looks back this far for the highest target, s … */
  overPressureWindow: 5,
  /** … and vents all if the bleed has not helped after this, s. */
  overPressureBleed: 2,
  /** The independent channel trips after this long, s. */
  independentTime: 0.1,
  /** A target is reached within this, mmHg (gates, PROTOCOL.md 5.3). */
  reached: 2,
  /** Two zones on a valve have reached it also once the higher one has stood at it for this long, s. */
  pairSettles: 2,
  /** A paused session ends after this, s. */
  pause: 600,
  /** A timeline may stand past its last keyframe for this long, s. */
  dry: 2,
  /** A leak is judged from this long after the fill, s. */
  leakAfter: 10,
  /** Holder silent for this long may be taken over before the first prepare, or with an allowance to the end, s. */
  takeover: 30,
  /** Allowance of boots without a physical stop, s. */
  allowanceWithoutStop: 10,
  /** A press on the boots counts as consent for this long, s. */
  consent: 10,
  /** A link on which nothing is sent is dropped after this, s. */
  idleLink: 120,
} as const;

export const ruleUnits: Readonly<Record<keyof typeof rules, string>> = {
  squeezed: 'mmHg',
  released: 'mmHg',
  releaseTime: 's',
  strong: 'mmHg',
  strongReleaseTime: 's',
  sealedReleased: 'mmHg',
  movement: 'mmHg',
  movementTime: 's',
  shareWindow: 's',
  reverseStep: 'mmHg',
  support: 'of the highest zone',
  empty: 'mmHg',
  confirmAbove: 'mmHg',
  overPressureWindow: 's',
  overPressureBleed: 's',
  independentTime: 's',
  reached: 'mmHg',
  pairSettles: 's',
  pause: 's',
  dry: 's',
  leakAfter: 's',
  takeover: 's',
  allowanceWithoutStop: 's',
  consent: 's',
  idleLink: 's',
};
