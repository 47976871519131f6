import { describe, expect, it } from 'vitest';
import { litresPerMinute, mmhg } from '../../../../firmware-protocol/quantities.ts';
import { postMarathon } from '../../../../src/program/presets/post-marathon.ts';
import { strong } from '../../../../src/program/presets/strong.ts';
import { programs } from '../../../../src/program/presets.ts';
import { startingSettings } from '../../../../src/program/program.ts';
import {
  isPossible,
  previewSettings,
  settingsOfCard,
} from '../../../../src/ui/preview/preview-controller.ts';
import { shapeFor } from '../../session-view.ts';

describe('the settings that a preview shows', () => {
  it('are the same object each time, so that the cached preview is found', () => {
    for (const program of programs) expect(settingsOfCard(program)).toBe(settingsOfCard(program));
    const set = startingSettings(strong);
    expect(previewSettings(set)).toBe(previewSettings(set));
  });

  it('are confirmed if they are above 80 mmHg, and unchanged otherwise', () => {
    expect(previewSettings(startingSettings(strong))).toEqual({
      ...startingSettings(strong),
      confirmed: true,
    });
    const gentler = { ...startingSettings(strong), intensity: mmhg(80) };
    expect(previewSettings(gentler)).toBe(gentler);
  });

  it('are possible for every preset on ordinary boots, and not if the pump is far too weak', () => {
    for (const program of programs) expect(isPossible(settingsOfCard(program), shapeFor())).toBe(true);
    const weak = { ...shapeFor(), pumpFlow: litresPerMinute(1) };
    expect(isPossible(settingsOfCard(postMarathon), weak)).toBe(false);
    expect(isPossible(settingsOfCard(postMarathon), shapeFor())).toBe(true);
  });
});
