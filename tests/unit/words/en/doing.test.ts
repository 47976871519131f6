import { describe, expect, it } from 'vitest';
import { mmhg, seconds } from '../../../../firmware-protocol/quantities.ts';
import type { BodyPart } from '../../../../firmware-protocol/zones.ts';
import type { Doing, SessionView } from '../../../../src/session/view.ts';
import { detail, happening, waves } from '../../../../src/words/en/doing.ts';
import { pageTitle } from '../../../../src/words/en/screens.ts';
import { bootsView, progress, sessionView } from '../../session-view.ts';

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
  it('says why nothing is squeezed yet while the boots first fill, and for about how long', () => {
    const said = (left: number | null): string => {
      const settling = left === null ? null : seconds(left);
      return detail(running({ kind: 'mould', parts: [] }, { progress: progress({ settling }) }));
    };
    expect(said(52.4)).toBe(
      'Empty boots take a while to fill: about 55 s to go. Your minutes begin after that.',
    );
    expect(said(61)).toContain('about 1 min 5 s to go');
    expect(said(0.1)).toContain('about 5 s to go');
    for (const over of [0, -0.1, -40]) expect(said(over)).toContain('a little longer than expected');
    expect(said(null)).not.toContain('fill');
    const squeezing = detail(running({}, { progress: progress({ settling: seconds(10) }) }));
    expect(squeezing).not.toContain('Empty boots');
  });

  it('is said by the part at the crest, of both legs or of the one there is', () => {
    expect(happening(running({}))).toBe('The wave is at your calves');
    const { boots } = running({});
    if (!boots) throw new Error('boots are connected');
    expect(happening(running({}, { boots: { ...boots, sides: ['left'] } }))).toBe(
      'The wave is at your left calf',
    );
  });

  it('changes its sentence with the crest only, not when filling turns to holding', () => {
    for (const part of parts) {
      const filling = happening(running({ kind: 'filling', parts: [part] }));
      expect(happening(running({ kind: 'squeezing', parts: [part] }))).toBe(filling);
    }
    expect(happening(running({ parts: ['foot'] }))).not.toBe(happening(running({ parts: ['ankle'] })));
  });

  it('tells filling from holding in the detail, with the pressure asked for', () => {
    expect(detail(running({ kind: 'filling' }))).toBe('Building up to 55 · foot and ankle hold');
    expect(detail(running({ kind: 'squeezing', holding: ['foot'] }))).toBe('Holding 55 · foot holds');
  });

  it('does not go on telling the wave when nothing is heard', () => {
    expect(happening(running({}, { stale: true }))).toBe('No word from the boots just now');
  });

  it('does not say that air goes out where there is none: before the first wave after a pause', () => {
    const vented = { kind: 'venting', parts: [], holding: [] } as const;
    expect(happening(running(vented, { airOut: 'yes' }))).toBe('Resting before the next wave');
    expect(happening(running(vented, { airOut: 'no' }))).toBe('The air is going out');
    expect(happening(running(vented, { airOut: 'unknown' }))).toBe('The air is going out');
  });

  it('says of a pause where the air is, as far as that is known', () => {
    const paused = (airOut: SessionView['airOut']): string =>
      detail(running({}, { phase: 'paused', airOut }));
    expect(paused('yes')).toContain('The boots are empty.');
    expect(paused('no')).toBe('The air is still going out.');
    expect(paused('unknown')).toBe('It is not known whether the air is out.');
  });

  it('lets the phase speak before the wave', () => {
    expect(happening(running({}, { phase: 'paused' }))).toContain('Paused');
    expect(happening(running({}, { phase: 'stopping' }))).toContain('Stopping');
  });

  it('counts waves once there is one', () => {
    expect(waves(running({}))).toBe('Wave 17 of about 28');
    expect(waves(running({}, { progress: null }))).toBe('');
  });

  it('puts the time left first in the title', () => {
    expect(pageTitle(running({}), 'Post-marathon', true)).toBe('12:40 · Post-marathon');
    expect(pageTitle(running({}), 'Post-marathon', false)).toBe('Heartward');
  });
});
