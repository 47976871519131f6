import { describe, expect, it } from 'vitest';
import { ranges } from '../../../../../src/program/ranges.ts';
import { words } from '../../../../../src/words/in-use.ts';
import { sessionView } from '../../../session-view.ts';

describe('why nothing can begin', () => {
  it('stands beside Start, and nothing stands there if the session can begin', () => {
    expect(words.againstStart(sessionView({ startable: { kind: 'yes' } }))).toBe('');
    expect(words.againstStart(sessionView({ startable: { kind: 'no', why: 'airNotOut' } }))).toBe(
      'Wait: the air is still going out.',
    );
  });

  it('is the first problem of the program, with the number of further ones', () => {
    const problem = {
      kind: 'figure',
      place: { at: 'field', field: 'peak' },
      wrong: 'notANumber',
      value: Number.NaN,
      range: ranges.peak,
    } as const;
    const unfit = { startable: { kind: 'no', why: 'unfit' } } as const;
    expect(words.againstStart(sessionView({ ...unfit, problems: [problem] }))).toBe(
      'Peak: It is not a number that can be used.',
    );
    expect(words.againstStart(sessionView({ ...unfit, problems: [problem, problem] }))).toBe(
      'Peak: It is not a number that can be used. (and 1 more)',
    );
  });

  it('is given for Resume in a pause only', () => {
    const resumable = { kind: 'no', why: 'justPaused' } as const;
    expect(words.againstResume(sessionView({ phase: 'paused', resumable }))).toBe(
      'One moment: Pause was just pressed.',
    );
    expect(words.againstResume(sessionView({ phase: 'running', resumable }))).toBe('');
  });
});
