import { describe, expect, it } from 'vitest';
import { againstResume, againstStart } from '../../../../src/words/en/hindrance.ts';
import { sessionView } from '../../session-view.ts';

describe('why nothing can begin', () => {
  it('is said beside Start, and nothing is when it can', () => {
    expect(againstStart(sessionView({ startable: { kind: 'yes' } }))).toBe('');
    expect(againstStart(sessionView({ startable: { kind: 'no', why: 'airNotOut' } }))).toBe(
      'Wait: the air is still going out.',
    );
  });

  it('is the first of what is wrong with the program, and how much more there is', () => {
    const problem = { place: 'intensity', reason: 'It is too much.', suggestion: 'Choose less.' };
    const unfit = { startable: { kind: 'no', why: 'unfit' } } as const;
    expect(againstStart(sessionView({ ...unfit, problems: [problem] }))).toBe('Intensity: It is too much.');
    expect(againstStart(sessionView({ ...unfit, problems: [problem, problem] }))).toBe(
      'Intensity: It is too much. (and 1 more)',
    );
  });

  it('is said of Resume in a pause only', () => {
    const resumable = { kind: 'no', why: 'justPaused' } as const;
    expect(againstResume(sessionView({ phase: 'paused', resumable }))).toBe(
      'One moment: Pause was just pressed.',
    );
    expect(againstResume(sessionView({ phase: 'running', resumable }))).toBe('');
  });
});
