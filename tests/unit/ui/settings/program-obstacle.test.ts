import { expect, it } from 'vitest';
import { litresPerMinute } from '../../../../firmware-protocol/quantities.ts';
import { programs } from '../../../../src/program/presets.ts';
import { settingsOfCard } from '../../../../src/ui/preview/preview-controller.ts';
import { obstacleTo } from '../../../../src/ui/settings/program-obstacle.ts';
import { shapeFor } from '../../session-view.ts';

it('blames the boots only for what these boots cannot play', () => {
  const weak = { ...shapeFor(), pumpFlow: litresPerMinute(1) };
  for (const program of programs) {
    const settings = settingsOfCard(program, shapeFor().parts);
    expect(obstacleTo(settings, shapeFor())).toBe(null);
    expect(obstacleTo(settings, weak)).toBe('boots');
    expect(obstacleTo(settings, undefined)).toBe(null);
  }
});
