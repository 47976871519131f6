/** Boots that answer after a lost link, but with other zones, another version or for another leg than before. */

import { describe, expect, it } from 'vitest';
import { decodeFeature, encodeFeature, type Feature } from '../../../../firmware-protocol/feature.ts';
import { uuids } from '../../../../firmware-protocol/profile.ts';
import { project } from '../../../../src/session/reading/project.ts';
import { words } from '../../../../src/words/in-use.ts';
import { SessionRig } from '../rig.ts';

const alter = (rig: SessionRig, change: (feature: Feature) => Feature): void => {
  rig.tap.fromBoots = (characteristic, value) => {
    const decoded = characteristic === uuids.feature ? decodeFeature(value) : null;
    return decoded?.ok ? encodeFeature(change(decoded.value)) : value;
  };
};

const said = (rig: SessionRig): string => {
  const { notice, boots } = project(rig.session.states.value);
  if (!notice) return '';
  const { title, advice } = words.notice(notice, boots);
  return [title, ...advice].join('\n');
};

const changes: readonly (readonly [string, string, (feature: Feature) => Feature])[] = [
  ['other zones', 'has other zones', (feature) => ({ ...feature, parts: ['foot', 'calf', 'knee'] })],
  [
    'as many zones over other parts',
    'has other zones',
    (feature) => ({ ...feature, parts: [...feature.parts.slice(0, -1), 'knee'] }),
  ],
  ['another version', 'speaks another version', (feature) => ({ ...feature, minor: feature.minor + 1 })],
  ['another leg', 'for another leg', (feature) => ({ ...feature, kind: 'left' })],
  ['another serial number', 'Another serial number', (feature) => ({ ...feature, serial: 'OTHER' })],
];

describe('boots that come back with', () => {
  it.each(changes)(
    '%s are not used, the page says what has changed, and Stop works',
    async (_, says, change) => {
      const rig = new SessionRig({ zones: 3 });
      await rig.run();
      const timelines = () =>
        rig.tap.written.filter(({ characteristic }) => characteristic === uuids.timeline);
      alter(rig, change);
      rig.radio.lose();
      expect(await rig.until(() => rig.kinds.includes('changedBoots'), 10)).toBe(true);
      expect(said(rig)).toContain(says);
      const before = timelines().length;
      await rig.pass(20);
      expect(said(rig)).toContain(says);
      expect(timelines()).toHaveLength(before);
      rig.session.stop();
      await rig.pass(12);
      expect(rig.highest).toBeLessThan(20);
    },
  );

  it('the same kind, zones and version go on, and nothing is said', async () => {
    const rig = new SessionRig({ zones: 3 });
    await rig.run();
    alter(rig, (feature) => feature);
    rig.radio.lose();
    await rig.pass(10);
    expect(said(rig)).toBe('');
    expect(rig.kinds).not.toContain('changedBoots');
    expect(rig.session.glance.phase).toBe('running');
  });
});
