/** The figures of the last sessions, and what this one is compared with: their median, zone by zone. Pure; the format is for the store. */

import * as v from 'valibot';
import type { Side } from '../../firmware-protocol/zones.ts';
import { median, type ZoneFigures } from './figures.ts';

/** What is compared. */
export const comparedFigures = ['rise', 'slack', 'falls', 'release', 'noise', 'zero'] as const;
export type ComparedFigure = (typeof comparedFigures)[number];

/** In the units of ZoneFigures; null = it was not measured. */
export type Figures = Readonly<Record<ComparedFigure, number | null>>;

export interface KeptZone extends Figures {
  readonly side: Side;
  readonly zone: number;
}

export interface MeasuredSession {
  /** When it ended, ms since 1970. */
  readonly at: number;
  /** Which boots: only the same ones are compared. */
  readonly boots: string;
  readonly zones: readonly KeptZone[];
}

/** How many are kept, and how many of them are compared with. */
const KEPT = 20;
const COMPARED = 5;

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

/** One value: the last sessions, oldest first. */
export const measuredSessions = {
  table: 'settings',
  key: 'measuredSessions',
  version: 1,
  schema: v.array(v.object({ at: v.number(), boots: v.string(), zones: v.array(zoneSchema) })),
} as const;

export const comparedOf = ({ rise, slack, falls, release, noise, zero }: ZoneFigures): Figures => ({
  rise: rise?.seconds ?? null,
  slack,
  falls,
  release,
  noise,
  zero,
});

/** Null: too little was measured to be worth keeping. */
export function sessionToKeep(
  at: number,
  boots: string,
  zones: readonly ZoneFigures[],
): MeasuredSession | null {
  if (!zones.some(({ rise }) => rise !== null)) return null;
  return {
    at,
    boots,
    zones: zones.map((zone) => ({ side: zone.side, zone: zone.zone, ...comparedOf(zone) })),
  };
}

export const withSession = (
  kept: readonly MeasuredSession[] | null,
  session: MeasuredSession,
): readonly MeasuredSession[] => [...(kept ?? []), session].slice(-KEPT);

export interface Earlier {
  /** How many sessions. */
  readonly count: number;
  of(side: Side, zone: number): Figures;
}

/** @param boots the same as the sessions were kept with */
export function earlierOf(kept: readonly MeasuredSession[], boots: string): Earlier {
  const same = kept.filter((session) => session.boots === boots).slice(-COMPARED);
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
