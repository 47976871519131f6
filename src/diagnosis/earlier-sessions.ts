/** Keeps the figures of sessions, and gives the median of each zone's figures, to compare the present session with. */

import * as v from 'valibot';
import type { Side } from '../../firmware-protocol/zones.ts';
import { median, type ZoneFigures } from './figures.ts';

export const comparedFigures = ['rise', 'slack', 'falls', 'release', 'noise', 'zero'] as const;
export type ComparedFigure = (typeof comparedFigures)[number];

/** In the units of ZoneFigures; null = not measured. */
export type Figures = Readonly<Record<ComparedFigure, number | null>>;

export interface KeptZone extends Figures {
  readonly side: Side;
  /** 0 at the foot. */
  readonly zone: number;
}

export interface MeasuredSession {
  /** When the figures were stored, ms since 1970 UTC. */
  readonly at: number;
  /** Identifies the boots, because only sessions of the same boots are compared. */
  readonly boots: string;
  readonly zones: readonly KeptZone[];
}

/** Most sessions that are kept, those of all boots counted together. */
const MOST_KEPT = 20;
/** The medians are over the latest sessions of the same boots, at most this many. */
const COMPARED_SESSIONS = 5;

const figure = v.nullable(v.pipe(v.number(), v.finite()));
const zoneSchema = v.object({
  side: v.picklist(['left', 'right']),
  zone: v.pipe(v.number(), v.integer(), v.minValue(0)),
  rise: figure,
  slack: figure,
  falls: figure,
  release: figure,
  noise: figure,
  zero: figure,
});

export const measuredSessions = {
  table: 'settings',
  key: 'measuredSessions',
  version: 1,
  schema: v.array(v.object({ at: v.number(), boots: v.string(), zones: v.array(zoneSchema) })),
} as const;

export const comparedFiguresOf = ({ rise, slack, falls, release, noise, zero }: ZoneFigures): Figures => ({
  rise: rise?.seconds ?? null,
  slack,
  falls,
  release,
  noise,
  zero,
});

/** The figures of a session to store; null if no zone ever reached its target, because that is too little to compare with. */
export function sessionToKeep(
  at: number,
  boots: string,
  zones: readonly ZoneFigures[],
): MeasuredSession | null {
  if (!zones.some(({ rise }) => rise !== null)) return null;
  return {
    at,
    boots,
    zones: zones.map((zone) => ({ side: zone.side, zone: zone.zone, ...comparedFiguresOf(zone) })),
  };
}

export const withSession = (
  kept: readonly MeasuredSession[] | null,
  session: MeasuredSession,
): readonly MeasuredSession[] => [...(kept ?? []), session].slice(-MOST_KEPT);

export interface EarlierFigures {
  readonly count: number;
  of(side: Side, zone: number): Figures;
}

export function earlierFigures(kept: readonly MeasuredSession[], boots: string): EarlierFigures {
  const same = kept.filter((session) => session.boots === boots).slice(-COMPARED_SESSIONS);
  const zonesOf = (side: Side, zone: number): readonly KeptZone[] =>
    same.flatMap(({ zones }) => zones.filter((one) => one.side === side && one.zone === zone));
  return {
    count: same.length,
    of: (side, zone) => {
      const zones = zonesOf(side, zone);
      const middle = (name: ComparedFigure): number | null => median(zones.flatMap((one) => one[name] ?? []));
      return {
        rise: middle('rise'),
        slack: middle('slack'),
        falls: middle('falls'),
        release: middle('release'),
        noise: middle('noise'),
        zero: middle('zero'),
      };
    },
  };
}
