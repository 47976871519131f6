import { describe, expect, it } from 'vitest';
import { mmhg, seconds } from '../../../../firmware-protocol/quantities.ts';
import type { SessionView } from '../../../../src/session/view.ts';
import { detailOf, happeningOf, waveCountOf } from '../../../../src/words/live/happening.ts';
import { allParts, announcedParts } from '../../../../src/words/live/spoken-parts.ts';
import { bootsView, progress, sessionView } from '../../session-view.ts';

const parts = ['foot', 'ankle', 'calf', 'knee', 'thigh'] as const;
const running = (more: Partial<SessionView> = {}): SessionView =>
  sessionView({
    link: 'connected',
    phase: 'running',
    boots: bootsView({ parts }),
    progress: progress(),
    doing: { kind: 'filling', parts: ['calf'], holding: ['foot'] },
    legs: { left: [{ part: 'calf', pressure: mmhg(20), target: mmhg(55) }], right: [] },
    ...more,
  });

describe('the sentence that is due', () => {
  it('names trouble with Stop before old reports, and old reports before the phase', () => {
    const troubled = running({
      phase: 'paused',
      stale: true,
      notice: { kind: 'stopNotConfirmed', sides: [] },
    });
    expect(happeningOf(troubled)).toEqual({ kind: 'stopNotConfirmed' });
    expect(happeningOf({ ...troubled, notice: null })).toEqual({ kind: 'noPressures' });
    expect(happeningOf({ ...troubled, notice: null, stale: false })).toEqual({ kind: 'paused' });
  });

  it('says that the boots are stopping only once they have confirmed Stop', () => {
    for (const stop of ['none', 'asked'] as const)
      expect(happeningOf(running({ phase: 'stopping', stop }))).toEqual({ kind: 'tellingToStop' });
    expect(happeningOf(running({ phase: 'stopping', stop: 'heard' }))).toEqual({ kind: 'stopping' });
  });

  it('names one or two zones at the crest, a stretch if there are more, and whole legs', () => {
    const at = (...crest: SessionView['doing']['parts']) =>
      happeningOf(running({ doing: { kind: 'squeezing', parts: crest, holding: [] } }));
    expect(at('foot', 'ankle')).toMatchObject({ kind: 'crest', parts: ['foot', 'ankle'] });
    expect(at('foot', 'ankle', 'calf')).toEqual({ kind: 'stretch', parts: ['foot', 'ankle', 'calf'] });
    expect(at(...parts)).toEqual({ kind: 'bothLegs' });
    expect(at()).toEqual({ kind: 'underWay' });
  });
});

describe('the detail below it', () => {
  it('gives the highest target at the crest, and whether the zones have reached it', () => {
    expect(detailOf(running())).toEqual({
      kind: 'wave',
      finishing: false,
      crest: { kind: 'buildingUp', target: 55 },
      holding: ['foot'],
    });
  });

  it('is missing if there is nothing to add', () => {
    expect(detailOf(running({ doing: { kind: 'resting', parts: [], holding: [] } }))).toEqual({
      kind: 'none',
    });
    expect(detailOf(running({ phase: 'pausing' }))).toEqual({ kind: 'none' });
  });

  it('rounds the time of the first filling up to 5 s, and gives none once the filling takes longer', () => {
    const left = (settling: number) =>
      detailOf(
        running({
          doing: { kind: 'prefill', parts: [], holding: [] },
          progress: progress({ settling: seconds(settling) }),
        }),
      );
    expect(left(52.4)).toMatchObject({ kind: 'prefill', left: 55 });
    expect(left(-0.1)).toMatchObject({ kind: 'prefill', left: null });
  });
});

it('the number of all waves is left out once it is exceeded', () => {
  expect(waveCountOf(running({ progress: progress({ cycle: 17, cycles: 28 }) }))).toEqual({
    wave: 17,
    of: 28,
  });
  expect(waveCountOf(running({ progress: progress({ cycle: 29, cycles: 28 }) }))).toEqual({
    wave: 29,
    of: null,
  });
  expect(waveCountOf(running({ progress: progress({ cycle: 0 }) }))).toBeNull();
});

it('the wave and the time left are read aloud, or what happens while there is no wave', () => {
  expect(announcedParts(running())).toEqual(['waves', 'timeLeft']);
  expect(announcedParts(running({ stale: true }))).toEqual(['happening', 'detail']);
  const resting = running({
    doing: { kind: 'resting', parts: [], holding: [] },
    progress: progress({ cycle: 0 }),
  });
  expect(announcedParts(resting)).toEqual(['happening']);
  expect(announcedParts(running({ phase: 'ended' }))).toEqual(['ending']);
  expect(allParts(running())).toContain('legs');
});
