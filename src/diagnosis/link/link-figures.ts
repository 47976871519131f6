/** What the frames of one boot tell about its link: how often reports come, how many were lost, and how long answers take. Pure. */

import { decodeCommand, isStop, stopCounter } from '../../../firmware-protocol/command.ts';
import { uuids } from '../../../firmware-protocol/profile.ts';
import { decodeResponse } from '../../../firmware-protocol/response.ts';
import type { LoggedFrame } from '../log/logged-frame.ts';

/** ms. */
export interface Spread {
  readonly count: number;
  readonly median: number;
  /** Nineteen of twenty are no longer. */
  readonly most: number;
  readonly longest: number;
}

export interface LinkFigures {
  /** From one packet to the next; null = fewer than two came. */
  readonly telemetry: Spread | null;
  readonly status: Spread | null;
  /** Packets of telemetry that came, and those that the counter shows to be missing. */
  readonly received: number;
  readonly lost: number;
  /** From writing a command to its answer. */
  readonly roundTrips: Spread | null;
  readonly unanswered: number;
  /** How often the link was lost. */
  readonly losses: number;
}

/** Longer than this nothing was promised: no session ran, or the computer slept, ms. */
const NOT_PROMISED = 10_000;
/** Of the counter, which leaves out 0. */
const COUNTERS = 255;

export function spreadOf(times: readonly number[]): Spread | null {
  if (times.length === 0) return null;
  const sorted = [...times].sort((one, other) => one - other);
  const at = (share: number): number =>
    sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0;
  return { count: sorted.length, median: at(0.5), most: at(0.95), longest: sorted.at(-1) ?? 0 };
}

type Notified = Extract<LoggedFrame, { kind: 'notified' }>;

/** Packets of one characteristic, in runs without a break of the link. */
function runs(frames: readonly LoggedFrame[], uuid: string): readonly (readonly Notified[])[] {
  const all: Notified[][] = [[]];
  for (const frame of frames) {
    if (frame.kind === 'link') all.push([]);
    else if (frame.kind === 'notified' && frame.uuid === uuid) {
      const before = all.at(-1)?.at(-1);
      if (before && frame.at - before.at > NOT_PROMISED) all.push([]);
      all.at(-1)?.push(frame);
    }
  }
  return all;
}

const intervals = (run: readonly Notified[]): readonly number[] =>
  run.slice(1).map(({ at }, i) => at - (run[i]?.at ?? at));

const lostIn = (run: readonly Notified[]): number =>
  run.slice(1).reduce((lost, { bytes }, i) => {
    const step = (bytes[0] ?? 0) - (run[i]?.bytes[0] ?? 0);
    return lost + ((step + COUNTERS - 1) % COUNTERS);
  }, 0);

interface Asked {
  readonly op: string | number;
  readonly counter: number;
  readonly at: number;
}

function askedBy(frame: LoggedFrame): Asked | null {
  if (frame.kind !== 'written' || frame.uuid !== uuids.controlPoint || frame.bytes === null) return null;
  if (isStop(frame.bytes)) return { op: 'stop', counter: stopCounter(frame.bytes), at: frame.at };
  const decoded = decodeCommand(frame.bytes);
  return decoded.ok ? { op: decoded.value.op, counter: decoded.value.counter, at: frame.at } : null;
}

function answers(frames: readonly LoggedFrame[]): {
  readonly times: readonly number[];
  readonly asked: number;
} {
  const answered = frames.flatMap((frame) => {
    if (frame.kind !== 'notified' || frame.uuid !== uuids.controlPoint) return [];
    const decoded = decodeResponse(frame.bytes, true);
    return decoded.ok ? [{ op: decoded.value.op, counter: decoded.value.counter, at: frame.at }] : [];
  });
  const asked = frames.flatMap((frame) => askedBy(frame) ?? []);
  const times = asked.flatMap(({ op, counter, at }) => {
    const answer = answered.find((one) => one.op === op && one.counter === counter && one.at >= at);
    return answer ? [answer.at - at] : [];
  });
  return { times, asked: asked.length };
}

/** @param frames of one boot, in the order of their time */
export function linkFigures(frames: readonly LoggedFrame[]): LinkFigures {
  const telemetry = runs(frames, uuids.telemetry);
  const { times, asked } = answers(frames);
  return {
    telemetry: spreadOf(telemetry.flatMap(intervals)),
    status: spreadOf(runs(frames, uuids.status).flatMap(intervals)),
    received: telemetry.reduce((sum, run) => sum + run.length, 0),
    lost: telemetry.reduce((sum, run) => sum + lostIn(run), 0),
    roundTrips: spreadOf(times),
    unanswered: asked - times.length,
    losses: frames.filter((frame) => frame.kind === 'link' && frame.state === 'reconnecting').length,
  };
}
