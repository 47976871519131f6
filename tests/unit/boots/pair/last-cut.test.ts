import type { Observable } from 'rxjs';
import { describe, expect, it } from 'vitest';
import type { CutOutcome } from '../../../../src/boots/cut.ts';
import { LastCut } from '../../../../src/boots/pair/last-cut.ts';

function outcomesOf(played: Observable<CutOutcome>): string[] {
  const words: string[] = [];
  played.subscribe({
    next: (report) => words.push(report.kind === 'refused' ? `refused ${report.reason}` : report.kind),
    complete: () => words.push('over'),
  });
  return words;
}

describe('the last cut of a pair', () => {
  it('is in force once both legs have accepted it', () => {
    const cut = new LastCut();
    const heard = outcomesOf(cut.begin());
    cut.confirmed('right');
    cut.confirmed('right');
    expect(heard).toEqual([]);
    cut.confirmed('left');
    cut.confirmed('left');
    expect(heard).toEqual(['inForce']);
  });

  it('is late as soon as one leg refuses it as late', () => {
    const cut = new LastCut();
    const heard = outcomesOf(cut.begin());
    cut.confirmed('left');
    expect(cut.failed('right', 'late')).toBe(true);
    expect(heard).toEqual(['late', 'over']);
    // The cut has failed already, so later answers of the left leg are not reported.
    expect(cut.failed('left', 'late')).toBe(false);
    cut.confirmed('right');
    expect(heard).toEqual(['late', 'over']);
  });

  it('can still be refused after it is in force', () => {
    const cut = new LastCut();
    const heard = outcomesOf(cut.begin());
    cut.confirmed('left');
    cut.confirmed('right');
    expect(cut.failed('left', 'outOfLimits')).toBe(true);
    expect(heard).toEqual(['inForce', 'refused outOfLimits', 'over']);
    expect(cut.failed('left', 'outOfLimits')).toBe(false);
  });

  it('is not late because a delay came late at a leg that has accepted it', () => {
    const cut = new LastCut();
    const heard = outcomesOf(cut.begin());
    cut.confirmed('left');
    expect(cut.failed('left', 'late')).toBe(false);
    cut.confirmed('right');
    expect(heard).toEqual(['inForce']);
  });

  it('is superseded by the next cut or a Stop, and completes with the session', () => {
    const cut = new LastCut();
    const first = cut.begin();
    const second = outcomesOf(cut.begin());
    expect(outcomesOf(first)).toEqual(['superseded', 'over']);
    cut.supersede();
    expect(second).toEqual(['superseded', 'over']);
    const third = outcomesOf(cut.begin());
    cut.end();
    expect(third).toEqual(['over']);
  });

  it('replays its last outcome to late subscribers', () => {
    const cut = new LastCut();
    const played = cut.begin(['left', 'right']);
    expect(outcomesOf(played)).toEqual(['inForce']);
  });
});
