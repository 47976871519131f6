/** Puts a person's settings into a program, so that the two can be saved and shared as one. */

import type { BodyPart, Side } from '../../firmware-protocol/zones.ts';
import { textProblem } from './check/figures.ts';
import { asProgrammed, type Program, type Settings, startingSettings, type ZoneSetting } from './program.ts';
import { texts } from './ranges.ts';
import { sameZone } from './zones.ts';

const CHANGED_SUFFIX = ', changed';
const COPY_SUFFIX = ', copy';

function withoutTrailingDefaults(zones: readonly ZoneSetting[]): readonly ZoneSetting[] {
  const last = zones.findLastIndex((setting) => !sameZone(setting, asProgrammed));
  return zones.slice(0, last + 1);
}

const sameLeg = (one: readonly ZoneSetting[], other: readonly ZoneSetting[]): boolean =>
  one.length === other.length && one.every((setting, zone) => sameZone(setting, other[zone] ?? asProgrammed));

function withSuffix(name: string, suffix: string): string {
  const characters = [...name];
  const room = texts.name - suffix.length;
  return `${characters.length > room ? `${characters.slice(0, room - 1).join('')}…` : name}${suffix}`;
}

export const changedName = (name: string): string =>
  name.endsWith(CHANGED_SUFFIX) ? name : withSuffix(name, CHANGED_SUFFIX);

/** @param taken names that other programs have */
export function copiedName(name: string, taken: readonly string[]): string {
  const copies = Array.from({ length: taken.length + 1 }, (_, index) =>
    withSuffix(name, index === 0 ? COPY_SUFFIX : `${COPY_SUFFIX} ${index + 1}`),
  );
  return copies.find((copy) => !taken.includes(copy)) ?? name;
}

/**
 * The program with the settings saved in it, under a changed name; the program itself if the person changed nothing. The confirmation of
 * high pressure is not saved, because a person gives it for each session.
 * @param parts body parts of the boots that the zone settings are for
 */
export function programWithSettings(settings: Settings, parts: readonly BodyPart[]): Program {
  const { program, intensity, minutes } = settings;
  const leg = (from: Settings, side: Side): readonly ZoneSetting[] =>
    withoutTrailingDefaults(from.zones[side].slice(0, parts.length));
  const unchanged = startingSettings(program, parts);
  const left = leg(settings, 'left');
  const right = leg(settings, 'right');
  const same =
    intensity === unchanged.intensity &&
    minutes === unchanged.minutes &&
    sameLeg(left, leg(unchanged, 'left')) &&
    sameLeg(right, leg(unchanged, 'right'));
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

/** The program under another name, or under its old name if the new one is not allowed. */
export function withName(program: Program, name: string): Program {
  const trimmed = name.trim();
  return textProblem('name', trimmed, texts.name) === null ? { ...program, name: trimmed } : program;
}
