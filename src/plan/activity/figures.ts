/** Parses figures, times and attributes of activity files. A figure or time that is malformed or out of range gives null. */

import type { Moment } from '../time/wall-clock.ts';

const NUMBER_PATTERN = /^\s*[+-]?\d{1,12}(?:\.\d{0,20})?(?:[eE][+-]?\d{1,2})?\s*$/;

export function figure(text: string, least: number, most: number): number | null {
  if (text.length > 40 || !NUMBER_PATTERN.test(text)) return null;
  const value = Number(text);
  return value >= least && value <= most ? value : null;
}

const INSTANT_PATTERN = /^\s*(20\d\d-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,9})?(?:Z|[+-]\d\d:\d\d))\s*$/;

/** Parses "2026-11-29T08:00:00Z". Refuses a time without a zone, because the moment that it means is not known. */
export function instantOf(text: string): Moment | null {
  const [, written] = text.length > 48 ? [] : (INSTANT_PATTERN.exec(text) ?? []);
  const ms = written === undefined ? Number.NaN : Date.parse(written.replace(/(\.\d{3})\d+/, '$1'));
  return Number.isNaN(ms) ? null : (ms as Moment);
}

const attributeNamed = {
  lat: /\blat\s*=\s*["']([^"']{0,40})["']/,
  lon: /\blon\s*=\s*["']([^"']{0,40})["']/,
} as const;

/** "" if there is no such attribute. @param attributes the text between a tag's name and its ">" */
export const attribute = (attributes: string, name: keyof typeof attributeNamed): string =>
  attributeNamed[name].exec(attributes)?.[1] ?? '';

/** What an activity tells for a plan: distance, duration with the time of its end, ascent, temperature. */
export type ActivityFigure = 'distance' | 'duration' | 'ascent' | 'temperature';

/** Ranges of figures that are possible on earth: degrees, m and °C. */
export const possible = {
  latitude: [-90, 90],
  longitude: [-180, 180],
  altitude: [-500, 9000],
  temperature: [-60, 60],
  distance: [0, 1_000_000],
} as const;
