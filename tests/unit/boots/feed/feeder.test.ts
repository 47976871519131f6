import { BehaviorSubject, type Observable } from 'rxjs';
import { describe, expect, it } from 'vitest';
import { milliseconds } from '../../../../firmware-protocol/quantities.ts';
import { Feeder } from '../../../../src/boots/feed/feeder.ts';
import type { FeedOutcome } from '../../../../src/boots/feed/feeding.ts';
import type { FeedRules } from '../../../../src/boots/feed/send-queue.ts';
import { clockScheduler } from '../../../../src/clock/clock-scheduler.ts';
import { VirtualClock } from '../../../../src/clock/virtual-clock.ts';
import { allAtOnce, cutFrom, everySecond, playing } from './keyframes.ts';

const words = (outcomes: Observable<FeedOutcome>): string[] => {
  const said: string[] = [];
  outcomes.subscribe({
    next: (report) => said.push(report.kind === 'refused' ? `refused ${report.reason}` : report.kind),
    complete: () => said.push('over'),
  });
  return said;
};

function feederWith(rules: () => FeedRules = () => allAtOnce) {
  const clock = new VirtualClock();
  const status = new BehaviorSubject(playing());
  const written: string[] = [];
  const feeder = new Feeder({
    status,
    write: async ({ number, keyframes }) => {
      written.push(`${number} from ${keyframes[0]?.at}`);
      return { ok: true };
    },
    rules,
    scheduler: clockScheduler(clock),
  });
  return { clock, status, written, feeder };
}

describe('a feeder', () => {
  it('acts at once without subscribers, and replays its last report', async () => {
    const { clock, status, written, feeder } = feederWith();
    const played = feeder.play(cutFrom(0, 8));
    expect(written).toEqual(['1 from 0']);
    await clock.run(milliseconds(1));
    status.next(playing({ nextBatch: 2, held: 8, free: 56 }));
    expect(words(played)).toEqual(['inForce']);
  });

  it('reports on each cut separately', async () => {
    const { clock, status, feeder } = feederWith();
    const first = words(feeder.play(cutFrom(0, 8)));
    const second = words(feeder.play(cutFrom(4000)));
    await clock.run(milliseconds(1));
    status.next(playing({ nextBatch: 3, held: 8, free: 56 }));
    expect(first).toEqual(['added', 'superseded', 'over']);
    expect(second).toEqual(['inForce']);
    feeder.end();
    expect(second).toEqual(['inForce', 'superseded', 'over']);
  });

  it('completes its reports when the boots stop, and accepts nothing after that', () => {
    const { status, written, feeder } = feederWith();
    const outcomes = words(feeder.play(cutFrom(0, 8)));
    status.next(playing({ therapy: 'stopped', operation: 'venting', endReason: 'stoppedAtBoots' }));
    expect(outcomes).toEqual(['added', 'over']);
    expect(words(feeder.play(cutFrom(0, 8)))).toEqual(['over']);
    expect(written).toHaveLength(1);
  });

  it('continues what the boots hold, reporting it as in force', () => {
    const { written, feeder } = feederWith();
    const held = playing({ playhead: milliseconds(2500), held: 5, free: 59, nextBatch: 42 });
    expect(words(feeder.adopt(everySecond(20), held))).toEqual(['inForce']);
    expect(written).toEqual(['42 from 8000']);
  });

  it('that fails refuses the current cut and all later ones', () => {
    let broken = false;
    const { feeder } = feederWith(() => {
      if (broken) throw new Error('a bug');
      return allAtOnce;
    });
    const first = words(feeder.play(cutFrom(0, 8)));
    broken = true;
    expect(words(feeder.play(cutFrom(4000)))).toEqual(['refused invalid', 'over']);
    expect(first).toEqual(['added', 'refused invalid', 'over']);
    expect(words(feeder.play(cutFrom(4000)))).toEqual(['refused invalid', 'over']);
  });
});
