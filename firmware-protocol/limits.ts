/**
 * The limits (PROTOCOL.md 8). The controller plans within `byDefault`; the boots enforce `hard` whatever a controller
 * sends. All figures are conservative engineering choices, not a standard's. Some have a source:
 *
 * - Limits 1 to 4: a nerve did not fully recover from 80 mmHg for 2 h without a break (in rabbits: Dahlin 1986,
 *   doi:10.1115/1.3138590). So more than 80 mmHg must be confirmed, and no zone is squeezed for long without a release.
 * - Limits 13 and 16 follow the alarms of a surgical tourniquet (Delfi PTS ii manual, 2.20.2 and 2.20.3: more than
 *   15 mmHg from the set pressure, after 1 s because limbs move; a leak that lasts for more than 7 s).
 */

export interface Limit {
  /** The number of the limit in PROTOCOL.md 8. Boots send it with *out of limits*. */
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
    name: 'held or sealed zone falling, from 10 s after its fill',
    unit: 'mmHg/s',
    byDefault: 1,
    hard: 2.5,
  },
  unfilledAir: {
    id: 17,
    name: 'air delivered without a rise, of what the Feature states',
    unit: '×',
    byDefault: 1,
    hard: 1,
  },
  fillAir: {
    id: 18,
    name: "air of a fill, of the most of the zone's last four alike",
    unit: '×',
    byDefault: 3,
    hard: 3,
  },
} as const satisfies Record<string, Limit>;

export type LimitName = keyof typeof limits;

/** Thresholds and times that limits and other rules refer to (PROTOCOL.md 8.2). */
export const rules = {
  /** A zone is squeezed above this, mmHg. */
  squeezed: 30,
  /** A vented zone below this, mmHg, lets a gate open (GATE-4). A zone that stays below this for `releaseTime` is fully released. */
  released: 10,
  /** How long a zone must stay below `released` to be fully released, s. */
  releaseTime: 5,
  /** A zone that has been above this since its last full release, mmHg, needs `strongReleaseTime` for the next. */
  strong: 70,
  /** How long a full release takes after a pressure above `strong`, s. */
  strongReleaseTime: 10,
  /** A sealed zone counts as released at this or less, mmHg. */
  sealedReleased: 7,
  /** Most by which a moving leg raises a zone, mmHg. */
  movement: 25,
  /** A rise of at most `movement` that is shorter than this, s, does not interrupt the timing of a release. */
  movementTime: 1,
  /** Window for the share of time above 30 mmHg, s. */
  shareWindow: 600,
  /**
   * A leg is reversed if a squeezed zone is more than this above its distal neighbour, mmHg, unless `support` applies.
   */
  reverseStep: 10,
  /**
   * A leg is not reversed if the next active zone distal to the zone with the highest pressure holds at least this
   * share of that pressure.
   */
  support: 0.5,
  /** A zone below this is empty, mmHg (ZERO-1, STAT-4, ACK-1, L15-1). */
  empty: 20,
  /** A person must confirm any session that goes above this, mmHg. */
  confirmAbove: 80,
  /** Over-pressure is measured from the highest target that was in force within this time before now, s. */
  overPressureWindow: 5,
  /** If a bleed does not end an over-pressure within this, s, the boots report fault 1 and vent everything. */
  overPressureBleed: 2,
  /** The independent channel trips after this long above its limit, s. */
  independentTime: 0.1,
  /** A zone has reached the pressure that it is to hold when it is within this of that pressure, mmHg (GATE-3). */
  reached: 2,
  /**
   * Two zones on one valve also count as at their target once one of them has been within `reached` of it, and neither has
   * been further above it, for this long, s.
   */
  pairSettles: 2,
  /** A pause of this length ends the session, s. */
  pause: 600,
  /** The playhead may run past the last keyframe for this long, s; then the boots stop. */
  dry: 2,
  /** A leak is judged from this long after the zone has come to its pressure, s. */
  leakAfter: 10,
  /**
   * Without a session, control ends once its holder has been silent for this long, s. In a session with an allowance to
   * the end, another controller may then take control (ALONE-2).
   */
  takeover: 30,
  /** Longest allowance of boots without a physical stop, s. */
  allowanceWithoutStop: 10,
  /** A press on the boots counts as consent for this long, s. */
  consent: 10,
  /** The boots drop a link on which the central has sent nothing for this long, s. */
  idleLink: 120,
  /**
   * Unless a session is prepared, ready, running or paused, the boots send telemetry only until every zone has been
   * below `released` for this long, s.
   */
  afterwards: 15,
} as const;

/** For the C header. */
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
  afterwards: 's',
};
