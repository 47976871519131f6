/** Turns a program and a person's settings into one program that can be saved and shared. */

import type { BodyPart, Side } from '../../firmware-protocol/zones.ts';
import { textProblem } from './check/figures.ts';
import { asProgrammed, type Program, type Settings, startingSettings, type ZoneSetting } from './program.ts';
import { texts } from './ranges.ts';
import { sameZone } from './zones.ts';

const CHANGED = ', changed';
const COPY = ', copy';

/** Drops trailing zones that are as programmed. */
function withoutTrailingDefaults(zones: readonly ZoneSetting[]): readonly ZoneSetting[] {
  const last = zones.findLastIndex((setting) => !sameZone(setting, asProgrammed));
  return zones.slice(0, last + 1);
}

const sameLeg = (one: readonly ZoneSetting[], other: readonly ZoneSetting[]): boolean =>
  one.length === other.length && one.every((setting, zone) => sameZone(setting, other[zone] ?? asProgrammed));

/** A long name is shortened for the suffix. */
function suffixed(name: string, suffix: string): string {
  const characters = [...name];
  const room = texts.name - suffix.length;
  return `${characters.length > room ? `${characters.slice(0, room - 1).join('')}…` : name}${suffix}`;
}

/** "Trail, changed". The suffix is added once. */
export const changedName = (name: string): string =>
  name.endsWith(CHANGED) ? name : suffixed(name, CHANGED);

/** "Trail, copy", or "Trail, copy 2". @param taken names that it must not get */
export function copiedName(name: string, taken: readonly string[]): string {
  const copies = Array.from({ length: taken.length + 1 }, (_, index) =>
    suffixed(name, index === 0 ? COPY : `${COPY} ${index + 1}`),
  );
  return copies.find((copy) => !taken.includes(copy)) ?? name;
}

/**
 * Returns the program itself where nothing was changed. The confirmation of high pressures is not saved: a person gives it each time.
 * @param parts body parts of the boots that the zone settings are for
 */
export function asSet(settings: Settings, parts: readonly BodyPart[]): Program {
  const { program, intensity, minutes } = settings;
  const leg = (of: Settings, side: Side): readonly ZoneSetting[] =>
    withoutTrailingDefaults(of.zones[side].slice(0, parts.length));
  const meant = startingSettings(program, parts);
  const left = leg(settings, 'left');
  const right = leg(settings, 'right');
  const same =
    intensity === meant.intensity &&
    minutes === meant.minutes &&
    sameLeg(left, leg(meant, 'left')) &&
    sameLeg(right, leg(meant, 'right'));
  if (same) return program;
  const { set: _, ...written } = program;
  const zones = left.length + right.length > 0 ? { of: parts, zones: { left, right } } : null;
  const isAsWritten = intensity === program.peak && minutes === program.minutes && zones === null;
  return {
    ...written,
    name: changedName(program.name),
    ...(isAsWritten ? {} : { set: { intensity, minutes, zones } }),
  };
}

/** The program under another name, unless that name is not allowed. */
export function named(program: Program, name: string): Program {
  const trimmed = name.trim();
  return textProblem('name', trimmed, texts.name) === null ? { ...program, name: trimmed } : program;
}
