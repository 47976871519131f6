import { describe, expect, it } from 'vitest';
import { litresPerMinute, mmhg } from '../../../../firmware-protocol/quantities.ts';
import { postMarathon } from '../../../../src/program/presets/post-marathon.ts';
import { strong } from '../../../../src/program/presets/strong.ts';
import { programs } from '../../../../src/program/presets.ts';
import { asMeant } from '../../../../src/program/program.ts';
import { drawnAs, isPossible, settingsOfCard } from '../../../../src/ui/preview/preview-controller.ts';
import { shapeFor } from '../../session-view.ts';

describe('what is drawn of a program', () => {
  it('is the same value each time, so that its drawing is found again', () => {
    for (const program of programs) expect(settingsOfCard(program)).toBe(settingsOfCard(program));
    const set = asMeant(strong);
    expect(drawnAs(set)).toBe(drawnAs(set));
  });

  it('is what would be confirmed, above 80 mmHg only', () => {
    expect(drawnAs(asMeant(strong))).toEqual({ ...asMeant(strong), confirmed: true });
    const gentler = { ...asMeant(strong), intensity: mmhg(80) };
    expect(drawnAs(gentler)).toBe(gentler);
  });

  it('is every preset on ordinary boots, and none on boots with a pump that is far too weak', () => {
    for (const program of programs) expect(isPossible(settingsOfCard(program), shapeFor())).toBe(true);
    const weak = { ...shapeFor(), pumpFlow: litresPerMinute(1) };
    expect(isPossible(settingsOfCard(postMarathon), weak)).toBe(false);
    expect(isPossible(settingsOfCard(postMarathon), shapeFor())).toBe(true);
  });
});
