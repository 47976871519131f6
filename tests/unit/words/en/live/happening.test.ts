import { describe, expect, it } from 'vitest';
import { mmhg, seconds } from '../../../../../firmware-protocol/quantities.ts';
import type { BodyPart } from '../../../../../firmware-protocol/zones.ts';
import type { Doing, SessionView } from '../../../../../src/session/view.ts';
import { words } from '../../../../../src/words/in-use.ts';
import { bootsView, progress, sessionView } from '../../../session-view.ts';

const parts: readonly BodyPart[] = ['foot', 'ankle', 'calf', 'knee', 'thigh'];
const running = (doing: Partial<Doing>, more: Partial<SessionView> = {}): SessionView =>
  sessionView({
    link: 'connected',
    phase: 'running',
    boots: bootsView({ parts }),
    progress: progress(),
    doing: { kind: 'filling', parts: ['calf'], holding: ['foot', 'ankle'], ...doing },
    legs: {
      left: parts.map((part) => ({
        part,
        pressure: mmhg(20),
        target: part === 'calf' ? mmhg(55) : mmhg(30),
      })),
      right: [],
    },
    ...more,
  });

describe('what is happening', () => {
  it('says during the first filling why no zone is squeezed yet, and for about how long', () => {
    const said = (left: number | null): string => {
      const settling = left === null ? null : seconds(left);
      return words.detail(running({ kind: 'prefill', parts: [] }, { progress: progress({ settling }) }));
    };
    expect(said(52.4)).toBe('Filling first: about 55 s. Your 30 minutes start then.');
    expect(said(61)).toContain('about 1 min 5 s.');
    expect(said(0.1)).toContain('about 5 s.');
    for (const over of [0, -0.1, -40]) expect(said(over)).toContain('a little longer than expected');
    expect(said(null)).not.toContain('Filling');
    const squeezing = words.detail(running({}, { progress: progress({ settling: seconds(10) }) }));
    expect(squeezing).not.toContain('Filling first');
  });

  it('names the part at the crest, on both legs or on the only one', () => {
    expect(words.happening(running({}))).toBe('The wave is at your calves');
    const { boots } = running({});
    if (!boots) throw new Error('boots are connected');
    expect(words.happening(running({}, { boots: { ...boots, sides: ['left'] } }))).toBe(
      'The wave is at your left calf',
    );
  });

  it('changes its sentence with the crest only, not when filling becomes holding', () => {
    for (const part of parts) {
      const filling = words.happening(running({ kind: 'filling', parts: [part] }));
      expect(words.happening(running({ kind: 'squeezing', parts: [part] }))).toBe(filling);
    }
    expect(words.happening(running({ parts: ['foot'] }))).not.toBe(
      words.happening(running({ parts: ['ankle'] })),
    );
  });

  it('tells filling and holding apart in the detail, with the target', () => {
    expect(words.detail(running({ kind: 'filling' }))).toBe('Building up to 55 · foot and ankle hold');
    const full = {
      legs: { left: [{ part: 'calf' as const, pressure: mmhg(53), target: mmhg(55) }], right: [] },
    };
    expect(words.detail(running({ kind: 'squeezing', holding: ['foot'] }, full))).toBe(
      'Holding 55 · foot holds',
    );
  });

  it('says that this is the last wave, and why the time left runs in a pause', () => {
    const finishing = progress({ finishing: true, left: seconds(0) });
    expect(words.detail(running({ kind: 'resting', parts: [], holding: [] }, { progress: finishing }))).toBe(
      'Finishing this wave',
    );
    expect(words.detail(running({ kind: 'resting', parts: [], holding: [] }))).toBe('');
    const paused = (limit: number | null) =>
      words.detail(
        running(
          {},
          { phase: 'paused', progress: progress({ limit: limit === null ? null : seconds(limit) }) },
        ),
      );
    expect(paused(3600)).toContain('A session lasts 60 min at most, pauses included');
    expect(paused(null)).not.toContain('at most');
  });

  it('says that a pressure is held only if every zone at the crest measures within 3 mmHg of it', () => {
    const saying = (...pressures: readonly (number | null)[]): string =>
      words.detail(
        running(
          { kind: 'squeezing', holding: [] },
          {
            legs: {
              left: pressures.map((pressure) => ({
                part: 'calf',
                pressure: pressure === null ? null : mmhg(pressure),
                target: mmhg(55),
              })),
              right: [],
            },
          },
        ),
      );
    expect(saying(52)).toBe('Holding 55');
    expect(saying(58)).toBe('Holding 55');
    expect(saying(40)).toBe('Building up to 55');
    expect(saying(51.9)).toBe('Building up to 55');
    expect(saying(55, 40)).toBe('Building up to 55');
    expect(saying(70)).toBe('Easing to 55');
    expect(saying(null)).toBe('55 asked for');
    expect(saying(55, null)).toBe('55 asked for');
  });

  it('does not name the wave while nothing is received from the boots', () => {
    const happening = (more: Partial<SessionView>) => words.happening(running({}, more));
    expect(happening({ stale: true, stateOld: true })).toBe('No word from the boots just now');
    expect(happening({ stale: true })).toBe('The boots send no pressures just now');
    expect(happening({ stateOld: true })).toBe('The boots do not say what they are doing just now');
    expect(happening({ oldLegs: ['right'] })).toBe('The right boot sends no pressures just now');
    expect(words.detail(running({}, { oldLegs: ['right'] }))).toBe('Those of the other boot are new.');
  });

  it('names a Stop first while nothing is received from the boots, and the old readings below it', () => {
    const old = { phase: 'stopping', stop: 'asked', stale: true, stateOld: true } as const;
    expect(words.happening(running({}, old))).toBe('Telling the boots to stop');
    expect(words.detail(running({}, old))).toBe('What you see is the last that they reported.');
    expect(words.happening(running({}, { ...old, stop: 'heard' }))).toBe('Stopping: the air is going out');
  });

  it('does not say that air goes out if there is none, as before the first wave after a pause', () => {
    const vented = { kind: 'venting', parts: [], holding: [] } as const;
    expect(words.happening(running(vented, { airOut: 'yes' }))).toBe('Resting before the next wave');
    expect(words.happening(running(vented, { airOut: 'no' }))).toBe('The air is going out');
    expect(words.happening(running(vented, { airOut: 'unknown' }))).toBe('The air is going out');
  });

  it('says in a pause whether the air is out, as far as that is known', () => {
    const paused = (airOut: SessionView['airOut']): string =>
      words.detail(running({}, { phase: 'paused', airOut }));
    expect(paused('yes')).toContain('The boots are empty.');
    expect(paused('no')).toBe('The air is still going out.');
    expect(paused('unknown')).toBe('This page cannot tell whether the air is out.');
  });

  it('prefers the phase to the wave', () => {
    expect(words.happening(running({}, { phase: 'paused' }))).toContain('Paused');
    expect(words.happening(running({}, { phase: 'stopping', stop: 'heard' }))).toContain('Stopping');
    expect(words.happening(running({}, { phase: 'stopping', stop: 'asked' }))).toBe(
      'Telling the boots to stop',
    );
  });

  it('counts waves from the first', () => {
    expect(words.waves(running({}))).toBe('Wave 17 of about 28');
    expect(words.waves(running({}, { progress: null }))).toBe('');
  });

  it('begins the title of the tab with the time left', () => {
    expect(words.pageTitle(running({}), 'Post-marathon', true, null)).toBe('12:40 · Post-marathon');
    expect(words.pageTitle(running({}), 'Post-marathon', false, null)).toBe('Heartward');
  });
});
