/** The recording of a session from its views and pressures, and the content of the resulting journal entry. */

import { describe, expect, it } from 'vitest';
import { instant, mmhg, seconds } from '../../../../firmware-protocol/quantities.ts';
import {
  type Recorded,
  type RecorderState,
  sessionContentOf,
  withPressures,
  withView,
} from '../../../../src/app/journal/recording-reducer.ts';
import type { Moment } from '../../../../src/plan/time/wall-clock.ts';
import { firstTime } from '../../../../src/program/presets/first-time.ts';
import { startingSettings } from '../../../../src/program/program.ts';
import type { Phase, SessionView } from '../../../../src/session/view.ts';
import { bootsView, sessionView } from '../../session-view.ts';

const START = 1_764_410_000_000;
const boots = bootsView({ simulated: false });

/** Feeds views and pressures to the recorder, with the times of views in seconds, and collects what the recorder puts out. */
class Run {
  state: RecorderState = null;
  readonly recorded: Recorded[] = [];

  see(second: number, view: Partial<SessionView> & { readonly phase: Phase }): this {
    const seen = withView(
      this.state,
      sessionView({ boots, link: 'connected', ...view }),
      (START + second * 1000) as Moment,
      instant(second * 1000),
    );
    this.state = seen.state;
    this.recorded.push(seen.recorded);
    return this;
  }

  measure(pressure: number | null, lasts: number): this {
    const all = Array.from({ length: 10 }, () => (pressure === null ? null : mmhg(pressure)));
    this.state = withPressures(this.state, all, seconds(lasts));
    return this;
  }

  /** Content of the entry for the session that was recorded last. @param second when the entry is made */
  content(second: number) {
    const last = this.recorded.at(-1);
    if (last?.kind !== 'over') throw new Error(`not over: ${last?.kind}`);
    return sessionContentOf(last.recording, instant(second * 1000), last.ended, 'followed');
  }
}

const kinds = (run: Run): readonly string[] => run.recorded.map(({ kind }) => kind);

describe('a recording', () => {
  it('begins when the boots play, ends when the session does, and has the totals of each zone', () => {
    const run = new Run()
      .see(0, { phase: 'idle' })
      .see(1, { phase: 'preparing' })
      .see(10, { phase: 'running' })
      .measure(50, 600)
      .measure(10, 600)
      .see(1000, { phase: 'stopping' })
      .see(1210, { phase: 'ended', ended: 'stoppedByController' });
    expect(kinds(run)).toEqual(['nothing', 'nothing', 'begun', 'going', 'over']);
    const content = run.content(1210);
    expect(content).toMatchObject({
      simulated: false,
      program: { id: 'post-marathon' },
      lasted: 1200,
      measured: 1200,
      ended: 'stoppedByController',
      source: { kind: 'followed' },
      changes: [],
    });
    expect(content.zones).toHaveLength(10);
    expect(content.zones[0]).toEqual({
      side: 'left',
      part: 'foot',
      peak: 50,
      mean: 30,
      above30: 600,
      dose: 200,
    });
  });

  it('does not begin if the start was cancelled', () => {
    const run = new Run()
      .see(0, { phase: 'preparing' })
      .see(1, { phase: 'stopping' })
      .see(2, { phase: 'idle' });
    expect(kinds(run)).toEqual(['nothing', 'nothing', 'nothing']);
  });

  it('contains each change of a setting and when it was made, the movement of a slider as one change', () => {
    const first = startingSettings(firstTime);
    const to = (intensity: number) => ({ ...first, intensity: mmhg(intensity) });
    const run = new Run()
      .see(0, { phase: 'running', settings: first })
      .see(60, { phase: 'running', settings: to(50) })
      .see(61, { phase: 'running', settings: to(48) })
      .see(62, { phase: 'running', settings: to(45) })
      .see(100, { phase: 'running', settings: { ...to(45), minutes: 20 } })
      .see(110, { phase: 'pausing', settings: { ...to(45), minutes: 20 } })
      .see(111, { phase: 'paused', settings: { ...to(45), minutes: 20 } })
      .see(150, { phase: 'resuming', settings: { ...to(45), minutes: 20 } })
      .see(151, { phase: 'running', settings: { ...to(45), minutes: 20 } })
      .see(200, { phase: 'ended', ended: 'finished' });
    expect(run.content(200)).toMatchObject({
      intensity: first.intensity,
      minutes: first.minutes,
      changes: [
        { kind: 'intensity', after: 62, to: 45 },
        { kind: 'minutes', after: 100, to: 20 },
        { kind: 'paused', after: 110 },
        { kind: 'resumed', after: 150 },
      ],
    });
  });

  it('contains each alarm once, including the one that ended the session', () => {
    const leak = { kind: 'warning', fault: 'leak', side: 'left', part: 'calf' } as const;
    const fault = { kind: 'fault', fault: 'overPressure', side: 'left', part: 'calf' } as const;
    const run = new Run()
      .see(0, { phase: 'running' })
      .see(5, { phase: 'running', notice: leak })
      .see(9, { phase: 'running', notice: leak })
      .see(20, { phase: 'ended', ended: 'fault', notice: fault, latched: fault });
    expect(run.content(20).alarms).toEqual([
      { after: 5, ...leak },
      { after: 20, ...fault },
    ]);
  });

  it('has no reason for its end if the page lost the boots', () => {
    const run = new Run().see(0, { phase: 'running' }).see(30, { phase: 'idle', link: 'none', boots: null });
    expect(run.content(30).ended).toBeNull();
  });

  it('has no program if the page found the session running', () => {
    const run = new Run().see(0, { phase: 'found' }).see(30, { phase: 'ended', ended: 'finished' });
    expect(run.content(30).program).toBeNull();
  });

  it('counts only time in which pressure was measured into the totals of a zone', () => {
    const run = new Run()
      .see(0, { phase: 'running' })
      .measure(50, 20)
      .measure(null, 20)
      .see(60, { phase: 'ended', ended: 'finished' });
    expect(run.content(60)).toMatchObject({ lasted: 60, measured: 20 });
    expect(run.content(60).zones[0]).toMatchObject({ mean: 50, above30: 20 });
  });

  it('is followed by a new one when the next session begins', () => {
    const run = new Run()
      .see(0, { phase: 'running' })
      .see(60, { phase: 'ended', ended: 'finished' })
      .see(61, { phase: 'ended', ended: 'finished' })
      .see(70, { phase: 'running' });
    expect(kinds(run)).toEqual(['begun', 'over', 'nothing', 'begun']);
  });
});
