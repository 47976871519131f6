import type { Observable } from 'rxjs';
import { describe, expect, it } from 'vitest';
import type { Played } from '../../../../src/boots/cut.ts';
import { LastCut } from '../../../../src/boots/pair/last-cut.ts';

function told(played: Observable<Played>): string[] {
  const words: string[] = [];
  played.subscribe({
    next: (report) => words.push(report.kind === 'refused' ? `refused ${report.reason}` : report.kind),
    complete: () => words.push('over'),
  });
  return words;
}

describe('the last cut of a pair', () => {
  it('is in force once both legs have it', () => {
    const cut = new LastCut();
    const heard = told(cut.begin());
    cut.confirmed('right');
    cut.confirmed('right');
    expect(heard).toEqual([]);
    cut.confirmed('left');
    cut.confirmed('left');
    expect(heard).toEqual(['inForce']);
  });

  it('is late with the first leg that takes it no more', () => {
    const cut = new LastCut();
    const heard = told(cut.begin());
    cut.confirmed('left');
    expect(cut.failed('right', 'late')).toBe(true);
    expect(heard).toEqual(['late', 'over']);
    // The other leg's answer to what was late is told to nobody.
    expect(cut.failed('left', 'late')).toBe(false);
    cut.confirmed('right');
    expect(heard).toEqual(['late', 'over']);
  });

  it('is refused also once it is in force', () => {
    const cut = new LastCut();
    const heard = told(cut.begin());
    cut.confirmed('left');
    cut.confirmed('right');
    expect(cut.failed('left', 'outOfLimits')).toBe(true);
    expect(heard).toEqual(['inForce', 'refused outOfLimits', 'over']);
    expect(cut.failed('left', 'outOfLimits')).toBe(false);
  });

  it('is not late because a leg that has it was put off too late', () => {
    const cut = new LastCut();
    const heard = told(cut.begin());
    cut.confirmed('left');
    expect(cut.failed('left', 'late')).toBe(false);
    cut.confirmed('right');
    expect(heard).toEqual(['inForce']);
  });

  it('gives way to the next one and to a Stop, and is over with the session', () => {
    const cut = new LastCut();
    const first = cut.begin();
    const second = told(cut.begin());
    expect(told(first)).toEqual(['superseded', 'over']);
    cut.supersede();
    expect(second).toEqual(['superseded', 'over']);
    const third = told(cut.begin());
    cut.end();
    expect(third).toEqual(['over']);
  });

  it('tells whoever asks later what it told last', () => {
    const cut = new LastCut();
    const played = cut.begin(['left', 'right']);
    expect(told(played)).toEqual(['inForce']);
  });
});
