/** Figures of one boot's link, from its frames: how often reports arrive, how many were lost, and how long answers take. */

import { decodeCommand, isStop, stopCounter } from '../../../firmware-protocol/command.ts';
import { uuids } from '../../../firmware-protocol/profile.ts';
import { decodeResponse } from '../../../firmware-protocol/response.ts';
import type { LoggedFrame } from '../log/logged-frame.ts';

/** How times are distributed, ms. */
export interface Spread {
  readonly count: number;
  readonly median: number;
  /** The 95th percentile. */
  readonly most: number;
  readonly longest: number;
}

export interface LinkFigures {
  /** Time from one telemetry packet to the next; null = no interval was seen. */
  readonly telemetry: Spread | null;
  /** From one status to the next; null = no interval was seen. */
  readonly status: Spread | null;
  readonly received: number;
  /**
   * Telemetry packets that did not arrive, by the counter in the packets. Those missed in a long pause or over a change of the link's state
   * do not count.
   */
  readonly lost: number;
  /** Time from writing a command to its answer; null = no command was answered. */
  readonly roundTrips: Spread | null;
  readonly unanswered: number;
  readonly losses: number;
}

/** A longer pause between packets, ms, is no interval: no session ran, or the computer slept. */
const LONGEST_INTERVAL = 10_000;
/** Number of values of the packets' counter, which is one byte and never 0. */
const COUNTER_VALUES = 255;

export function spreadOf(times: readonly number[]): Spread | null {
  if (times.length === 0) return null;
  const sorted = [...times].sort((one, other) => one - other);
  const at = (share: number): number =>
    sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0;
  return { count: sorted.length, median: at(0.5), most: at(0.95), longest: sorted.at(-1) ?? 0 };
}

type Notified = Extract<LoggedFrame, { kind: 'notified' }>;

/** The packets of one characteristic, in runs without a long pause or a change of the link's state. */
function unbrokenRuns(frames: readonly LoggedFrame[], uuid: string): readonly (readonly Notified[])[] {
  const all: Notified[][] = [[]];
  for (const frame of frames) {
    if (frame.kind === 'link') all.push([]);
    else if (frame.kind === 'notified' && frame.uuid === uuid) {
      const before = all.at(-1)?.at(-1);
      if (before && frame.at - before.at > LONGEST_INTERVAL) all.push([]);
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
    return lost + ((step + COUNTER_VALUES - 1) % COUNTER_VALUES);
  }, 0);

interface SentCommand {
  readonly op: string | number;
  readonly counter: number;
  readonly at: number;
}

function sentCommand(frame: LoggedFrame): SentCommand | null {
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
  const asked = frames.flatMap((frame) => sentCommand(frame) ?? []);
  const times = asked.flatMap(({ op, counter, at }) => {
    const answer = answered.find((one) => one.op === op && one.counter === counter && one.at >= at);
    return answer ? [answer.at - at] : [];
  });
  return { times, asked: asked.length };
}

/** @param frames of one boot, in order of time */
export function linkFigures(frames: readonly LoggedFrame[]): LinkFigures {
  const telemetry = unbrokenRuns(frames, uuids.telemetry);
  const { times, asked } = answers(frames);
  return {
    telemetry: spreadOf(telemetry.flatMap(intervals)),
    status: spreadOf(unbrokenRuns(frames, uuids.status).flatMap(intervals)),
    received: telemetry.reduce((sum, run) => sum + run.length, 0),
    lost: telemetry.reduce((sum, run) => sum + lostIn(run), 0),
    roundTrips: spreadOf(times),
    unanswered: asked - times.length,
    losses: frames.filter((frame) => frame.kind === 'link' && frame.state === 'reconnecting').length,
  };
}
